using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using YesSql;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>A site with the module in this process, and so many customers.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    public const string GroupCode = "regulars";

    private readonly TestSite _site;
    private readonly IConfiguration _store;

    private BenchSite(TestSite site, IConfiguration store, TestSiteDatabase database, int rows)
        => (_site, _store, Database, Rows) = (site, store, database, rows);

    public TestSite Site => _site;

    public TestSiteDatabase Database { get; }

    public int Rows { get; }

    /// <summary>The id of the group that one customer in ten belongs to; its code is <see cref="GroupCode"/>.</summary>
    public string Group { get; private set; } = "";

    public static async Task<BenchSite> StartAsync(TestSiteDatabase database, int rows, params string[] features)
    {
        var test = await TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers, .. features]);
        var store = await test.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IStore>().Configuration));
        var site = new BenchSite(test, store, database, rows);

        try
        {
            await site.LogAheadAsync();
            await LoaderCheck.VerifyAsync(site);
            site.Group = await site.AddGroupAsync();
            await CustomerLoader.LoadAsync(test, rows, (part, row) => CustomerData.Complete(part, row, site.Group));

            // An account would need a user for each.
            await site.ExecuteAsync("update \"CustomerIndex\" set \"HasAccount\" = true where \"DocumentId\" % 4 = 0");
            await site.TidyAsync();

            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a site that an earlier run has copied.</summary>
    public static async Task<BenchSite> OpenAsync(TestSiteDatabase database, int rows, string root)
    {
        var test = await TestSite.OpenAsync("SampleHost", database, root, connection: "");
        var store = await test.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IStore>().Configuration));
        var groups = await test.InScopeAsync(services => services.GetRequiredService<ICustomerGroupManager>().ListNamesAsync());

        return new BenchSite(test, store, database, rows) { Group = groups.Single(group => group.Code == GroupCode).Id };
    }

    /// <summary>Copies its files; of SQLite that is all of it.</summary>
    public async Task CopyAsync(string folder)
    {
        await ExecuteAsync("pragma wal_checkpoint(truncate)");

        foreach (var file in Directory.EnumerateFiles(_site.Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_site.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    public HttpClient NewClient() => _site.NewClient();

    public Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> execute) => _site.InScopeAsync(execute);

    /// <summary>A connection of the database's own driver, not open, as YesSql's sessions have one.</summary>
    public DbConnection NewConnection() => _store.ConnectionFactory.CreateConnection();

    public async Task<DbConnection> ConnectAsync()
    {
        var connection = NewConnection();
        await connection.OpenAsync();

        return connection;
    }

    /// <summary>Runs code in a scope and collects the SQL that its sessions ask for.</summary>
    public Task<List<string>> StatementsAsync(Func<IServiceProvider, Task> execute) => StatementLog.CollectAsync(_site, execute);

    /// <summary>Runs a statement that is written in the benchmark.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody else has written it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<string> AddGroupAsync() => InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerGroupManager>();
        var group = await manager.NewAsync();
        group.Alter<CustomerGroupPart>(part => (part.Name, part.Code) = ("Regulars", GroupCode));

        return (await manager.CreateAsync(group)).Succeeded ? group.ContentItemId : throw new InvalidOperationException("The manager refused a made-up group.");
    });

    /// <summary>As the sample host has it.</summary>
    private async Task LogAheadAsync()
    {
        if (Database == TestSiteDatabase.Sqlite)
        {
            await ExecuteAsync("pragma journal_mode = wal");
        }
    }

    /// <summary>PostgreSQL does this by itself some time after a load; SQLite never does.</summary>
    private async Task TidyAsync()
    {
        if (Database == TestSiteDatabase.Postgres)
        {
            await ExecuteAsync("vacuum analyze");
        }
    }
}
