using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>What users of the admin may do for customers at storefronts.</summary>
public static class AssistedBuyingPermissions
{
    /// <summary>Ask for it with the customer as the resource.</summary>
    public static readonly Permission AssistCustomers = new("AssistCustomers", "Act for customers at storefronts (assisted buying)", isSecurityCritical: true);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Permission> All = [AssistCustomers];
}
