using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// What can be done with one customer, offered to those who may: in the list's rows, on the customer's page and in the
/// form, except where it leads to the same page. Register it as a scoped service; actions stand in the order of their
/// registration.
/// </summary>
public interface ICustomerAction
{
    /// <summary>A word or two, where the customer's name stands beside it.</summary>
    LocalizedString Text { get; }

    /// <summary>The same on a page of the customer, where there is room.</summary>
    LocalizedString PageText => Text;

    /// <summary>What it does, shown on hover and focus.</summary>
    LocalizedString Hint { get; }

    /// <summary>The name of a Font Awesome icon, without prefix.</summary>
    string Icon { get; }

    /// <summary>Asked for before it is offered, once for a list and with the customer on the customer's pages; its route asks again, with the customer.</summary>
    Permission Permission { get; }

    /// <summary>A route of the admin; its <c>id</c> is the customer's content item id, its <c>returnUrl</c> leads back to the list.</summary>
    string RouteName { get; }

    /// <summary>Whether it is drawn as dangerous.</summary>
    bool IsDestructive => false;

    /// <summary>Whether it is offered on the customer's pages only, not in the rows of lists.</summary>
    bool IsOnPagesOnly => false;

    /// <summary>Whether it makes sense for this customer, told from the item alone: no query.</summary>
    bool AppliesTo(ContentItem customer) => true;

    /// <summary>
    /// What is asked in a dialog before it is done; <see langword="null"/> when nothing is asked and the route is a page.
    /// With a question the dialog posts to the route, and the route answers a GET with a page that asks the same.
    /// </summary>
    CustomerConfirmation? Confirm(ContentItem customer) => null;
}

/// <summary>A question with the customer's name in it, and the verb on the button that says yes.</summary>
public sealed record CustomerConfirmation(LocalizedString Question, LocalizedString Verb);
