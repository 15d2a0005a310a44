using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Addresses;

/// <summary>What the pages of an address book do, whoever it belongs to. The owner's controller says where they are, and who may.</summary>
public abstract class AddressBookController(IAddressBookManager manager, AddressPages pages, INotifier notifier, IHtmlLocalizer<AddressBookController> H) : Controller
{
    /// <summary>The names of the form's fields begin with it.</summary>
    protected const string Prefix = AddressPages.Prefix;

    /// <summary>The routes of the pages.</summary>
    protected abstract AddressPlace Routes { get; }

    /// <summary>The owner, if there is one with addresses that the user may see, or change.</summary>
    protected abstract Task<ContentItem?> FindAsync(string id, bool toChange);

    /// <summary>The address as it is stored, read by another session than the one that holds what was typed.</summary>
    protected abstract Task<CustomerAddress?> FindStoredAsync(string id, string addressId);

    protected async Task<IActionResult> ShowNewAsync(string id, string? returnUrl)
        => await FindAsync(id, toChange: true) is { } owner
            ? View("Form", await pages.FormAsync(owner, Routes, AddressPages.NewInput(owner), isNew: true, returnUrl, User))
            : NotFound();

    protected async Task<IActionResult> AddAsync(string id, AddressFormInput input, string? returnUrl)
        => await FindAsync(id, toChange: true) is { } owner
            ? await SaveAsync(owner, input, isNew: true, returnUrl, address => manager.AddAsync(id, address, input.Uses))
            : NotFound();

    protected async Task<IActionResult> ShowAsync(string id, string addressId, string? returnUrl)
        => await FindAsync(id, toChange: true) is { } owner && owner.GetOrCreate<AddressBookPart>() is { } book && book.Find(addressId) is { } address
            ? View("Form", await pages.FormAsync(owner, Routes, AddressFormInput.From(address, book.UsesOf(addressId)), isNew: false, returnUrl, User))
            : NotFound();

    protected async Task<IActionResult> UpdateAsync(string id, string addressId, AddressFormInput input, string? returnUrl)
    {
        input.Id = addressId;

        return await FindAsync(id, toChange: true) is { } owner
            ? await SaveAsync(owner, input, isNew: false, returnUrl, address => manager.UpdateAsync(id, address, input.Uses))
            : NotFound();
    }

    protected async Task<IActionResult> ChooseAsync(string id, string addressId, AddressUses use, string? returnUrl)
        => await FindAsync(id, toChange: true) is { } owner && owner.GetOrCreate<AddressBookPart>().Find(addressId) is not null
            ? await AnswerAsync(await manager.ChooseAsync(id, addressId, use), H["The address was chosen."], id, returnUrl)
            : NotFound();

    protected async Task<IActionResult> AskToDeleteAsync(string id, string addressId, string? returnUrl)
        => await FindAsync(id, toChange: true) is { } owner && pages.AskToDelete(owner, Routes, addressId, returnUrl) is { } page
            ? View("Delete", page)
            : NotFound();

    protected async Task<IActionResult> DeleteAsync(string id, string addressId, Dictionary<AddressUses, string>? successors, string? returnUrl)
        => await FindAsync(id, toChange: true) is not null
            ? await AnswerAsync(await manager.DeleteAsync(id, addressId, successors ?? []), H["The address was deleted."], id, returnUrl)
            : NotFound();

    protected async Task<IActionResult> PrintAsync(string id, string addressId, string? returnUrl)
        => await FindAsync(id, toChange: false) is { } owner && pages.Print(owner, Routes, addressId, returnUrl) is { } page
            ? View("Print", page)
            : NotFound();

    protected async Task<IActionResult> DrawFieldsAsync(string? prefix)
    {
        if (string.IsNullOrEmpty(prefix))
        {
            return BadRequest();
        }

        var input = new AddressInput();
        await TryUpdateModelAsync(input, prefix);

        return PartialView("_AddressFields", await pages.FieldsAsync(prefix, Routes, input, User));
    }

    private async Task<IActionResult> SaveAsync(ContentItem owner, AddressFormInput input, bool isNew, string? returnUrl, Func<CustomerAddress, Task<Result>> save)
    {
        var address = pages.Read(owner, input);

        if (input.Redraw)
        {
            ModelState.Clear();

            return View("Form", await pages.FormAsync(owner, Routes, input, isNew, returnUrl, User));
        }

        var result = await save(address);

        if (!result.Succeeded)
        {
            return View("Form", await pages.RefuseAsync(owner, Routes, input, isNew, returnUrl, User, result, ModelState, () => FindStoredAsync(owner.ContentItemId, input.Id!)));
        }

        await notifier.SuccessAsync(isNew ? H["The address was added."] : H["The address was saved."]);

        return Redirect(owner.ContentItemId, returnUrl);
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
        => RedirectToRoute(Routes.Display, new { id, tab = "addresses", returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
}
