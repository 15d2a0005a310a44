using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>Reads pages of the list by the module and by their raw twins.</summary>
/// <param name="Forgets">Whether what the module remembers of lists for a minute is forgotten before each.</param>
internal sealed record ListReads(bool Forgets)
{
    private static readonly ClaimsPrincipal Anybody = new();

    /// <summary>The scope is made before the clock runs: what counts is from the question to the customers.</summary>
    public Task<TimeSpan> FindAsync(BenchSite site, ListCase page) => site.InScopeAsync(async services =>
    {
        Forget(services);
        var finder = services.GetRequiredService<ICustomerFinder>();
        var start = Stopwatch.GetTimestamp();
        await finder.FindAsync(page.Query, Anybody);

        return Stopwatch.GetElapsedTime(start);
    });

    /// <summary>Opens its connection on the clock and closes it off the clock, as a session does for the module.</summary>
    public static async Task<TimeSpan> ReadRawAsync(BenchSite site, ListCase page)
    {
        await using var connection = site.NewConnection();
        var start = Stopwatch.GetTimestamp();
        await connection.OpenAsync();
        await ListTwin.ReadAsync(connection, page);

        return Stopwatch.GetElapsedTime(start);
    }

    public Task<List<string>> StatementsAsync(BenchSite site, ListCase page) => site.StatementsAsync(services =>
    {
        Forget(services);

        return services.GetRequiredService<ICustomerFinder>().FindAsync(page.Query, Anybody);
    });

    /// <summary>The module and its twin have to read the same page, or the comparison says nothing.</summary>
    /// <exception cref="InvalidOperationException">They don't.</exception>
    public static async Task CompareAsync(BenchSite site, ListCase page)
    {
        var found = await site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(page.Query, Anybody));
        await using var connection = await site.ConnectAsync();
        var (ids, total) = await ListTwin.ReadAsync(connection, page);

        if ((ids.Count == 0 && page.Name != "absent") || found.Total != total || !found.Customers.Select(customer => customer.Id).SequenceEqual(ids))
        {
            throw new InvalidOperationException($"{page.Name}: the module finds {found.Customers.Count} of {found.Total}, its twin {ids.Count} of {total}, or others.");
        }
    }

    private void Forget(IServiceProvider services)
    {
        var memory = (MemoryCache)services.GetRequiredService<IMemoryCache>();

        foreach (var list in memory.Keys.OfType<CustomerFinder.ListKey>().Where(_ => Forgets))
        {
            memory.Remove(list);
        }
    }
}
