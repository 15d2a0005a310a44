using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>A session that was cancelled on the way has saved nothing, and nobody may be told otherwise.</summary>
public abstract class SessionTransactionTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ItIsOpenUntilTheSessionIsCancelled()
    {
        var (before, after, renewed) = await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var transaction = await SessionTransaction.BeginAsync(session);
            await session.FlushAsync();
            var before = await transaction.IsOpenAsync();
            await session.CancelAsync();
            var after = await transaction.IsOpenAsync();
            await session.BeginTransactionAsync();

            return (before, after, await transaction.IsOpenAsync());
        });

        Assert.Equal((true, false, false), (before, after, renewed));
    }
}

public sealed class SqliteSessionTransactionTests(SqliteSite fixture) : SessionTransactionTests(fixture), IClassFixture<SqliteSite>;

public sealed class PostgresSessionTransactionTests(PostgresSite fixture) : SessionTransactionTests(fixture), IClassFixture<PostgresSite>;
