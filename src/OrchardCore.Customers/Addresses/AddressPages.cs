using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Addresses;

/// <summary>Says what stands on the pages of an address, and reads its form.</summary>
public sealed class AddressPages(
    ICustomerManager customers,
    CountryDirectory countries,
    AddressCards cards,
    AddressFieldsBuilder fields,
    AddressConflicts conflicts,
    IAuthorizationService authorizationService)
{
    /// <summary>The names of the form's fields begin with it.</summary>
    internal const string Prefix = "Address";

    /// <summary>The customer, if there is one with addresses that the user may do this with.</summary>
    public async Task<ContentItem?> FindAsync(string id, Permission permission, ClaimsPrincipal user)
    {
        var customer = await customers.FindAsync(id);

        return customer is not null && customer.Has<AddressBookPart>() && await authorizationService.AuthorizeAsync(user, permission, customer) ? customer : null;
    }

    /// <summary>A new address is likely in the country of the others.</summary>
    public static AddressFormInput NewInput(ContentItem owner)
    {
        var book = owner.GetOrCreate<AddressBookPart>();

        return new AddressFormInput { Country = book.Find(book.DefaultId)?.Country };
    }

    /// <summary>What was posted, as an address.</summary>
    public CustomerAddress Read(ContentItem owner, AddressFormInput input)
        => input.ToLabelledAddress(owner.GetOrCreate<AddressBookPart>().Find(input.Id), countries);

    public Task<AddressFieldsModel> FieldsAsync(string prefix, AddressPlace place, AddressInput input, ClaimsPrincipal user)
        => fields.BuildAsync(prefix, input, place.OwnerType, user);

    public async Task<AddressFormModel> FormAsync(ContentItem owner, AddressPlace place, AddressFormInput input, bool isNew, string? returnUrl, ClaimsPrincipal user, AddressConflict? conflict = null) => new()
    {
        Place = place,
        CustomerId = owner.ContentItemId,
        CustomerName = owner.ListName(),
        IsNew = isNew,
        Input = input,
        Fields = await FieldsAsync(Prefix, place, input, user),
        Conflict = conflict,
        ReturnUrl = returnUrl,
    };

    /// <summary>The form with what was typed and what is wrong with it.</summary>
    /// <param name="findStored">Reads the address as it is stored, by another session than the one that holds what was typed.</param>
    public async Task<AddressFormModel> RefuseAsync(
        ContentItem owner,
        AddressPlace place,
        AddressFormInput input,
        bool isNew,
        string? returnUrl,
        ClaimsPrincipal user,
        Result result,
        ModelStateDictionary modelState,
        Func<Task<CustomerAddress?>> findStored)
    {
        foreach (var error in result.Errors)
        {
            // What is wrong with the rest of the owner has no field here.
            var key = string.IsNullOrEmpty(error.Key) || error.Key.Contains('.', StringComparison.Ordinal) ? "" : $"{Prefix}.{error.Key}";
            modelState.AddModelError(key, error.Message.Value);
        }

        if (!result.Errors.Any(error => error.Key == nameof(CustomerAddress.Revision)))
        {
            return await FormAsync(owner, place, input, isNew, returnUrl, user);
        }

        var stored = await findStored();
        var conflict = conflicts.Compare(stored, input.ToAddress(stored, countries), Prefix, modelState);

        return await FormAsync(owner, place, input, isNew: conflict.IsDeleted, returnUrl, user, conflict);
    }

    /// <summary><see langword="null"/> when the owner has no such address.</summary>
    public AddressDeleteModel? AskToDelete(ContentItem owner, AddressPlace place, string addressId, string? returnUrl)
    {
        var book = owner.GetOrCreate<AddressBookPart>();

        return book.Find(addressId) is not { } address ? null : new AddressDeleteModel
        {
            Place = place,
            CustomerId = owner.ContentItemId,
            Card = cards.Of(book, address),
            Successions = cards.Successions(book, addressId),
            ReturnUrl = returnUrl,
        };
    }

    /// <summary><see langword="null"/> when the owner has no such address.</summary>
    public AddressPrintModel? Print(ContentItem owner, AddressPlace place, string addressId, string? returnUrl)
    {
        var book = owner.GetOrCreate<AddressBookPart>();

        if (book.Find(addressId) is not { } address)
        {
            return null;
        }

        AddressCard?[] printed = [cards.Of(book, address), cards.OfBusiness(owner)];

        return new AddressPrintModel(owner.ContentItemId, owner.ListName(), [.. printed.OfType<AddressCard>()], returnUrl) { Place = place };
    }
}
