using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Addresses;

/// <summary>The pages of a customer's addresses, one by one.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class AddressesController(IAddressBookManager manager, AddressPages pages, INotifier notifier, IHtmlLocalizer<AddressBookController> H)
    : AddressBookController(manager, pages, notifier, H)
{
    private readonly AddressPages _pages = pages;

    protected override AddressPlace Routes => AddressPlace.Customer;

    [HttpGet]
    [Admin(AddressesRoutes.Customer + "/Create", AddressesRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> Create(string id, string? returnUrl) => ShowNewAsync(id, returnUrl);

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Customer + "/Create", AddressesRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> CreatePost([FromRoute] string id, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl) => AddAsync(id, input, returnUrl);

    [HttpGet]
    [Admin(AddressesRoutes.Address + "/Edit", AddressesRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> Edit(string id, string addressId, string? returnUrl) => ShowAsync(id, addressId, returnUrl);

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Address + "/Edit", AddressesRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> EditPost([FromRoute] string id, [FromRoute] string addressId, [Bind(Prefix = Prefix)] AddressFormInput input, string? returnUrl)
        => UpdateAsync(id, addressId, input, returnUrl);

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Address + "/Choose", AddressesRoutes.Choose)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> Choose([FromRoute] string id, [FromRoute] string addressId, AddressUses use, string? returnUrl) => ChooseAsync(id, addressId, use, returnUrl);

    [HttpGet]
    [Admin(AddressesRoutes.Address + "/Delete", AddressesRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> Delete(string id, string addressId, string? returnUrl) => AskToDeleteAsync(id, addressId, returnUrl);

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(AddressesRoutes.Address + "/Delete", AddressesRoutes.Delete)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> DeletePost([FromRoute] string id, [FromRoute] string addressId, [Bind(Prefix = Prefix)] Dictionary<AddressUses, string>? successors, string? returnUrl)
        => DeleteAsync(id, addressId, successors, returnUrl);

    [HttpGet]
    [Admin(AddressesRoutes.Address + "/Print", AddressesRoutes.Print)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public Task<IActionResult> Print(string id, string addressId, string? returnUrl) => PrintAsync(id, addressId, returnUrl);

    /// <summary>The fields of the country that was chosen, with what was typed in them; for the script of a form.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Addresses/Fields", AddressesRoutes.Fields)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public Task<IActionResult> Fields(string? prefix) => DrawFieldsAsync(prefix);

    protected override Task<ContentItem?> FindAsync(string id, bool toChange)
        => _pages.FindAsync(id, toChange ? CustomersPermissions.EditCustomers : CustomersPermissions.ViewCustomers, User);

    protected override Task<CustomerAddress?> FindStoredAsync(string id, string addressId) => AddressConflicts.FindStoredAsync(id, addressId);
}
