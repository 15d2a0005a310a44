using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

/// <summary>The list, the customer's page, and deleting.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomersController(
    ICustomerManager manager,
    ICustomerFinder finder,
    CustomerListBuilder list,
    CustomerPageBuilder pages,
    IAuthorizationService authorizationService,
    INotifier notifier,
    IHtmlLocalizer<CustomersController> H) : Controller
{
    [Admin("Customers", CustomersRoutes.List)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Index()
    {
        var state = list.Read(Request.Query);
        var query = list.ToQuery(state);
        var page = await finder.FindAsync(query, User);

        return View(await list.BuildAsync(page, query, state, Url, User));
    }

    [Admin("Customers/" + CustomersRoutes.Id, CustomersRoutes.Display)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Display(string id, string? returnUrl)
    {
        var customer = await FindAsync(id, CustomersPermissions.ViewCustomers);

        return customer is null ? NotFound() : View(new CustomerPageViewModel
        {
            Customer = customer,
            Part = customer.GetOrCreate<CustomerPart>(),
            Status = pages.Status(customer),
            Facts = await pages.FactsAsync(customer),
            ListUrl = this.LocalOr(returnUrl, CustomersRoutes.List),
            MayEdit = await MayAsync(CustomersPermissions.EditCustomers),
            MayDelete = await MayAsync(CustomersPermissions.DeleteCustomers),
        });
    }

    [Admin("Customers/" + CustomersRoutes.Id + "/Delete", CustomersRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.DeleteCustomers))]
    public async Task<IActionResult> Delete(string id, string? returnUrl)
    {
        var customer = await FindAsync(id, CustomersPermissions.DeleteCustomers);

        return customer is null ? NotFound() : View(new CustomerDeleteViewModel
        {
            Name = customer.DisplayText,
            CancelUrl = this.LocalOr(returnUrl, CustomersRoutes.List),
        });
    }

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin("Customers/" + CustomersRoutes.Id + "/Delete", CustomersRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.DeleteCustomers))]
    public async Task<IActionResult> DeletePost(string id, string? returnUrl)
    {
        if (await FindAsync(id, CustomersPermissions.DeleteCustomers) is not { } customer)
        {
            return NotFound();
        }

        var name = customer.DisplayText;
        var result = await manager.DeleteAsync(customer);

        if (result.Succeeded)
        {
            await notifier.SuccessAsync(H["{0} was deleted.", name]);
        }
        else
        {
            await notifier.ErrorAsync(H["{0} was not deleted: {1}", name, string.Join(' ', result.Errors.Select(error => error.Message.Value))]);
        }

        return LocalRedirect(this.LocalOr(returnUrl, CustomersRoutes.List));
    }

    /// <summary>The customer, if there is one that the user may do this with.</summary>
    private async Task<ContentItem?> FindAsync(string id, Permission permission)
    {
        var customer = await manager.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(User, permission, customer) ? customer : null;
    }

    private Task<bool> MayAsync(Permission permission) => authorizationService.AuthorizeAsync(User, permission);
}
