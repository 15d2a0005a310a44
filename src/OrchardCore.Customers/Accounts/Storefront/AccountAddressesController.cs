using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Customers keep their address book. An address of somebody else is one that does not exist.</summary>
[AccountPage, CustomerOnly]
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountAddressesController(
    IAddressBookManager manager,
    AccountVisitor visitor,
    AddressPages pages,
    AddressCards cards) : Controller
{
    private const string Root = AccountRoutes.Root + "/addresses";

    private AddressBookPart Book => visitor.Customer.GetOrCreate<AddressBookPart>();

    [HttpGet(Root, Name = AccountRoutes.Addresses)]
    public IActionResult Index() => View(new AddressBookModel([.. Book.Addresses.Select(Card)]));

    [HttpGet(Root + "/add", Name = AccountRoutes.AddAddress)]
    public async Task<IActionResult> Add()
        => View("Form", await pages.FormAsync(visitor.Customer, AddressPlace.Customer, AddressPages.NewInput(visitor.Customer), isNew: true, returnUrl: null, User));

    [HttpPost(Root + "/add"), ActionName(nameof(Add)), ValidateAntiForgeryToken]
    public Task<IActionResult> AddPost([Bind(Prefix = AddressPages.Prefix)] AddressFormInput input)
    {
        input.Id = null;

        return SaveAsync(input, isNew: true, address => manager.AddAsync(visitor.Customer.ContentItemId, address, input.Uses));
    }

    [HttpGet(Root + "/{addressId}/edit", Name = AccountRoutes.EditAddress)]
    public async Task<IActionResult> Edit(string addressId)
        => Book.Find(addressId) is { } address
            ? View("Form", await pages.FormAsync(visitor.Customer, AddressPlace.Customer, AddressFormInput.From(address, Book.UsesOf(addressId)), isNew: false, returnUrl: null, User))
            : NotFound();

    [HttpPost(Root + "/{addressId}/edit"), ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    public async Task<IActionResult> EditPost([FromRoute] string addressId, [Bind(Prefix = AddressPages.Prefix)] AddressFormInput input)
    {
        if (Book.Find(addressId) is null)
        {
            // What was typed is not lost: the form offers to add it.
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        input.Id = addressId;

        return await SaveAsync(input, isNew: false, address => manager.UpdateAsync(visitor.Customer.ContentItemId, address, input.Uses));
    }

    [HttpPost(Root + "/{addressId}/choose", Name = AccountRoutes.ChooseAddress), ValidateAntiForgeryToken]
    public async Task<IActionResult> Choose([FromRoute] string addressId, AddressUses use)
        => Book.Find(addressId) is null ? NotFound() : Answer(await manager.ChooseAsync(visitor.Customer.ContentItemId, addressId, use), AccountNote.AddressChosen);

    [HttpGet(Root + "/{addressId}/delete", Name = AccountRoutes.DeleteAddress)]
    public IActionResult Delete(string addressId) => pages.AskToDelete(visitor.Customer, AddressPlace.Customer, addressId, returnUrl: null) is { } page ? View(page) : NotFound();

    [HttpPost(Root + "/{addressId}/delete"), ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    public async Task<IActionResult> DeletePost([FromRoute] string addressId, [Bind(Prefix = AddressPages.Prefix)] Dictionary<AddressUses, string>? successors)
        => Book.Find(addressId) is null ? NotFound() : Answer(await manager.DeleteAsync(visitor.Customer.ContentItemId, addressId, successors ?? []), AccountNote.AddressDeleted);

    /// <summary>The fields of the country that was chosen, with what was typed in them; for the script of the form.</summary>
    [HttpPost(Root + "/fields", Name = AccountRoutes.AddressFields), ValidateAntiForgeryToken]
    public async Task<IActionResult> Fields(string prefix)
    {
        var input = new AddressInput();
        await TryUpdateModelAsync(input, prefix);
        var fields = await pages.FieldsAsync(prefix, AddressPlace.Customer, input, User);

        return PartialView("_AddressFields", fields with { FieldsRoute = AccountRoutes.AddressFields });
    }

    /// <summary>What an address is for; how it was checked is the shop's affair.</summary>
    private AddressCard Card(CustomerAddress address)
    {
        var card = cards.Of(Book, address);

        return card with { Badges = [.. card.Badges.Where(badge => badge.Style != "warning")] };
    }

    private async Task<IActionResult> SaveAsync(AddressFormInput input, bool isNew, Func<CustomerAddress, Task<Result>> save)
    {
        // Whether the rules of a country are skipped, the shop's staff decides.
        input.IsUnchecked = null;
        var address = pages.Read(visitor.Customer, input);

        if (input.Redraw)
        {
            ModelState.Clear();

            return View("Form", await pages.FormAsync(visitor.Customer, AddressPlace.Customer, input, isNew, returnUrl: null, User));
        }

        var result = await save(address);

        return result.Succeeded
            ? this.Done(AccountRoutes.Addresses, AccountNote.AddressSaved)
            : View("Form", await pages.RefuseAsync(visitor.Customer, AddressPlace.Customer, input, isNew, returnUrl: null, User, result, ModelState, () => AddressConflicts.FindStoredAsync(visitor.Customer.ContentItemId, input.Id!)));
    }

    private IActionResult Answer(Result result, AccountNote done)
    {
        if (result.Succeeded)
        {
            return this.Done(AccountRoutes.Addresses, done);
        }

        result.AddTo(ModelState);

        return View("AccountFailed");
    }
}

/// <param name="Cards">The addresses in their order.</param>
public sealed record AddressBookModel(IReadOnlyList<AddressCard> Cards);
