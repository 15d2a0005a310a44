using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>The sites of a run: each is loaded when the first suite asks for so many customers, and lent to the next. Who changes much of it makes one of its own.</summary>
internal sealed class BenchSites(TestSiteDatabase database) : IAsyncDisposable
{
    private readonly Dictionary<int, BenchSite> _sites = [];

    public async Task<BenchSite> OfAsync(int rows)
    {
        if (!_sites.TryGetValue(rows, out var site))
        {
            site = _sites[rows] = await BenchSite.StartAsync(database, rows, CustomersConstants.Features.Transfer);
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
