using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>The database of a site that imports goes away, and comes back.</summary>
public sealed class ImportOutageTests(PostgresImportSite fixture) : IClassFixture<PostgresImportSite>
{
    private const int Rows = 600;

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AnImportGoesOnWhenTheDatabaseIsThereAgainAndNoRowIsLostOrDoubled()
    {
        var id = await Site.PlanAsync("Contact Name,Email,Company\n" + string.Concat(Enumerable.Range(0, Rows).Select(index => $"Outage {index},o{index}@outage.example,Outage\n")));
        Assert.True((await Site.BeginAsync(id, ImportPhase.Import)).Succeeded);
        var work = Task.Run(() => Site.WorkAsync(id), TestContext.Current.CancellationToken);

        while ((await Site.FindRunAsync(id)).Result.Created < 50)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var (server, database) = await FindDatabaseAsync();
        await ExecuteAsync(server, $"alter database {database} allow_connections false");
        await ExecuteAsync(server, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");

        // It tries for some seconds, and leaves it to whoever comes next.
        await work;
        await ExecuteAsync(server, $"alter database {database} allow_connections true");
        var interrupted = await Site.FindRunAsync(id);
        Assert.Equal(JobState.Running, interrupted.State);
        Assert.InRange(interrupted.Result.Created, 50, Rows - 1);
        Assert.Equal(interrupted.Result.Created, (await Site.FindAllAsync("Outage")).Length);

        await Site.EndLeaseAsync(id);
        await Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<JobTask>().Single().DoWorkAsync(services, CancellationToken.None));

        Assert.Equal((JobState.Finished, Rows, 0), await Site.FindRunAsync(id) is var run ? (run.State, run.Result.Created, run.Result.Failed) : default);
        Assert.Equal(Rows, (await Site.FindAllAsync("Outage")).Select(customer => customer.Part().Email).Distinct(StringComparer.Ordinal).Count());
    }

    private Task<(string Server, string Database)> FindDatabaseAsync() => Site.InScopeAsync(async services =>
    {
        var connection = new NpgsqlConnectionStringBuilder((await services.GetRequiredService<ISession>().CreateConnectionAsync()).ConnectionString);
        var database = connection.Database!;
        connection.Database = "postgres";

        return (connection.ConnectionString, database);
    });

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
