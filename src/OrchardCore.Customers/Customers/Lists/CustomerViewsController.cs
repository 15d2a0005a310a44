using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Lists;

/// <summary>Saves lists as views, and manages the views that there are.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerViewsController(
    ISavedViewManager views,
    CustomerListReader reader,
    CustomerViewPages pages,
    INotifier notifier,
    IHtmlLocalizer<CustomerViewsController> H) : Controller
{
    [HttpGet]
    [Admin("Customers/Views", CustomersRoutes.Views)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Index(string? list) => View(await pages.BuildAsync(list, new ViewForm(), Url, User));

    [HttpPost, ActionName(nameof(Index)), ValidateAntiForgeryToken]
    [Admin("Customers/Views", CustomersRoutes.Views)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> IndexPost(string? list, [Bind(Prefix = "")] ViewForm form)
    {
        var user = await reader.UserAsync(User);
        var view = new SavedView { Values = (await reader.OpenAsync(list, User)).Values };
        form.Fill(view);
        (await views.SaveAsync(view, user)).AddTo(ModelState);

        if (!ModelState.IsValid)
        {
            return View(await pages.BuildAsync(list, form, Url, User));
        }

        if (form.IsDefault)
        {
            await views.ChooseDefaultAsync(view.ViewId, user);
        }

        await notifier.SuccessAsync(H["The view {0} was saved.", view.Name]);

        return LocalRedirect(Url.ListUrl(new() { ["view"] = view.ViewId }));
    }

    [HttpGet]
    [Admin("Customers/Views/" + CustomersRoutes.ViewId, CustomersRoutes.View)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Edit(string viewId) => await pages.EditAsync(viewId, null, User) is { } page ? View(page) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin("Customers/Views/" + CustomersRoutes.ViewId, CustomersRoutes.View)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> EditPost([FromRoute] string viewId, [Bind(Prefix = "")] ViewForm form)
    {
        var user = await reader.UserAsync(User);

        if (await views.FindOwnAsync(viewId, user) is not { } view)
        {
            return NotFound();
        }

        var page = await pages.EditAsync(viewId, form, User);
        var changed = new SavedView { ViewId = viewId, Values = view.Values };
        form.Fill(changed);
        (await views.SaveAsync(changed, user)).AddTo(ModelState);

        return ModelState.IsValid ? RedirectToRoute(CustomersRoutes.Views) : View(page);
    }

    /// <summary>Makes a view what the list is now. When it was deleted meanwhile, the list can be saved as another one.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Views/" + CustomersRoutes.ViewId + "/Save", CustomersRoutes.SaveView)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Save([FromRoute] string viewId, string? list)
    {
        var user = await reader.UserAsync(User);

        if (await views.FindOwnAsync(viewId, user) is not { } view)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            await notifier.ErrorAsync(H["Somebody deleted this view meanwhile. Save the list under a name, if you still need it."]);

            return View(nameof(Index), await pages.BuildAsync(list, new ViewForm(), Url, User));
        }

        var changed = new SavedView { ViewId = viewId, Name = view.Name, Role = view.Role, Values = (await reader.OpenAsync(list, User)).Values };
        var result = await views.SaveAsync(changed, user);
        await (result.Succeeded
            ? notifier.SuccessAsync(H["The view {0} was saved.", view.Name])
            : notifier.ErrorAsync(H["The view {0} was not saved: {1}", view.Name, string.Join(' ', result.Errors.Select(error => error.Message.Value))]));

        return LocalRedirect(Url.ListUrl(new() { ["view"] = viewId }));
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Views/" + CustomersRoutes.ViewId + "/Delete", CustomersRoutes.DeleteView)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Delete([FromRoute] string viewId)
    {
        await views.DeleteAsync(viewId, await reader.UserAsync(User));

        return RedirectToRoute(CustomersRoutes.Views);
    }

    /// <summary>Chooses the view that opens with the list; without an id, all customers do.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Views/Default", CustomersRoutes.DefaultView)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Default(string? viewId)
    {
        await views.ChooseDefaultAsync(viewId, await reader.UserAsync(User));

        return RedirectToRoute(CustomersRoutes.Views);
    }

    [HttpGet]
    [Admin("Customers/Views/Export", CustomersRoutes.ExportViews)]
    [RequirePermission(nameof(CustomersPermissions.ManageSharedViews))]
    public async Task<IActionResult> Export() => File(await pages.ExportAsync(), "application/json", "customer-views.recipe.json");
}
