using System.Linq.Expressions;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>On databases that have no index for parts of words: customers are read.</summary>
internal sealed class NoSearchIndex : ICustomerSearchIndex
{
    public Task<int?> CountAsync(SearchedTexts texts, int most) => Task.FromResult<int?>(null);

    public Expression<Func<CustomerIndex, bool>>? IsHit(SearchedTexts texts, SearchHitUse use) => null;

    public Task BuildAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task TidyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ResetAsync() => Task.CompletedTask;
}
