using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Addresses;

/// <summary>The tab Addresses of a customer's page.</summary>
internal sealed class AddressesTab(AddressCards cards, IAuthorizationService authorizationService, IStringLocalizer<AddressesTab> S) : ICustomerTab
{
    private const int PageSize = 20;

    public string Name => "addresses";

    public LocalizedString Text => S["Addresses"];

    public int Order => 10;

    public Permission Permission => CustomersPermissions.ViewCustomers;

    public string ViewName => "_CustomerAddresses";

    public int? Count(ContentItem customer) => customer.Has<AddressBookPart>() ? customer.GetOrCreate<AddressBookPart>().Addresses.Length : null;

    public async Task<object> BuildAsync(CustomerTabContext context)
    {
        var book = context.Customer.Has<AddressBookPart>() ? context.Customer.GetOrCreate<AddressBookPart>() : new AddressBookPart();
        var found = Find(book, context.Search);
        var page = Math.Clamp(context.Page, 1, Math.Max(1, (found.Count - 1) / PageSize + 1));
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var before = (page - 1) * PageSize;

        return new CustomerAddressesModel
        {
            CustomerId = context.Customer.ContentItemId,
            Business = cards.OfBusiness(context.Customer),
            Cards = [.. shown.Select(address => cards.Of(book, address))],
            MayEdit = await authorizationService.AuthorizeAsync(context.User, CustomersPermissions.EditCustomers, context.Customer),
            Search = context.Search,
            IsMany = book.Addresses.Length > PageSize || !string.IsNullOrWhiteSpace(context.Search),
            Summary = found.Count == 0 ? S["No address matches."] : S["{0}-{1} of {2} addresses", before + 1, before + shown.Count, found.Count],
            PreviousPage = page > 1 ? page - 1 : null,
            NextPage = before + shown.Count < found.Count ? page + 1 : null,
            ReturnUrl = context.ReturnUrl,
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
