using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

/// <summary>The permissions of the module. Ask for them with the customer as the resource: scope may take it away.</summary>
public static class CustomersPermissions
{
    public static readonly Permission EditCustomers = new("EditCustomers", "Create and edit customers", isSecurityCritical: true);

    public static readonly Permission DeleteCustomers = new("DeleteCustomers", "Delete customers", isSecurityCritical: true);

    public static readonly Permission ViewCustomers = new("ViewCustomers", "View customers", [EditCustomers, DeleteCustomers], isSecurityCritical: true);

    public static readonly Permission ManageCustomerSettings = new("ManageCustomerSettings", "Manage customer settings");

    public static readonly Permission ManageCustomerGroups = new("ManageCustomerGroups", "Manage customer groups");

    public static readonly Permission SkipAddressValidation = new("SkipAddressValidation", "Save addresses that break the rules of their country");

    public static readonly Permission ManageSharedViews = new("ManageSharedViews", "Share views of the customer list with roles");

    public static readonly Permission ManageCustomerAccounts = new("ManageCustomerAccounts", "Invite customers to set a password, and take accounts off them", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All =
    [
        ViewCustomers, EditCustomers, DeleteCustomers, ManageCustomerSettings, ManageCustomerGroups, SkipAddressValidation, ManageSharedViews,
        ManageCustomerAccounts,
    ];

    /// <summary>The permission of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Permission Find(string name) => All.Single(permission => permission.Name == name);
}
