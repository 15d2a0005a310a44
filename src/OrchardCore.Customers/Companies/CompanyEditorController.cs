using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies;

/// <summary>One form for new and existing companies: Orchard's content editor in our frame.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyEditorController(
    ICompanyManager manager,
    CompanyForms forms,
    CompanyPages pages,
    INotifier notifier,
    IHtmlLocalizer<CompanyEditorController> H,
    IStringLocalizer<CompanyEditorController> S) : Controller
{
    private const string RevisionKey = $"{nameof(CompanyPart)}.{nameof(CompanyPart.Revision)}";

    [HttpGet]
    [Admin("Companies/Create", CompaniesRoutes.Create)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Create(string? returnUrl)
    {
        var company = await manager.NewAsync();

        return Form(company, isNew: true, await forms.EditAsync(company, isNew: true), returnUrl);
    }

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin("Companies/Create", CompaniesRoutes.Create)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> CreatePost(string? returnUrl) => await SaveAsync(await manager.NewAsync(), isNew: true, returnUrl);

    [HttpGet]
    [Admin(CompaniesRoutes.Company + "/Edit", CompaniesRoutes.Edit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Edit(string id, string? returnUrl)
        => await pages.FindAsync(id, CompaniesPermissions.ManageCompanies, User) is { } company ? Form(company, isNew: false, await forms.EditAsync(company, isNew: false), returnUrl) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Edit", CompaniesRoutes.Edit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> EditPost([FromRoute] string id, string? returnUrl)
        => await pages.FindAsync(id, CompaniesPermissions.ManageCompanies, User) is { } company ? await SaveAsync(company, isNew: false, returnUrl) : NotFound();

    private async Task<IActionResult> SaveAsync(ContentItem company, bool isNew, string? returnUrl)
    {
        var editor = await forms.UpdateAsync(company, isNew);

        if (ModelState.IsValid)
        {
            (isNew ? await manager.CreateAsync(company) : await manager.UpdateAsync(company)).AddTo(ModelState);
        }

        if (!ModelState.IsValid)
        {
            return Form(company, isNew, editor, returnUrl, isNew ? null : await CompareAsync(company));
        }

        await notifier.SuccessAsync(isNew ? H["{0} was created.", company.NameOf()] : H["{0} was saved.", company.NameOf()]);
        KeptForm.Forget(HttpContext);

        return LocalRedirect(PageUrl(company, returnUrl));
    }

    private Task<IReadOnlyList<EditDifference>?> CompareAsync(ContentItem company) => CompanyForms.CompareAsync(
        company,
        RevisionKey,
        ModelState,
        services => services.GetRequiredService<ICompanyManager>().FindAsync(company.ContentItemId),
        stored => stored.GetOrCreate<CompanyPart>().Revision,
        item => Values(item.GetOrCreate<CompanyPart>()));

    private IEnumerable<(string Key, string Label, string? Value)> Values(CompanyPart part) =>
    [
        ("CompanyPart.Name", S["Name"], part.Name),
        ("CompanyPart.LegalName", S["Legal name"], part.LegalName),
        ("CompanyPart.TaxNumber", S["Tax number"], part.TaxNumber),
        ("CompanyPart.RegistrationNumber", S["Registration number"], part.RegistrationNumber),
        ("CompanyPart.Website", S["Website"], part.Website),
    ];

    private ViewResult Form(ContentItem company, bool isNew, IShape editor, string? returnUrl, IReadOnlyList<EditDifference>? differences = null) => View("Form", new CompanyFormViewModel
    {
        Title = isNew ? S["New Company"] : company.NameOf(),
        IsNew = isNew,
        Action = isNew ? Url.RouteUrl(CompaniesRoutes.Create)! : Url.RouteUrl(CompaniesRoutes.Edit, new { id = company.ContentItemId })!,
        LeaveUrl = isNew ? this.LocalOr(returnUrl, CompaniesRoutes.List) : PageUrl(company, returnUrl),
        LeaveText = isNew ? S["Companies"] : S["Back to the company"],
        Verb = isNew ? S["Create Company"] : S["Update Company"],
        ReturnUrl = returnUrl,
        Zones = CompanyForms.Zones(editor),
        Kept = KeptForm.In(HttpContext),
        Differences = differences,
    });

    private string PageUrl(ContentItem company, string? returnUrl)
        => Url.RouteUrl(CompaniesRoutes.Display, new { id = company.ContentItemId, returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null })!;
}
