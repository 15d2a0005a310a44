using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies;

/// <summary>The forms of a company's roles, and deleting them.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyRolesController(
    ICompanyRoleManager manager,
    CompanyRolePages pages,
    INotifier notifier,
    IHtmlLocalizer<CompanyRolesController> H,
    IStringLocalizer<CompanyRolesController> S) : Controller
{
    [HttpGet]
    [Admin(CompaniesRoutes.Company + "/Roles/Create", CompaniesRoutes.CreateRole)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyRoles))]
    public async Task<IActionResult> Create(string id, string? returnUrl)
        => await pages.FindCompanyAsync(id, User) is { } company ? View("Form", pages.Draw(new CompanyRoleViewModel(), company, stored: null, returnUrl, Url)) : NotFound();

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Company + "/Roles/Create", CompaniesRoutes.CreateRole)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyRoles))]
    public async Task<IActionResult> CreatePost([FromRoute] string id, CompanyRoleViewModel model, string? returnUrl)
        => await pages.FindCompanyAsync(id, User) is null ? NotFound() : await SaveAsync(id, model, stored: null, returnUrl);

    [HttpGet]
    [Admin(CompaniesRoutes.Role + "/Edit", CompaniesRoutes.EditRole)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyRoles))]
    public async Task<IActionResult> Edit(string id, string roleId, string? returnUrl)
        => await pages.FindAsync(id, roleId, User) is { } role ? await FormAsync(id, CompanyRolePages.Read(role), role, returnUrl) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Role + "/Edit", CompaniesRoutes.EditRole)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyRoles))]
    public async Task<IActionResult> EditPost([FromRoute] string id, [FromRoute] string roleId, CompanyRoleViewModel model, string? returnUrl)
        => await pages.FindAsync(id, roleId, User) is { } role ? await SaveAsync(id, model, role, returnUrl) : NotFound();

    [HttpGet]
    [Admin(CompaniesRoutes.Role + "/Delete", CompaniesRoutes.DeleteRole)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyRoles))]
    public async Task<IActionResult> Delete(string id, string roleId, string? returnUrl)
        => await pages.FindAsync(id, roleId, User) is { } role ? View(await pages.AskToDeleteAsync(role, returnUrl, Url)) : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(CompaniesRoutes.Role + "/Delete", CompaniesRoutes.DeleteRole)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyRoles))]
    public async Task<IActionResult> DeletePost([FromRoute] string id, [FromRoute] string roleId, string? replacement, string? returnUrl)
    {
        if (await pages.FindAsync(id, roleId, User) is not { } role)
        {
            return NotFound();
        }

        var result = await manager.DeleteAsync(roleId, replacement);
        await (result.Succeeded
            ? notifier.SuccessAsync(H["The role {0} was deleted.", role.Name])
            : notifier.ErrorAsync(H["The role {0} was not deleted: {1}", role.Name, string.Join(' ', result.Errors.Select(error => error.Message.Value))]));

        return LocalRedirect(CompanyRolePages.BackUrl(id, returnUrl, Url));
    }

    private async Task<IActionResult> SaveAsync(string id, CompanyRoleViewModel model, CompanyRole? stored, string? returnUrl)
    {
        if (stored is not null && stored.Revision != model.Revision)
        {
            ModelState.AddModelError("", S["Somebody else saved this role after you opened the form: it is called {0} now. Save again to overwrite it.", stored.Name]);
            model.Revision = stored.Revision;
            ModelState.Remove(nameof(model.Revision));
        }

        var role = pages.Write(model, stored ?? manager.New(id), ModelState);

        if (ModelState.IsValid)
        {
            (stored is null ? await manager.CreateAsync(role) : await manager.UpdateAsync(role)).AddTo(ModelState);
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(id, model, stored, returnUrl);
        }

        await notifier.SuccessAsync(H["The role {0} was saved.", role.Name]);

        return LocalRedirect(CompanyRolePages.BackUrl(id, returnUrl, Url));
    }

    private async Task<IActionResult> FormAsync(string id, CompanyRoleViewModel model, CompanyRole? stored, string? returnUrl)
        => await pages.FindCompanyAsync(id, User) is { } company ? View("Form", pages.Draw(model, company, stored, returnUrl, Url)) : NotFound();
}
