using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Addresses;

/// <summary>A page of an address book.</summary>
public sealed class AddressLists(AddressCards cards, IStringLocalizer<AddressLists> S)
{
    private const int PageSize = 20;

    /// <param name="owner">The customer, or who else has an address book.</param>
    public CustomerAddressesModel Build(ContentItem owner, AddressPlace place, bool mayEdit, int pageNumber, string? search, string? returnUrl)
    {
        var book = owner.Has<AddressBookPart>() ? owner.GetOrCreate<AddressBookPart>() : new AddressBookPart();
        var found = Find(book, search);
        var page = Math.Clamp(pageNumber, 1, Math.Max(1, (found.Count - 1) / PageSize + 1));
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var before = (page - 1) * PageSize;

        return new CustomerAddressesModel
        {
            Place = place,
            CustomerId = owner.ContentItemId,
            Business = cards.OfBusiness(owner),
            Cards = [.. shown.Select(address => cards.Of(book, address))],
            MayEdit = mayEdit,
            Search = search,
            IsMany = book.Addresses.Length > PageSize || !string.IsNullOrWhiteSpace(search),
            Summary = found.Count == 0 ? S["No address matches."] : S["{0}-{1} of {2} addresses", before + 1, before + shown.Count, found.Count],
            PreviousPage = page > 1 ? page - 1 : null,
            NextPage = before + shown.Count < found.Count ? page + 1 : null,
            ReturnUrl = returnUrl,
        };
    }

    /// <summary>The addresses in which all words of the term occur, those in use first.</summary>
    private static List<CustomerAddress> Find(AddressBookPart book, string? search)
    {
        var words = SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return [.. book.Addresses
            .Where(address => words.Length == 0 || Contains(address, words))
            .OrderByDescending(address => book.UsesOf(address.Id) != AddressUses.None)];
    }

    private static bool Contains(CustomerAddress address, string[] words)
    {
        var text = SearchText.Fold(string.Join(' ', AddressFields.All.Select(field => field.Read(address)).Concat(address.Labels).Append(address.Id)));

        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
