using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Sites;

/// <summary>One form for new and existing sites.</summary>
[Feature(CustomersConstants.Features.Sites)]
public sealed class StoreSiteEditorController(IStoreSiteManager manager, StoreSiteForms forms, INotifier notifier, IHtmlLocalizer<StoreSiteEditorController> H) : Controller
{
    [HttpGet]
    [Admin("Customers/Sites/Create", SitesRoutes.Create)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public Task<IActionResult> Create() => ShowAsync(StoreSiteForms.Read(new StoreSite()), code: null);

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin("Customers/Sites/Create", SitesRoutes.Create)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> CreatePost(StoreSiteFormModel model)
    {
        var site = StoreSiteForms.Write(model, code: null);

        return await AnswerAsync(model, code: null, site, ModelState.IsValid ? await manager.CreateAsync(site) : Result.Success());
    }

    [HttpGet]
    [Admin("Customers/Sites/{code}/Edit", SitesRoutes.Edit)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Edit(string code)
        => await manager.FindAsync(code) is { } site ? await ShowAsync(StoreSiteForms.Read(site), site.Code) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin("Customers/Sites/{code}/Edit", SitesRoutes.Edit)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> EditPost([FromRoute] string code, StoreSiteFormModel model)
    {
        if (await manager.FindAsync(code) is not { } stored)
        {
            return NotFound();
        }

        var site = StoreSiteForms.Write(model, stored.Code);

        return await AnswerAsync(model, stored.Code, site, ModelState.IsValid ? await manager.UpdateAsync(site) : Result.Success());
    }

    private async Task<IActionResult> AnswerAsync(StoreSiteFormModel model, string? code, StoreSite site, Result result)
    {
        result.AddTo(ModelState);

        if (!ModelState.IsValid)
        {
            return await ShowAsync(model, code);
        }

        await notifier.SuccessAsync(code is null ? H["The site {0} was created.", site.Name] : H["The site {0} was saved.", site.Name]);

        return RedirectToRoute(SitesRoutes.List);
    }

    private async Task<IActionResult> ShowAsync(StoreSiteFormModel model, string? code)
    {
        model.Code = code ?? model.Code;

        return View("Form", await forms.FrameAsync(model, code, Url, ModelState));
    }
}
