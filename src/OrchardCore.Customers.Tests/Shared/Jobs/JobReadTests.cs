using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Transfer.Import;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared.Jobs;

/// <summary>
/// A page that shows a job reads it at the same moment as the runner that has just changed it. YesSql would give both one
/// answer; the runner would not find its own name there, and leave the job to whoever comes a minute later.
/// </summary>
public sealed class JobReadTests(PostgresImportSite fixture) : IClassFixture<PostgresImportSite>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task EachReadsForItself()
    {
        var id = await Site.PlanAsync("Contact Name\nRead apart\n");
        await using var connection = new NpgsqlConnection(Site.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("begin; lock table \"Customers_JobIndex\" in access exclusive mode");
        Task<ImportRun?>[] reads = [FindAsync(id), FindAsync(id), FindAsync(id)];

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);

        while (await connection.ExecuteScalarAsync<int>("select count(*) from pg_locks where not granted and relation = '\"Customers_JobIndex\"'::regclass") < reads.Length)
        {
            await Task.Delay(10, enough.Token);
        }

        await connection.ExecuteAsync("commit");
        Assert.All(await Task.WhenAll(reads), run => Assert.Equal(id, run?.JobId));
    }

    private Task<ImportRun?> FindAsync(string id)
        => Task.Run(() => Site.InScopeAsync(services => services.GetRequiredService<JobStore<ImportRun>>().FindAsync(id)));
}
