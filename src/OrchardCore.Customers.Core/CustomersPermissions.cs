using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Transfer;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

/// <summary>The permissions of the module. Ask for them with the customer as the resource: scope may take it away.</summary>
public static class CustomersPermissions
{
    public static readonly Permission EditCustomers = new("EditCustomers", "Create and edit customers", isSecurityCritical: true);

    public static readonly Permission DeleteCustomers = new("DeleteCustomers", "Delete customers", isSecurityCritical: true);

    /// <summary>Without it a user sees the customers who are managed by that user, and no others.</summary>
    public static readonly Permission ViewAllCustomers = new("ViewAllCustomers", "View all customers, not only those one manages", isSecurityCritical: true);

    public static readonly Permission ViewCustomers = new("ViewCustomers", "View customers", [EditCustomers, DeleteCustomers, ViewAllCustomers], isSecurityCritical: true);

    public static readonly Permission AssignCustomerManagers = new("AssignCustomerManagers", "Say who manages a customer", isSecurityCritical: true);

    public static readonly Permission ManageCustomerSettings = new("ManageCustomerSettings", "Manage customer settings");

    public static readonly Permission ManageCustomerGroups = new("ManageCustomerGroups", "Manage customer groups");

    public static readonly Permission SkipAddressValidation = new("SkipAddressValidation", "Save addresses that break the rules of their country");

    public static readonly Permission ManageSharedViews = new("ManageSharedViews", "Share views of the customer list with roles");

    public static readonly Permission ManageCustomerAccounts = new("ManageCustomerAccounts", "Invite customers to set a password, and take accounts off them", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All =
    [
        ViewCustomers, ViewAllCustomers, EditCustomers, DeleteCustomers, AssignCustomerManagers, ManageCustomerSettings, ManageCustomerGroups, SkipAddressValidation,
        ManageSharedViews, ManageCustomerAccounts,
    ];

    /// <summary>Those of the main feature, and those that come with others.</summary>
    internal static readonly IReadOnlyList<Permission> OfEveryFeature = [.. All, .. CompaniesPermissions.All, .. CompaniesApiPermissions.All, .. SitesPermissions.All, .. AssistedBuyingPermissions.All, .. TransferPermissions.All];

    /// <summary>The permission of that name, whichever feature it comes with.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Permission Find(string name) => OfEveryFeature.Single(permission => permission.Name == name);
}
