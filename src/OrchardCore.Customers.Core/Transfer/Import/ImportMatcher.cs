using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Finds the customers that rows are for, among those the user may see, with one query for a batch.</summary>
internal sealed class ImportMatcher(ISession session, IContentManager contentManager, CustomerConditions conditions, CustomerChecker checker, CountryDirectory countries)
{
    /// <summary>What tells customers apart; empty when the row doesn't say.</summary>
    /// <param name="draft">What the row says, as a customer; asked for when an address is part of it.</param>
    public string KeyOf(ImportRow row, MatchKey key, ContentItem? draft) => key switch
    {
        MatchKey.Number => SearchText.FoldKey(row.Value(IdentityColumns.Number)),
        MatchKey.CustomId => row.Value(IdentityColumns.CustomId),
        MatchKey.NameAndAddress => draft is null ? "" : KeyOf(draft),
        _ => SearchText.FoldEmail(row.Value(TextColumns.Email)),
    };

    /// <summary>The saved customers that have one of these keys.</summary>
    public async Task<ILookup<string, ContentItem>> FindAsync(IReadOnlyCollection<string> keys, MatchKey key, ClaimsPrincipal user)
    {
        string[] asked = key == MatchKey.NameAndAddress ? [.. keys.Select(NameOf).Distinct(StringComparer.Ordinal)] : [.. keys];

        if (asked.Length == 0)
        {
            return Enumerable.Empty<ContentItem>().ToLookup(_ => "", StringComparer.Ordinal);
        }

        var query = key switch
        {
            MatchKey.Number => session.Query<ContentItem, CustomerIndex>(index => index.Number.IsIn(asked)),
            MatchKey.CustomId => session.Query<ContentItem, CustomerIndex>(index => index.CustomId.IsIn(asked)),
            MatchKey.NameAndAddress => session.Query<ContentItem, CustomerIndex>(index => index.ContactName.IsIn(asked)),
            _ => session.Query<ContentItem, CustomerIndex>(index => index.Email.IsIn(asked)),
        };

        foreach (var condition in await conditions.OfScopesAsync(user))
        {
            query.Where(condition);
        }

        query.NoDuplicates();
        var found = new List<ContentItem>();

        foreach (var customer in await query.ListAsync())
        {
            found.Add(checker.Remember(await contentManager.LoadAsync(customer)));
        }

        return found.ToLookup(customer => KeyOf(customer, key), StringComparer.Ordinal);
    }

    private string KeyOf(ContentItem customer, MatchKey key)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        return key switch
        {
            MatchKey.Number => SearchText.FoldKey(part.Number),
            MatchKey.CustomId => part.CustomId ?? "",
            MatchKey.NameAndAddress => KeyOf(customer),
            _ => SearchText.FoldEmail(part.Email),
        };
    }

    /// <summary>The contact name, then what the duplicate rule of techOMS names of the address that goods are sent to.</summary>
    private string KeyOf(ContentItem customer)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var name = part.ContactName ?? CustomerNormalization.Compose(part);
        var book = customer.Has<AddressBookPart>() ? customer.GetOrCreate<AddressBookPart>() : null;
        var address = new CustomerAddress();
        (book?.Find(book.ShippingId) ?? book?.Addresses.FirstOrDefault())?.CopyTo(address);
        address.Normalize(countries);
        string?[] texts = [address.ContactName, address.Line1, address.City, address.PostalCode, address.Country, address.Subdivision];

        return name is null ? "" : string.Join('\n', texts.Select(SearchText.FoldKey).Prepend(SearchText.FoldKey(name)));
    }

    private static string NameOf(string key) => key.Split('\n')[0];
}
