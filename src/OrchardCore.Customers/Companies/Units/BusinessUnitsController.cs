using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies;

/// <summary>The forms of a company's business units, moving and deleting them.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class BusinessUnitsController(
    IBusinessUnitManager manager,
    CompanyForms forms,
    CompanyPages companies,
    BusinessUnitPages pages,
    INotifier notifier,
    IHtmlLocalizer<BusinessUnitsController> H,
    IStringLocalizer<BusinessUnitsController> S) : Controller
{
    private const string RevisionKey = $"{nameof(BusinessUnitPart)}.{nameof(BusinessUnitPart.Revision)}";

    [HttpGet]
    [Admin(CompaniesRoutes.Company + "/Units/Create", CompaniesRoutes.CreateUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Create(string id, string? parent, string? returnUrl)
        => await NewAsync(id, parent) is { } unit ? Form(unit, isNew: true, await forms.EditAsync(unit, isNew: true), returnUrl) : NotFound();

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Units/Create", CompaniesRoutes.CreateUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> CreatePost([FromRoute] string id, string? parent, string? returnUrl)
        => await NewAsync(id, parent) is { } unit ? await SaveAsync(unit, isNew: true, returnUrl) : NotFound();

    [HttpGet]
    [Admin(CompaniesRoutes.Unit + "/Edit", CompaniesRoutes.EditUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Edit(string id, string unitId, string? returnUrl)
        => await pages.FindAsync(id, unitId, User) is { } unit ? Form(unit, isNew: false, await forms.EditAsync(unit, isNew: false), returnUrl) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Unit + "/Edit", CompaniesRoutes.EditUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> EditPost([FromRoute] string id, [FromRoute] string unitId, string? returnUrl)
        => await pages.FindAsync(id, unitId, User) is { } unit ? await SaveAsync(unit, isNew: false, returnUrl) : NotFound();

    [HttpGet]
    [Admin(CompaniesRoutes.Unit + "/Move", CompaniesRoutes.MoveUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Move(string id, string unitId, string? search, string? returnUrl)
        => await pages.FindAsync(id, unitId, User) is { } unit ? View(await pages.MoveAsync(unit, search, returnUrl, Url)) : NotFound();

    [HttpPost, ActionName(nameof(Move)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Unit + "/Move", CompaniesRoutes.MoveUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> MovePost([FromRoute] string id, [FromRoute] string unitId, string? parent, string? search, string? returnUrl)
    {
        if (await pages.FindAsync(id, unitId, User) is not { } unit)
        {
            return NotFound();
        }

        var result = string.IsNullOrEmpty(parent) ? Result.Failed([new ResultError { Key = "", Message = S["Choose the unit it moves under."] }]) : await manager.MoveAsync(unitId, parent);

        if (!result.Succeeded)
        {
            ModelState.AddModelError("parent", string.Join(' ', result.Errors.Select(error => error.Message.Value)));

            return View("Move", await pages.MoveAsync(unit, search, returnUrl, Url));
        }

        await notifier.SuccessAsync(H["{0} was moved.", unit.NameOf()]);

        return LocalRedirect(BusinessUnitPages.BackUrl(id, returnUrl, Url));
    }

    [HttpGet]
    [Admin(CompaniesRoutes.Unit + "/Delete", CompaniesRoutes.DeleteUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> Delete(string id, string unitId, string? returnUrl)
        => await pages.FindAsync(id, unitId, User) is { } unit
            ? View("Delete", new CompanyDeleteViewModel(S["Delete business unit"], await pages.AskToDeleteAsync(unit), BusinessUnitPages.BackUrl(id, returnUrl, Url), returnUrl))
            : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Unit + "/Delete", CompaniesRoutes.DeleteUnit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanies))]
    public async Task<IActionResult> DeletePost([FromRoute] string id, [FromRoute] string unitId, string? returnUrl)
    {
        if (await pages.FindAsync(id, unitId, User) is not { } unit)
        {
            return NotFound();
        }

        var result = await manager.DeleteAsync(unitId);
        await (result.Succeeded
            ? notifier.SuccessAsync(H["{0} was deleted.", unit.NameOf()])
            : notifier.ErrorAsync(H["{0} was not deleted: {1}", unit.NameOf(), string.Join(' ', result.Errors.Select(error => error.Message.Value))]));

        return LocalRedirect(BusinessUnitPages.BackUrl(id, returnUrl, Url));
    }

    /// <summary>Below the headquarters unless another unit is asked for.</summary>
    private async Task<ContentItem?> NewAsync(string id, string? parent)
        => await companies.FindAsync(id, CompaniesPermissions.ManageCompanies, User) is { } company ? await manager.NewAsync(id, parent ?? company.GetOrCreate<CompanyPart>().HeadquartersId ?? "") : null;

    private async Task<IActionResult> SaveAsync(ContentItem unit, bool isNew, string? returnUrl)
    {
        var editor = await forms.UpdateAsync(unit, isNew);

        if (ModelState.IsValid)
        {
            (isNew ? await manager.CreateAsync(unit) : await manager.UpdateAsync(unit)).AddTo(ModelState);
        }

        if (!ModelState.IsValid)
        {
            return Form(unit, isNew, editor, returnUrl, isNew ? null : await CompareAsync(unit));
        }

        await notifier.SuccessAsync(isNew ? H["{0} was created.", unit.NameOf()] : H["{0} was saved.", unit.NameOf()]);
        KeptForm.Forget(HttpContext);

        return LocalRedirect(BusinessUnitPages.BackUrl(unit.GetOrCreate<BusinessUnitPart>().CompanyId!, returnUrl, Url));
    }

    private Task<IReadOnlyList<EditDifference>?> CompareAsync(ContentItem unit) => CompanyForms.CompareAsync(
        unit,
        RevisionKey,
        ModelState,
        services => services.GetRequiredService<IBusinessUnitManager>().FindAsync(unit.ContentItemId),
        stored => stored.GetOrCreate<BusinessUnitPart>().Revision,
        item => Values(item.GetOrCreate<BusinessUnitPart>()));

    private IEnumerable<(string Key, string Label, string? Value)> Values(BusinessUnitPart part) =>
    [
        ("BusinessUnitPart.Name", S["Name"], part.Name),
        ("BusinessUnitPart.Iban", S["IBAN"], Iban.Print(part.Iban)),
        ("BusinessUnitPart.Bic", S["BIC"], part.Bic),
        ("BusinessUnitPart.Phone", S["Phone"], part.Phone),
        ("BusinessUnitPart.Email", S["E-mail"], part.Email),
        ("BusinessUnitPart.Url", S["Website"], part.Url),
    ];

    private ViewResult Form(ContentItem unit, bool isNew, IShape editor, string? returnUrl, IReadOnlyList<EditDifference>? differences = null)
    {
        var part = unit.GetOrCreate<BusinessUnitPart>();

        return View("Form", new CompanyFormViewModel
        {
            Title = isNew ? S["New business unit"] : unit.NameOf(),
            IsNew = isNew,
            Action = isNew
                ? Url.RouteUrl(CompaniesRoutes.CreateUnit, new { id = part.CompanyId, parent = part.ParentUnitId })!
                : Url.RouteUrl(CompaniesRoutes.EditUnit, new { id = part.CompanyId, unitId = unit.ContentItemId })!,
            LeaveUrl = BusinessUnitPages.BackUrl(part.CompanyId!, returnUrl, Url),
            LeaveText = S["Business units"],
            Verb = isNew ? S["Create Unit"] : S["Update Unit"],
            ReturnUrl = returnUrl,
            Zones = CompanyForms.Zones(editor),
            Kept = KeptForm.In(HttpContext),
            Differences = differences,
        });
    }
}
