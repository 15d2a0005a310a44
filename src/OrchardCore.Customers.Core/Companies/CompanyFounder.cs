using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Gives a new company its headquarters and its first roles, in the session that creates it.</summary>
internal sealed class CompanyFounder(ISession session, IContentManager contentManager, CompanyStructures structures, CompanyPermissionCatalog permissions, IStringLocalizer<CompanyFounder> S)
{
    /// <summary>What a buyer may do; up to which amount, a limit can say later.</summary>
    private static readonly string[] OfBuyers =
    [
        CompanyPermissionNames.SeeCompanyMenu, CompanyPermissionNames.AddToCart, CompanyPermissionNames.ChangeCart, CompanyPermissionNames.RemoveFromCart,
        CompanyPermissionNames.PlaceOrder, CompanyPermissionNames.SendForApproval, CompanyPermissionNames.BuyUpTo, CompanyPermissionNames.ViewUnitOrders,
    ];

    public async Task FoundAsync(ContentItem company)
    {
        var id = company.ContentItemId;
        await structures.AddAsync(id);

        var headquarters = await contentManager.NewAsync(CustomersConstants.ContentTypes.BusinessUnit);
        headquarters.ContentItemId = company.GetOrCreate<CompanyPart>().HeadquartersId ?? headquarters.ContentItemId;
        headquarters.Alter<BusinessUnitPart>(part =>
        {
            part.CompanyId = id;
            part.Name = S["Headquarters"];
        });
        await contentManager.CreateAsync(headquarters, VersionOptions.Published);

        // Who may give no other role than the default one must not be able to give everything by it.
        await AddAsync(id, S["Admin"], isDefault: false, [.. permissions.All.Select(permission => permission.Name)]);
        await AddAsync(id, S["Buyer"], isDefault: true, OfBuyers);
    }

    private Task AddAsync(string companyId, string name, bool isDefault, string[] permitted) => session.SaveAsync(
        new CompanyRole { RoleId = CompanyRoles.NewId(), CompanyId = companyId, Name = name, IsDefault = isDefault, Permissions = permitted, Revision = 1 },
        collection: CustomersConstants.Collection);
}
