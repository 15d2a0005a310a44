using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql.Search;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// Pages of what is searched for, where the database has an index of the words. First it counts what the index finds: that is
/// cheap, and says how the page is best read. Few are read by the index and sorted. Many are most often among the first rows
/// of the sort; when they are not, since what is searched for and what is sorted by go together, SQLite walks the index of
/// the sort and reads only those that it finds in the set of the hits, and PostgreSQL sorts them all.
/// </summary>
internal sealed class CustomerSearched(CustomerReader reader, ICustomerSearchIndex index, ISession session)
{
    /// <summary>How many of the first rows of a sort are read to see whether they fill the page.</summary>
    private const int FirstRows = 1_000;

    /// <summary>From so many hits on, one of them is near every row.</summary>
    private const int Dense = 100_000;

    /// <summary>What the index finds; <see langword="null"/> when it can't be asked.</summary>
    public async Task<Hits?> LookAsync(string? search)
        => CustomerSearch.ToTexts(search) is { } texts && await index.CountAsync(texts, CustomerPosition.MaxNumberedRows) is { } count ? new Hits(texts, count) : null;

    /// <summary>A page by its number, as far as there are so many, and the number of all who match: <see langword="null"/> when they are many.</summary>
    /// <param name="isMany">Whether they are known to be many.</param>
    public async Task<(List<ContentItem> Customers, int Number, int? Total)> ReadAsync(CustomerQuery query, Hits hits, List<Condition> seen, List<Condition> listed, int number, bool isMany)
    {
        var isTold = hits.Texts.IsExact && seen.Count == 0 && query.Filters.Count == 0;

        if (hits.Count <= CustomerWalk.MaxSorted)
        {
            var found = CustomerWalk.ByHits(index.IsHit(hits.Texts, SearchHitUse.Driver), [.. seen, .. listed]);
            var few = hits.Count == 0 ? 0 : isTold ? hits.Count : await reader.CountAsync(found);
            number = Math.Min(number, query.Pages(few));

            return (few == 0 ? [] : await reader.ReadAmongAsync(query, found, number), number, few);
        }

        var conditions = Tested(hits.Texts, seen, listed);

        if (!isTold)
        {
            var counted = isMany ? null : await reader.CountFewAsync(conditions);
            number = counted is { } some ? Math.Min(number, query.Pages(some)) : number;
            var customers = counted switch
            {
                0 => [],
                <= CustomerWalk.MaxSorted => await reader.ReadAmongAsync(query, conditions, number),
                _ => await reader.ReadPageAsync(query, CustomerWalk.Along(conditions, query.Sort, session), number),
            };

            return (customers, number, counted);
        }

        int? total = hits.Count > CustomerPosition.MaxNumberedRows ? null : hits.Count;
        number = total is { } all ? Math.Min(number, query.Pages(all)) : number;

        return (await ReadManyAsync(query, conditions, listed, number), number, total);
    }

    /// <summary>The conditions for rows that are read on from another one along the sort.</summary>
    public async Task<List<Condition>> AlongAsync(CustomerQuery query, List<Condition> seen, List<Condition> listed)
    {
        var conditions = CustomerWalk.Along(CustomerWalk.Within(seen, listed, session), query.Sort, session);

        return CustomerSearch.ToTexts(query.Search) is { } texts
            && index.IsHit(texts, SearchHitUse.Test) is { } isHit
            && await index.CountAsync(texts, Dense) is <= Dense
                ? [isHit, .. conditions]
                : conditions;
    }

    /// <summary>The condition that narrows a selection to the few that the index finds; <see langword="null"/> when it finds many, or can't be asked.</summary>
    public async Task<Condition?> FewAsync(string? search)
        => await LookAsync(search) is { Count: <= CustomerWalk.MaxSorted } few ? index.IsHit(few.Texts, SearchHitUse.Driver) : null;

    private async Task<List<ContentItem>> ReadManyAsync(CustomerQuery query, List<Condition> conditions, List<Condition> listed, int number)
    {
        if (number * query.PageSize < FirstRows)
        {
            var first = await reader.ReadAmongFirstAsync(query, listed, number, FirstRows);

            if (first.Count == query.PageSize)
            {
                return first;
            }
        }

        return index.IsHit(SearchedTexts.None, SearchHitUse.Test) is null
            ? await reader.ReadAmongAsync(query, conditions, number)
            : await reader.ReadPageAsync(query, CustomerWalk.Along(conditions, query.Sort, session), number);
    }

    /// <summary>What the user may see first, then whether the index has found a row, then what has to be read for.</summary>
    private List<Condition> Tested(SearchedTexts texts, List<Condition> seen, List<Condition> listed)
    {
        var conditions = CustomerWalk.Within(seen, listed, session);

        return index.IsHit(texts, SearchHitUse.Test) is { } isHit ? [.. conditions[..seen.Count], isHit, .. conditions[seen.Count..]] : conditions;
    }

    /// <param name="Count">How many, up to one more than are counted.</param>
    internal sealed record Hits(SearchedTexts Texts, int Count);
}
