using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>The pages of a company's addresses, one by one: those of a customer's, at another place.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyAddressesController(
    ICompanyAddressManager manager,
    CompanyPages companies,
    AddressPages pages,
    INotifier notifier,
    IHtmlLocalizer<CompanyAddressesController> H) : Controller
{
    private const string Prefix = AddressPages.Prefix;

    internal static readonly AddressPlace Place = new(
        CompaniesRoutes.Display, CompaniesRoutes.CreateAddress, CompaniesRoutes.EditAddress, CompaniesRoutes.ChooseAddress, CompaniesRoutes.DeleteAddress, CompaniesRoutes.PrintAddress);

    [HttpGet]
    [Admin(CompaniesRoutes.Company + "/Addresses/Create", CompaniesRoutes.CreateAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Create(string id, string? returnUrl)
        => await FindAsync(id, CompaniesPermissions.ManageCompanies) is { } customer
            ? View("Form", await pages.FormAsync(customer, AddressPages.NewInput(customer), isNew: true, returnUrl, User, place: Place))
            : NotFound();

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Addresses/Create", CompaniesRoutes.CreateAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> CreatePost(string id, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl)
    {
        if (await FindAsync(id, CompaniesPermissions.ManageCompanies) is not { } customer)
        {
            return NotFound();
        }

        return await SaveAsync(customer, input, isNew: true, returnUrl, address => manager.AddAsync(id, address, input.Uses));
    }

    [HttpGet]
    [Admin(CompaniesRoutes.Address + "/Edit", CompaniesRoutes.EditAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Edit(string id, string addressId, string? returnUrl)
        => await FindAsync(id, CompaniesPermissions.ManageCompanies) is { } customer && customer.GetOrCreate<AddressBookPart>() is { } book && book.Find(addressId) is { } address
            ? View("Form", await pages.FormAsync(customer, AddressFormInput.From(address, book.UsesOf(addressId)), isNew: false, returnUrl, User, place: Place))
            : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Address + "/Edit", CompaniesRoutes.EditAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> EditPost(string id, string addressId, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl)
    {
        if (await FindAsync(id, CompaniesPermissions.ManageCompanies) is not { } customer)
        {
            return NotFound();
        }

        input.Id = addressId;

        return await SaveAsync(customer, input, isNew: false, returnUrl, address => manager.UpdateAsync(id, address, input.Uses));
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Address + "/Choose", CompaniesRoutes.ChooseAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Choose(string id, string addressId, AddressUses use, string? returnUrl)
    {
        if (await FindAsync(id, CompaniesPermissions.ManageCompanies) is not { } customer || customer.GetOrCreate<AddressBookPart>().Find(addressId) is null)
        {
            return NotFound();
        }

        return await AnswerAsync(await manager.ChooseAsync(id, addressId, use), H["The address was chosen."], id, returnUrl);
    }

    [HttpGet]
    [Admin(CompaniesRoutes.Address + "/Delete", CompaniesRoutes.DeleteAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Delete(string id, string addressId, string? returnUrl)
        => await FindAsync(id, CompaniesPermissions.ManageCompanies) is { } customer && pages.AskToDelete(customer, addressId, returnUrl, Place) is { } page
            ? View("Delete", page)
            : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Address + "/Delete", CompaniesRoutes.DeleteAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> DeletePost(string id, string addressId, [Bind(Prefix = Prefix)] Dictionary<AddressUses, string>? successors, string? returnUrl)
        => await FindAsync(id, CompaniesPermissions.ManageCompanies) is null
            ? NotFound()
            : await AnswerAsync(await manager.DeleteAsync(id, addressId, successors ?? []), H["The address was deleted."], id, returnUrl);

    [HttpGet]
    [Admin(CompaniesRoutes.Address + "/Print", CompaniesRoutes.PrintAddress)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public async Task<IActionResult> Print(string id, string addressId, string? returnUrl)
        => await FindAsync(id, CompaniesPermissions.ViewCompanies) is { } customer && pages.Print(customer, addressId, returnUrl, Place) is { } page
            ? View("Print", page)
            : NotFound();

    private async Task<IActionResult> SaveAsync(ContentItem customer, AddressFormInput input, bool isNew, string? returnUrl, Func<CustomerAddress, Task<Result>> save)
    {
        var address = pages.Read(customer, input);

        if (input.Redraw)
        {
            ModelState.Clear();

            return View("Form", await pages.FormAsync(customer, input, isNew, returnUrl, User, place: Place));
        }

        var result = await save(address);

        if (!result.Succeeded)
        {
            return View("Form", await pages.RefuseAsync(customer, input, isNew, returnUrl, result, ModelState, User, Place, () => FindStoredAsync(customer.ContentItemId, input.Id!)));
        }

        await notifier.SuccessAsync(isNew ? H["The address was added."] : H["The address was saved."]);

        return Redirect(customer.ContentItemId, returnUrl);
    }

    private async Task<IActionResult> AnswerAsync(Result result, LocalizedHtmlString done, string id, string? returnUrl)
    {
        if (result.Succeeded)
        {
            await notifier.SuccessAsync(done);
        }
        else
        {
            await notifier.ErrorAsync(H["Nothing was changed: {0}", string.Join(' ', result.Errors.Select(error => error.Message.Value))]);
        }

        return Redirect(id, returnUrl);
    }

    /// <summary>The company, if there is one with addresses that the user may do this with.</summary>
    private async Task<ContentItem?> FindAsync(string id, Permission permission)
        => await companies.FindAsync(id, permission, User) is { } company && company.Has<AddressBookPart>() ? company : null;

    private static async Task<CustomerAddress?> FindStoredAsync(string companyId, string addressId)
    {
        CustomerAddress? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope =>
            stored = (await scope.ServiceProvider.GetRequiredService<ICompanyManager>().FindAsync(companyId))?.GetOrCreate<AddressBookPart>().Find(addressId));

        return stored;
    }

    private RedirectToRouteResult Redirect(string id, string? returnUrl)
        => RedirectToRoute(CompaniesRoutes.Display, new { id, tab = "addresses", returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
}
