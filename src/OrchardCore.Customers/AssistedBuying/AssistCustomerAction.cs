using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Acts for a customer at a storefront.</summary>
internal sealed class AssistCustomerAction(IStringLocalizer<AssistCustomerAction> S) : ICustomerAction
{
    public LocalizedString Text => S["Assisted buying"];

    public LocalizedString Hint => S["Act for the customer at a storefront"];

    public string Icon => "circle-user";

    public Permission Permission => AssistedBuyingPermissions.AssistCustomers;

    public string RouteName => AssistRoutes.Start;

    /// <summary>What else it takes, the page says.</summary>
    public bool AppliesTo(ContentItem customer)
        => customer.GetOrCreate<CustomerPart>() is { Status: CustomerStatus.Active, AccountId.Length: > 0 } part && (part.PreferredSite is not null || part.Sites.Length > 0);
}
