using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Recent;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

/// <summary>The list, the customer's page, and deleting.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomersController(
    ICustomerManager manager,
    CustomerList list,
    CustomerPageBuilder pages,
    IAuthorizationService authorizationService,
    INotifier notifier,
    IHtmlLocalizer<CustomersController> H) : Controller
{
    [HttpGet]
    [Admin("Customers", CustomersRoutes.List)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Index() => View(await list.ShowAsync(Request.Query, Url, User));

    [HttpGet]
    [Admin("Customers/" + CustomersRoutes.Id, CustomersRoutes.Display)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    [RemembersCustomer]
    public async Task<IActionResult> Display(string id, CustomerTabRequest request, string? returnUrl)
    {
        var page = await FindAsync(id, CustomersPermissions.ViewCustomers) is { } customer
            ? await pages.BuildAsync(customer, request, ListUrl(returnUrl), Url, User)
            : null;

        return page is null ? NotFound() : View(page);
    }

    [HttpGet]
    [Admin("Customers/" + CustomersRoutes.Id + "/Delete", CustomersRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.DeleteCustomers))]
    public async Task<IActionResult> Delete(string id, string? returnUrl)
    {
        var customer = await FindAsync(id, CustomersPermissions.DeleteCustomers);

        return customer is null ? NotFound() : View(pages.AskToDelete(customer, ListUrl(returnUrl)));
    }

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin("Customers/" + CustomersRoutes.Id + "/Delete", CustomersRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.DeleteCustomers))]
    public async Task<IActionResult> DeletePost([FromRoute] string id, string? returnUrl)
    {
        if (await FindAsync(id, CustomersPermissions.DeleteCustomers) is not { } customer)
        {
            return NotFound();
        }

        var name = customer.ListName();
        var result = await manager.DeleteAsync(customer);

        if (result.Succeeded)
        {
            await notifier.SuccessAsync(H["{0} was deleted.", name]);
        }
        else
        {
            await notifier.ErrorAsync(H["{0} was not deleted: {1}", name, string.Join(' ', result.Errors.Select(error => error.Message.Value))]);
        }

        return LocalRedirect(ListUrl(returnUrl));
    }

    /// <summary>The customer, if there is one that the user may do this with.</summary>
    private async Task<ContentItem?> FindAsync(string id, Permission permission)
    {
        var customer = await manager.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(User, permission, customer) ? customer : null;
    }

    private string ListUrl(string? returnUrl) => this.LocalOr(returnUrl, CustomersRoutes.List);
}
