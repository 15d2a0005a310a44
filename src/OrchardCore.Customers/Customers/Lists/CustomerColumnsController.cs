using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Lists;

/// <summary>Which columns the list has, and in which order.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerColumnsController(
    CustomerListReader reader,
    CustomerColumnCatalog catalog,
    ISavedViewManager views,
    IStringLocalizer<CustomerColumnsController> S) : Controller
{
    [HttpGet]
    [Admin("Customers/Columns", CustomersRoutes.Columns)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Index(string? list)
    {
        var opened = await reader.OpenAsync(list, User);

        return View(ColumnsViewModel.For(opened, await catalog.ListAsync(), Url));
    }

    [HttpPost, ActionName(nameof(Index)), ValidateAntiForgeryToken]
    [Admin("Customers/Columns", CustomersRoutes.Columns)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> IndexPost(ColumnsForm form)
    {
        var opened = await reader.OpenAsync(form.List, User);
        var all = await catalog.ListAsync();

        if (form.Reset is not null)
        {
            return await ChooseAsync(opened, null, all);
        }

        if (form.Move is not null)
        {
            return View(ColumnsViewModel.For(opened, all, Url, form));
        }

        // Names that are no column's were not on the page.
        string[] chosen = [.. form.Chosen.Where(name => all.Any(column => column.Name == name))];

        if (chosen is [])
        {
            ModelState.AddModelError("", S["Choose at least one column."]);
        }
        else if (chosen.Length > CustomerColumnCatalog.MaxShown)
        {
            ModelState.AddModelError("", S["Choose at most {0} columns.", CustomerColumnCatalog.MaxShown]);
        }

        return ModelState.IsValid ? await ChooseAsync(opened, chosen, all) : View(ColumnsViewModel.For(opened, all, Url, form));
    }

    /// <summary>In a view they belong to the view, and are kept when it is saved; else to the user.</summary>
    private async Task<IActionResult> ChooseAsync(OpenedList opened, IReadOnlyList<string>? names, IReadOnlyList<ICustomerListColumn> all)
    {
        if (opened.View is not null)
        {
            return LocalRedirect(Url.ListUrl(opened.State.WithColumns(names ?? [.. all.Where(column => column.IsShownByDefault).Select(column => column.Name)])));
        }

        await views.ChooseColumnsAsync(names?.ToArray(), await reader.UserAsync(User));

        return LocalRedirect(Url.ListUrl(opened.State.WithoutValue(CustomerListState.ColumnsKey)));
    }
}
