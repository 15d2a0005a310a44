using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Companies;

/// <summary>The names of the permissions the module itself knows, to ask for.</summary>
public static class CompanyPermissionNames
{
    public const string AddMembers = "AddCompanyUsers";
    public const string InviteMembers = "InviteUsers";
    public const string EnableMembers = "EnableCompanyUsers";
    public const string EditMembers = "EditCompanyUsers";
    public const string DeleteMembers = "DeleteCompanyUsers";
    public const string SeeCompanyMenu = "SeeCompanyMenu";
    public const string SeeRoles = "SeeCompanyRoles";
    public const string CreateRoles = "CreateCompanyRoles";
    public const string EditRoles = "EditCompanyRoles";
    public const string DeleteRoles = "DeleteCompanyRoles";
    public const string AddToCart = "AddItemToCart";
    public const string ChangeCart = "ChangeItemInCart";
    public const string RemoveFromCart = "RemoveItemFromCart";
    public const string PlaceOrder = "PlaceOrder";
    public const string SendForApproval = "SendCartForApproval";

    /// <summary>Has limits, and needs <see cref="SendForApproval"/>.</summary>
    public const string BuyUpTo = "BuyUpToGrandTotal";

    /// <summary>Has limits.</summary>
    public const string ApproveUpTo = "ApproveUpToGrandTotal";

    public const string ViewUnitOrders = "ViewBusinessUnitOrders";
    public const string ViewCompanyOrders = "ViewCompanyOrders";
}

/// <summary>The permissions the module itself knows.</summary>
internal sealed class CompanyPermissions(IStringLocalizer<CompanyPermissions> S) : ICompanyPermissionProvider
{
    public IEnumerable<CompanyPermission> GetPermissions()
    {
        var (people, roles, cart, approval, orders) = (S["People"], S["Roles"], S["Cart"], S["Approval"], S["Orders"]);

        return
        [
            new(CompanyPermissionNames.SeeCompanyMenu, S["See company menu"], people),
            new(CompanyPermissionNames.AddMembers, S["Add company users"], people),
            new(CompanyPermissionNames.InviteMembers, S["Invite users"], people),
            new(CompanyPermissionNames.EditMembers, S["Edit company users"], people),
            new(CompanyPermissionNames.EnableMembers, S["Enable and disable company users"], people),
            new(CompanyPermissionNames.DeleteMembers, S["Delete company users"], people),
            new(CompanyPermissionNames.SeeRoles, S["See company roles"], roles),
            new(CompanyPermissionNames.CreateRoles, S["Create company roles"], roles),
            new(CompanyPermissionNames.EditRoles, S["Edit company roles"], roles),
            new(CompanyPermissionNames.DeleteRoles, S["Delete company roles"], roles),
            new(CompanyPermissionNames.AddToCart, S["Add item to cart"], cart),
            new(CompanyPermissionNames.ChangeCart, S["Change item in cart"], cart),
            new(CompanyPermissionNames.RemoveFromCart, S["Remove item from cart"], cart),
            new(CompanyPermissionNames.PlaceOrder, S["Place order"], cart),
            new(CompanyPermissionNames.SendForApproval, S["Send cart for approval"], approval),
            new(CompanyPermissionNames.BuyUpTo, S["Buy up to grand total"], approval, HasLimit: true) { Requires = CompanyPermissionNames.SendForApproval },
            new(CompanyPermissionNames.ApproveUpTo, S["Approve up to grand total"], approval, HasLimit: true),
            new(CompanyPermissionNames.ViewUnitOrders, S["View business unit orders"], orders),
            new(CompanyPermissionNames.ViewCompanyOrders, S["View company orders"], orders),
        ];
    }
}
