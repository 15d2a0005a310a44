using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>The tab Addresses of a company's page.</summary>
internal sealed class CompanyAddressesTab(AddressLists lists, IAuthorizationService authorizationService, IStringLocalizer<CompanyAddressesTab> S) : ICompanyTab
{
    public string Name => "addresses";

    public LocalizedString Text => S["Addresses"];

    public int Order => 30;

    public Permission Permission => CompaniesPermissions.ViewCompanies;

    public string ViewName => "_CompanyAddresses";

    public int? Count(ContentItem company) => company.Has<AddressBookPart>() ? company.GetOrCreate<AddressBookPart>().Addresses.Length : null;

    public async Task<object> BuildAsync(CompanyTabContext context) => lists.Build(
        context.Company,
        CompanyAddressesController.Place,
        await authorizationService.AuthorizeAsync(context.User, CompaniesPermissions.ManageCompanies, context.Company),
        context.Page,
        context.Search,
        context.ReturnUrl);
}
