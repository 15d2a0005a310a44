using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Addresses;

/// <summary>The pages of a customer's addresses, one by one.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class AddressesController(
    IAddressBookManager manager,
    AddressPages pages,
    INotifier notifier,
    IHtmlLocalizer<AddressesController> H) : Controller
{
    private const string Prefix = AddressPages.Prefix;

    [HttpGet]
    [Admin(AddressesRoutes.Customer + "/Create", AddressesRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Create(string id, string? returnUrl)
        => await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is { } customer
            ? View("Form", await pages.FormAsync(customer, AddressPages.NewInput(customer), isNew: true, returnUrl, User))
            : NotFound();

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Customer + "/Create", AddressesRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> CreatePost(string id, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl)
    {
        if (await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is not { } customer)
        {
            return NotFound();
        }

        return await SaveAsync(customer, input, isNew: true, returnUrl, address => manager.AddAsync(id, address, input.Uses));
    }

    [HttpGet]
    [Admin(AddressesRoutes.Address + "/Edit", AddressesRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Edit(string id, string addressId, string? returnUrl)
        => await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is { } customer && customer.GetOrCreate<AddressBookPart>() is { } book && book.Find(addressId) is { } address
            ? View("Form", await pages.FormAsync(customer, AddressFormInput.From(address, book.UsesOf(addressId)), isNew: false, returnUrl, User))
            : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Address + "/Edit", AddressesRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> EditPost(string id, string addressId, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl)
    {
        if (await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is not { } customer)
        {
            return NotFound();
        }

        input.Id = addressId;

        return await SaveAsync(customer, input, isNew: false, returnUrl, address => manager.UpdateAsync(id, address, input.Uses));
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Address + "/Choose", AddressesRoutes.Choose)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Choose(string id, string addressId, AddressUses use, string? returnUrl)
    {
        if (await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is not { } customer || customer.GetOrCreate<AddressBookPart>().Find(addressId) is null)
        {
            return NotFound();
        }

        return await AnswerAsync(await manager.ChooseAsync(id, addressId, use), H["The address was chosen."], id, returnUrl);
    }

    [HttpGet]
    [Admin(AddressesRoutes.Address + "/Delete", AddressesRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Delete(string id, string addressId, string? returnUrl)
        => await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is { } customer && pages.AskToDelete(customer, addressId, returnUrl) is { } page
            ? View(page)
            : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Address + "/Delete", AddressesRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> DeletePost(string id, string addressId, [Bind(Prefix = Prefix)] Dictionary<AddressUses, string>? successors, string? returnUrl)
        => await pages.FindAsync(id, CustomersPermissions.EditCustomers, User) is null
            ? NotFound()
            : await AnswerAsync(await manager.DeleteAsync(id, addressId, successors ?? []), H["The address was deleted."], id, returnUrl);

    [HttpGet]
    [Admin(AddressesRoutes.Address + "/Print", AddressesRoutes.Print)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Print(string id, string addressId, string? returnUrl)
        => await pages.FindAsync(id, CustomersPermissions.ViewCustomers, User) is { } customer && pages.Print(customer, addressId, returnUrl) is { } page
            ? View(page)
            : NotFound();

    /// <summary>The fields of the country that was chosen, with what was typed in them; for the script of a form.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Addresses/Fields", AddressesRoutes.Fields)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Fields(string? prefix)
    {
        if (string.IsNullOrEmpty(prefix))
        {
            return BadRequest();
        }

        var input = new AddressInput();
        await TryUpdateModelAsync(input, prefix);

        return PartialView("_AddressFields", await pages.FieldsAsync(prefix, input, User));
    }

    private async Task<IActionResult> SaveAsync(ContentItem customer, AddressFormInput input, bool isNew, string? returnUrl, Func<CustomerAddress, Task<Result>> save)
    {
        var address = pages.Read(customer, input);

        if (input.Redraw)
        {
            ModelState.Clear();

            return View("Form", await pages.FormAsync(customer, input, isNew, returnUrl, User));
        }

        var result = await save(address);

        if (!result.Succeeded)
        {
            return View("Form", await pages.RefuseAsync(customer, input, isNew, returnUrl, result, ModelState, User));
        }

        await notifier.SuccessAsync(isNew ? H["The address was added."] : H["The address was saved."]);

        return Redirect(customer.ContentItemId, returnUrl);
    }

    private async Task<IActionResult> AnswerAsync(Result result, LocalizedHtmlString done, string id, string? returnUrl)
    {
        if (result.Succeeded)
        {
            await notifier.SuccessAsync(done);
        }
        else
        {
            await notifier.ErrorAsync(H["Nothing was changed: {0}", string.Join(' ', result.Errors.Select(error => error.Message.Value))]);
        }

        return Redirect(id, returnUrl);
    }

    private RedirectToRouteResult Redirect(string id, string? returnUrl)
        => RedirectToRoute(CustomersRoutes.Display, new { id, tab = "addresses", returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
}
