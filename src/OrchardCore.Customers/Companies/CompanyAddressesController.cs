using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies;

/// <summary>The pages of a company's addresses, one by one.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyAddressesController(ICompanyAddressManager manager, CompanyPages companies, AddressPages pages, INotifier notifier, IHtmlLocalizer<AddressBookController> H)
    : AddressBookController(manager, pages, notifier, H)
{
    internal static readonly AddressPlace Place = new(
        CompaniesRoutes.Display, CompaniesRoutes.CreateAddress, CompaniesRoutes.EditAddress, CompaniesRoutes.ChooseAddress, CompaniesRoutes.DeleteAddress, CompaniesRoutes.PrintAddress)
    {
        OwnerType = CustomersConstants.ContentTypes.Company,
        Fields = CompaniesRoutes.AddressFields,
    };

    protected override AddressPlace Routes => Place;

    [HttpGet]
    [Admin(CompaniesRoutes.Company + "/Addresses/Create", CompaniesRoutes.CreateAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> Create(string id, string? returnUrl) => ShowNewAsync(id, returnUrl);

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Addresses/Create", CompaniesRoutes.CreateAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> CreatePost([FromRoute] string id, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl) => AddAsync(id, input, returnUrl);

    [HttpGet]
    [Admin(CompaniesRoutes.Address + "/Edit", CompaniesRoutes.EditAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> Edit(string id, string addressId, string? returnUrl) => ShowAsync(id, addressId, returnUrl);

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Address + "/Edit", CompaniesRoutes.EditAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> EditPost([FromRoute] string id, [FromRoute] string addressId, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl)
        => UpdateAsync(id, addressId, input, returnUrl);

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Address + "/Choose", CompaniesRoutes.ChooseAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> Choose([FromRoute] string id, [FromRoute] string addressId, AddressUses use, string? returnUrl) => ChooseAsync(id, addressId, use, returnUrl);

    [HttpGet]
    [Admin(CompaniesRoutes.Address + "/Delete", CompaniesRoutes.DeleteAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> Delete(string id, string addressId, string? returnUrl) => AskToDeleteAsync(id, addressId, returnUrl);

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Address + "/Delete", CompaniesRoutes.DeleteAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> DeletePost([FromRoute] string id, [FromRoute] string addressId, [Bind(Prefix = Prefix)] Dictionary<AddressUses, string>? successors, string? returnUrl)
        => DeleteAsync(id, addressId, successors, returnUrl);

    [HttpGet]
    [Admin(CompaniesRoutes.Address + "/Print", CompaniesRoutes.PrintAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public Task<IActionResult> Print(string id, string addressId, string? returnUrl) => PrintAsync(id, addressId, returnUrl);

    /// <summary>The fields of the country that was chosen, with what was typed in them; for the script of a form.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Companies/Addresses/Fields", CompaniesRoutes.AddressFields)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public Task<IActionResult> Fields(string? prefix) => DrawFieldsAsync(prefix);

    protected override async Task<ContentItem?> FindAsync(string id, bool toChange)
        => await companies.FindAsync(id, toChange ? CompaniesPermissions.ManageCompanies : CompaniesPermissions.ViewCompanies, User) is { } company && company.Has<AddressBookPart>() ? company : null;

    protected override async Task<CustomerAddress?> FindStoredAsync(string id, string addressId)
    {
        CustomerAddress? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope =>
            stored = (await scope.ServiceProvider.GetRequiredService<ICompanyManager>().FindAsync(id))?.GetOrCreate<AddressBookPart>().Find(addressId));

        return stored;
    }
}
