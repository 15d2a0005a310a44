using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies;

/// <summary>The list of companies, the company's page, its state, and deleting.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompaniesController(
    ICompanyManager manager,
    CompanyList list,
    CompanyPages pages,
    CompanyPicker picker,
    INotifier notifier,
    IHtmlLocalizer<CompaniesController> H) : Controller
{
    [HttpGet]
    [Admin("Companies", CompaniesRoutes.List)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public async Task<IActionResult> Index() => View(await list.ShowAsync(Request.Query, Url, User));

    [HttpGet]
    [Admin("Companies/Lookup", CompaniesRoutes.Lookup)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public async Task<IActionResult> Lookup(string? search) => Json(await picker.OfferAsync(search));

    [HttpGet]
    [Admin(CompaniesRoutes.Company, CompaniesRoutes.Display)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public async Task<IActionResult> Display(string id, CustomerTabRequest request)
    {
        var page = await pages.FindAsync(id, CompaniesPermissions.ViewCompanies, User) is { } company
            ? await pages.BuildAsync(company, request, ListUrl(request.ReturnUrl), Url, User)
            : null;

        return page is null ? NotFound() : View(page);
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Change", CompaniesRoutes.Change)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Change([FromRoute] string id, CompanyAction change, string? returnUrl)
    {
        if (await pages.FindAsync(id, CompaniesPermissions.ManageCompanies, User) is not { } company || !Enum.IsDefined(change))
        {
            return NotFound();
        }

        var result = await manager.ChangeAsync(company, change);
        await (result.Succeeded
            ? notifier.SuccessAsync(H["{0} was saved.", company.NameOf()])
            : notifier.ErrorAsync(H["{0} was not changed: {1}", company.NameOf(), string.Join(' ', result.Errors.Select(error => error.Message.Value))]));

        return RedirectToRoute(CompaniesRoutes.Display, new { id, returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
    }

    [HttpGet]
    [Admin(CompaniesRoutes.Company + "/Delete", CompaniesRoutes.Delete)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Delete(string id, string? returnUrl)
        => await pages.FindAsync(id, CompaniesPermissions.ManageCompanies, User) is { } company
            ? View("Delete", new CompanyDeleteViewModel(H["Delete company"].Value, list.AskToDelete(company), ListUrl(returnUrl), returnUrl))
            : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Delete", CompaniesRoutes.Delete)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> DeletePost([FromRoute] string id, string? returnUrl)
    {
        if (await pages.FindAsync(id, CompaniesPermissions.ManageCompanies, User) is not { } company)
        {
            return NotFound();
        }

        var result = await manager.DeleteAsync(company);

        if (result.Succeeded)
        {
            await notifier.SuccessAsync(H["{0} was deleted.", company.NameOf()]);

            return LocalRedirect(ListUrl(returnUrl));
        }

        await notifier.ErrorAsync(H["{0} was not deleted: {1}", company.NameOf(), string.Join(' ', result.Errors.Select(error => error.Message.Value))]);

        return RedirectToRoute(CompaniesRoutes.Display, new { id, returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
    }

    private string ListUrl(string? returnUrl) => this.LocalOr(returnUrl, CompaniesRoutes.List);
}
