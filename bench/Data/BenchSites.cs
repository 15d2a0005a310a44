namespace OrchardCore.Customers.Bench.Data;

/// <summary>The sites of a run: each is loaded when the first suite asks for so many customers, and lent to the next. Who changes much of it makes one of its own.</summary>
internal sealed class BenchSites(BenchOptions options) : IAsyncDisposable
{
    private readonly Dictionary<int, BenchSite> _sites = [];

    public async Task<BenchSite> OfAsync(int rows)
    {
        if (!_sites.TryGetValue(rows, out var site))
        {
            site = _sites[rows] = rows == options.Rows && options.Site.Length > 0
                ? await BenchSite.OpenAsync(options.Database, rows, options.Site)
                : await BenchSite.StartAsync(options.Database, rows, CustomersConstants.Features.Transfer);

            if (rows == options.Rows && options.Keep.Length > 0)
            {
                await site.CopyAsync(options.Keep);
            }
        }

        return site;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites.Values)
        {
            await site.DisposeAsync();
        }
    }
}
