using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>What a list of companies is narrowed to and sorted by.</summary>
public sealed record CompanyQuery
{
    /// <summary>Further on no page is numbered, and matches are not counted.</summary>
    public const int MaxNumberedRows = 10_000;

    /// <summary>All words of it occur in the name, the legal name, or one of the numbers.</summary>
    public string? Search { get; init; }

    public CompanyStatus? Status { get; init; }

    public bool? IsActive { get; init; }

    public bool? IsBlocked { get; init; }

    /// <summary>The content item id of the company they belong to.</summary>
    public string? ParentCompanyId { get; init; }

    /// <summary>By when they were made, instead of by their names.</summary>
    public bool ByCreated { get; init; }

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

/// <param name="Total">How many match; <see langword="null"/> when there are more than <see cref="CompanyQuery.MaxNumberedRows"/>.</param>
public sealed record CompanyPage(IReadOnlyList<ContentItem> Companies, int? Total, bool HasNext);

/// <summary>Finds companies for lists and pickers.</summary>
public sealed class CompanyFinder(ISession session)
{
    /// <summary>Shorter words are looked for at the beginning of words only: no index helps in their middle.</summary>
    private const int MinInside = 3;

    private const int MaxWords = 8;

    /// <summary>A page of them, with at most three queries.</summary>
    public async Task<CompanyPage> FindAsync(CompanyQuery query)
    {
        var found = await Sort(Narrow(session.Query<ContentItem, CompanyIndex>(), query), query)
            .Skip((query.Page - 1) * query.PageSize)
            .Take(query.PageSize + 1)
            .NoDuplicates()
            .ListAsync();
        var companies = found.ToList();
        var hasNext = companies.Count > query.PageSize;

        return new CompanyPage(hasNext ? companies[..query.PageSize] : companies, await CountAsync(query, companies.Count, hasNext), hasNext);
    }

    /// <summary>The first by name, for pickers: nobody counts the others.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(string? search, int count)
    {
        var query = new CompanyQuery { Search = search };

        return [.. await Sort(Narrow(session.Query<ContentItem, CompanyIndex>(), query), query).Take(count).NoDuplicates().ListAsync()];
    }

    private async Task<int?> CountAsync(CompanyQuery query, int found, bool hasNext)
    {
        if (!hasNext && (found > 0 || query.Page == 1))
        {
            return (query.Page - 1) * query.PageSize + found;
        }

        var beyond = await Narrow(session.Query<ContentItem, CompanyIndex>(), query).Skip(CompanyQuery.MaxNumberedRows).Take(1).NoDuplicates().ListAsync();

        return beyond.Any() ? null : await Narrow(session.Query<ContentItem, CompanyIndex>(), query).NoDuplicates().CountAsync();
    }

    private static IQuery<ContentItem, CompanyIndex> Narrow(IQuery<ContentItem, CompanyIndex> companies, CompanyQuery query)
    {
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MaxWords))
        {
            var text = word.Length < MinInside ? " " + word : word;
            companies = companies.Where(index => index.Words.Contains(text));
        }

        // Locals: a property of what is captured would be taken for nothing.
        if (query.Status?.ToString() is { } status)
        {
            companies = companies.Where(index => index.Status == status);
        }

        if (query.IsActive is { } isActive)
        {
            companies = companies.Where(index => index.IsActive == isActive);
        }

        if (query.IsBlocked is { } isBlocked)
        {
            companies = companies.Where(index => index.IsBlocked == isBlocked);
        }

        if (query.ParentCompanyId is { } parentId)
        {
            companies = companies.Where(index => index.ParentCompanyId == parentId);
        }

        return companies;
    }

    private static IQuery<ContentItem, CompanyIndex> Sort(IQuery<ContentItem, CompanyIndex> companies, CompanyQuery query) => (query.ByCreated, query.Descending) switch
    {
        (false, false) => companies.OrderBy(index => index.Name).ThenBy(index => index.DocumentId),
        (false, true) => companies.OrderByDescending(index => index.Name).ThenByDescending(index => index.DocumentId),
        (true, false) => companies.OrderBy(index => index.CreatedUtc).ThenBy(index => index.DocumentId),
        (true, true) => companies.OrderByDescending(index => index.CreatedUtc).ThenByDescending(index => index.DocumentId),
    };
}
