using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Groups;

/// <summary>The groups of customers: list, form, and deleting.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerGroupsController(
    ICustomerGroupManager manager,
    CustomerGroupLinks links,
    INotifier notifier,
    IHtmlLocalizer<CustomerGroupsController> H,
    IStringLocalizer<CustomerGroupsController> S) : Controller
{
    [HttpGet]
    [Admin("Customers/Groups", CustomerGroupsRoutes.List)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public async Task<IActionResult> Index() => View(await links.ListAsync(Url, User));

    [HttpGet]
    [Admin("Customers/Groups/Create", CustomerGroupsRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public IActionResult Create() => View("Form", new CustomerGroupViewModel());

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin("Customers/Groups/Create", CustomerGroupsRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public async Task<IActionResult> CreatePost(CustomerGroupViewModel model)
    {
        var group = await manager.NewAsync();
        Write(model, group);

        return await AnswerAsync(model, group, await manager.CreateAsync(group));
    }

    [HttpGet]
    [Admin("Customers/Groups/{id}/Edit", CustomerGroupsRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public async Task<IActionResult> Edit(string id) => await manager.FindAsync(id) is { } group ? View("Form", Read(group)) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin("Customers/Groups/{id}/Edit", CustomerGroupsRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public async Task<IActionResult> EditPost([FromRoute] string id, CustomerGroupViewModel model)
    {
        if (await manager.FindAsync(id) is not { } group)
        {
            return NotFound();
        }

        var stored = group.GetOrCreate<CustomerGroupPart>();

        if (stored.Revision != model.Revision)
        {
            ModelState.AddModelError("", S["Somebody else saved this group after you opened the form: {0}, {1}. Save again to overwrite it.", stored.Code ?? "", stored.Name ?? ""]);
            SetRevision(model, stored.Revision);

            return View("Form", model);
        }

        Write(model, group);

        return await AnswerAsync(model, group, await manager.UpdateAsync(group));
    }

    [HttpGet]
    [Admin("Customers/Groups/{id}/Delete", CustomerGroupsRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public async Task<IActionResult> Delete(string id) => await manager.FindAsync(id) is { } group
        ? View(new CustomerGroupDeleteViewModel(links.AskToDelete(CustomerGroupManager.Name(group).Name), Url.RouteUrl(CustomerGroupsRoutes.List)!))
        : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin("Customers/Groups/{id}/Delete", CustomerGroupsRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerGroups))]
    public async Task<IActionResult> DeletePost([FromRoute] string id)
    {
        if (await manager.FindAsync(id) is { } group)
        {
            var name = CustomerGroupManager.Name(group).Name;
            var result = await manager.DeleteAsync(group);
            await (result.Succeeded ? notifier.SuccessAsync(H["The group {0} was deleted.", name]) : notifier.ErrorAsync(H["The group {0} was not deleted.", name]));
        }

        return RedirectToRoute(CustomerGroupsRoutes.List);
    }

    private async Task<IActionResult> AnswerAsync(CustomerGroupViewModel model, ContentItem group, Result result)
    {
        result.AddTo(ModelState);

        if (!ModelState.IsValid)
        {
            return View("Form", model);
        }

        await notifier.SuccessAsync(H["The group {0} was saved.", CustomerGroupManager.Name(group).Name]);

        return RedirectToRoute(CustomerGroupsRoutes.List);
    }

    /// <summary>Saving again is a decision then.</summary>
    private void SetRevision(CustomerGroupViewModel model, int revision)
    {
        model.Revision = revision;
        ModelState.Remove(nameof(model.Revision));
    }

    private static CustomerGroupViewModel Read(ContentItem group)
    {
        var part = group.GetOrCreate<CustomerGroupPart>();

        return new() { Code = part.Code, Name = part.Name, Description = part.Description, Revision = part.Revision };
    }

    private static void Write(CustomerGroupViewModel model, ContentItem group) => group.Alter<CustomerGroupPart>(part =>
    {
        part.Code = model.Code;
        part.Name = model.Name;
        part.Description = model.Description;
    });
}
