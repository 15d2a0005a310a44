using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>Says who manages a customer, and offers the users who can.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerManagedByController(
    ICustomerManager manager,
    CustomerManagers managers,
    ManagedByField field,
    ManagedByPages pages,
    IAuthorizationService authorizationService,
    INotifier notifier,
    IHtmlLocalizer<CustomerManagedByController> H) : Controller
{
    private const string Path = "Customers/" + CustomersRoutes.Id + "/ManagedBy";
    private const int MaxFound = 20;

    /// <summary>The names of users who can manage customers, for the search of the picker.</summary>
    [HttpGet]
    [Admin("Customers/Managers", CustomersRoutes.Managers)]
    [RequirePermission(nameof(CustomersPermissions.AssignCustomerManagers))]
    public async Task<IActionResult> Search(string? search) => Json((await managers.SearchAsync(search, MaxFound)).Select(user => user.Name));

    [HttpGet]
    [Admin(Path, CustomersRoutes.ManagedBy)]
    [RequirePermission(nameof(CustomersPermissions.AssignCustomerManagers))]
    public async Task<IActionResult> Edit(string id, string? returnUrl)
        => await FindAsync(id) is { } customer ? await ShowAsync(customer, returnUrl) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(Path, CustomersRoutes.ManagedBy)]
    [RequirePermission(nameof(CustomersPermissions.AssignCustomerManagers))]
    public async Task<IActionResult> EditPost([FromRoute] string id, string? managedBy, int revision, string? returnUrl)
    {
        if (await FindAsync(id) is not { } customer)
        {
            return NotFound();
        }

        var part = customer.GetOrCreate<CustomerPart>();

        if (part.Revision != revision)
        {
            return await RefuseAsync(id, returnUrl);
        }

        await field.WriteAsync(managedBy, part, ManagedByPages.FieldName, ModelState);
        part.Apply();

        if (ModelState.IsValid)
        {
            (await manager.UpdateAsync(customer)).AddTo(ModelState);
        }

        if (ModelState.ContainsKey(CustomerFields.FullName(nameof(CustomerPart.Revision))))
        {
            return await RefuseAsync(id, returnUrl);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(customer, returnUrl);
        }

        var name = await field.ReadAsync(part);
        await notifier.SuccessAsync(name is null ? H["Nobody manages {0} now.", customer.ListName()] : H["{0} is managed by {1}.", customer.ListName(), name]);

        return LocalRedirect(CustomerReturn.CustomerUrl(Url, id, ListUrl(returnUrl)));
    }

    /// <summary>Somebody else saved the customer meanwhile: what is stored now is said, and saving again is a decision.</summary>
    private async Task<IActionResult> RefuseAsync(string id, string? returnUrl)
    {
        ContentItem? stored = null;

        // Our session may hold what was typed, or have ended.
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(id));

        ModelState.Remove(CustomerFields.FullName(nameof(CustomerPart.Revision)));
        ModelState.Remove("revision");
        ModelState.AddModelError("", pages.Outdated);

        return stored is null ? NotFound() : await ShowAsync(stored, returnUrl);
    }

    private async Task<IActionResult> ShowAsync(ContentItem customer, string? returnUrl) => View("Form", await pages.BuildAsync(customer, ListUrl(returnUrl), Url, User));

    /// <summary>The customer, if there is one whose manager the user may choose.</summary>
    private async Task<ContentItem?> FindAsync(string id)
    {
        var customer = await manager.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(User, CustomersPermissions.AssignCustomerManagers, customer) ? customer : null;
    }

    private string ListUrl(string? returnUrl) => this.LocalOr(returnUrl, CustomersRoutes.List);
}
