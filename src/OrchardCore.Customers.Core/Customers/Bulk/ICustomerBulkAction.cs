using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Bulk;

/// <summary>
/// What can be done with many customers at once: those ticked in a list, or all that it matches. Register it as a scoped
/// service; actions stand in the order of their registration.
/// </summary>
public interface ICustomerBulkAction
{
    /// <summary>The technical name, e.g. <c>hold</c>.</summary>
    string Name { get; }

    /// <summary>A word or two, on the button.</summary>
    LocalizedString Text { get; }

    /// <summary>What it does, shown on hover and focus.</summary>
    LocalizedString Hint { get; }

    /// <summary>The name of a Font Awesome icon, without prefix.</summary>
    string Icon { get; }

    /// <summary>Asked for before it is offered, and with each customer before it is done.</summary>
    Permission Permission { get; }

    /// <summary>Whether it is drawn as dangerous.</summary>
    bool IsDestructive => false;

    /// <summary>What has to be said with it; <see langword="null"/> when nothing.</summary>
    Task<CustomerBulkInput?> GetInputAsync() => Task.FromResult<CustomerBulkInput?>(null);

    /// <summary>
    /// Does it to one customer and saves it. It may run without an HTTP request, on another node, and again after an
    /// interruption: doing it twice changes nothing.
    /// </summary>
    /// <param name="value">What was said with it.</param>
    Task<Result> ApplyAsync(ContentItem customer, string? value);
}

/// <summary>A value asked for before a bulk action runs.</summary>
/// <param name="Options">What can be chosen; <see langword="null"/> for a text.</param>
/// <param name="IsRequired">Whether it can be left empty.</param>
public sealed record CustomerBulkInput(LocalizedString Label, IReadOnlyList<CustomerFilterOption>? Options, bool IsRequired);
