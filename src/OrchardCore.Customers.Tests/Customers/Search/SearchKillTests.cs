using System.Globalization;
using Microsoft.Data.Sqlite;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.Search;

/// <summary>The index of a site that has many customers already is being filled when its process ends at once.</summary>
public sealed class SearchKillTests
{
    /// <summary>Filled in a few seconds.</summary>
    private const int Rows = 150_000;

    private const int Kills = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>The task that fills it looks each minute.</summary>
    [Fact]
    public async Task TheFillingGoesOnWhereKill9EndedIt()
    {
        await using var host = await SampleHostProcess.StartAsync();
        await host.KillAsync();
        await FillAsync(host);
        var places = new List<long>();

        for (var kill = 0; kill < Kills; kill++)
        {
            var before = FilledTo(host);
            await host.RunAsync();
            await UntilAsync(() => FilledTo(host) > before);
            await host.KillAsync();

            Assert.Equal("ok", host.Read("pragma integrity_check"));
            places.Add(FilledTo(host));
        }

        await host.RunAsync();
        await UntilAsync(() => FilledTo(host) == long.MaxValue);
        await host.KillAsync();

        // Otherwise nothing was interrupted.
        Assert.Contains(places, place => place is > 0 and < 100_000 + Rows);
        await using var connection = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await SearchSite.AssertInStepAsync(connection, "");
    }

    /// <summary>As after the module was updated: rows without an index.</summary>
    private static async Task FillAsync(SampleHostProcess host)
    {
        await using var connection = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await SearchSite.ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"""
            insert into CustomerSearch(CustomerSearch) values('delete-all');
            update CustomerSearchState set FilledTo = -1;
            with recursive n(i) as (select 100000 union all select i + 1 from n where i < 100000 + {Rows})
            insert into CustomerIndex(DocumentId, Words) select i, ' customer ' || i || ' of ' || (i % 97) from n;
            """));
    }

    private static long FilledTo(SampleHostProcess host) => long.Parse(host.Read("select FilledTo from CustomerSearchState"), CultureInfo.InvariantCulture);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var enough = new CancellationTokenSource(Patience);

        while (!condition())
        {
            await Task.Delay(10, enough.Token);
        }
    }
}
