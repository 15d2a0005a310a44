using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Lists;

/// <summary>Looks customers up by what is known of them, among those the user may see (<see cref="ICustomerScope"/>), with one query.</summary>
public sealed class CustomerLookup(ISession session, IContentManager contentManager, CustomerConditions conditions)
{
    /// <summary>A number of fewer digits is still being typed.</summary>
    private const int MinDigits = 6;

    /// <summary>The customers with these content item ids, in their order; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyList<string> ids, ClaimsPrincipal user)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await ReadAsync(session.Query<ContentItem, CustomerIndex>(index => index.ContentItemId.IsIn(ids)), user);

        return [.. ids.Select(id => found.FirstOrDefault(customer => customer.ContentItemId == id)).OfType<ContentItem>()];
    }

    /// <summary>
    /// At most so many customers with that contact name or e-mail address, or where neither is given with that first phone
    /// number, as they are compared (case, accents, extra spaces and how a number is written apart).
    /// </summary>
    /// <param name="exceptId">The content item id of the customer who is asked about; empty for a new one.</param>
    public async Task<IReadOnlyList<ContentItem>> FindSimilarAsync(string? contactName, string? email, string? phone, string exceptId, int count, ClaimsPrincipal user)
    {
        var name = SearchText.FoldKey(contactName);
        var address = SearchText.FoldEmail(email);
        var number = SearchText.Digits(phone);

        if (name.Length == 0 && address.Length == 0 && number.Length < MinDigits)
        {
            return [];
        }

        var similar = session.Query<ContentItem, CustomerIndex>(index => index.ContentItemId != exceptId);

        if (name.Length == 0 && address.Length == 0)
        {
            similar.WhereFirstPhoneIs(number);
        }
        else
        {
            similar = name.Length == 0 ? similar.Where(index => index.Email == address)
                : address.Length == 0 ? similar.Where(index => index.ContactName == name)
                : similar.Where(index => index.ContactName == name || index.Email == address);
        }

        return await ReadAsync(similar, user, count);
    }

    private async Task<List<ContentItem>> ReadAsync(IQuery<ContentItem, CustomerIndex> query, ClaimsPrincipal user, int? count = null)
    {
        query = (await conditions.OfScopesAsync(user)).Aggregate(query, (narrowed, condition) => narrowed.Where(condition));
        query.NoDuplicates();
        var rows = count is { } most ? query.OrderBy(index => index.DocumentId).Take(most) : query;
        var customers = new List<ContentItem>();

        foreach (var customer in await rows.ListAsync())
        {
            customers.Add(await contentManager.LoadAsync(customer));
        }

        return customers;
    }
}
