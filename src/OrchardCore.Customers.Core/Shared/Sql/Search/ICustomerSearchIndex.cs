using System.Linq.Expressions;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>
/// Finds the customers in whose <see cref="CustomerIndex.Words"/> texts occur, without reading those of all. Each database
/// has its own; the conditions of the search are asked besides, so that an index is about speed and never about what is found.
/// </summary>
internal interface ICustomerSearchIndex
{
    /// <summary>
    /// How many customers the index finds, counted up to one more than asked for; <see langword="null"/> when there is none,
    /// or it isn't filled yet, and the customers have to be read.
    /// </summary>
    Task<int?> CountAsync(SearchedTexts texts, int most);

    /// <summary>The condition that only those are read which the index finds; <see langword="null"/> where the database takes the search's own conditions to its index.</summary>
    Expression<Func<CustomerIndex, bool>>? IsHit(SearchedTexts texts, SearchHitUse use);

    /// <summary>Goes on with making and filling the index, a moment at a time, until it is ready.</summary>
    Task BuildAsync(CancellationToken cancellationToken);

    /// <summary>Takes out of the index's files what is left in them of texts that are not there any more, once a day.</summary>
    Task TidyAsync(CancellationToken cancellationToken);

    /// <summary>Empties the index as part of the session's transaction; <see cref="BuildAsync"/> fills it anew.</summary>
    Task ResetAsync();
}

/// <summary>What an index is used for in a query.</summary>
internal enum SearchHitUse
{
    /// <summary>The rows are found by it: right for few.</summary>
    Driver,

    /// <summary>Rows that are walked along another index are looked up in it, before they are read: right for many.</summary>
    Test,
}

/// <summary>
/// Texts that occur in a customer's words: of each of the lists at least one. Each has <see cref="MinLength"/> characters or
/// more, since an index knows words by their pieces of three.
/// </summary>
/// <param name="IsExact">Whether whoever has them is found by the search; else they only narrow it.</param>
internal sealed record SearchedTexts(IReadOnlyList<string[]> All, bool IsExact)
{
    public const int MinLength = 3;

    /// <summary>Nothing to look up, to ask what an index would do.</summary>
    public static readonly SearchedTexts None = new([], IsExact: false);
}
