using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using ISession = YesSql.ISession;

namespace Platform.Tests.YesSql;

public abstract class TransactionContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task NeitherQueriesNorSavesBeginATransactionButTheFlushDoes()
    {
        await using var session = Store.CreateSession();
        await session.Query<Person>().ListAsync();
        await session.QueryIndex<PersonIndex>().CountAsync();
        await session.GetAsync<Person>(1);
        await session.FlushAsync();
        await session.SaveAsync(new Person());
        Assert.Null(session.CurrentTransaction);

        await session.FlushAsync();
        Assert.NotNull(session.CurrentTransaction);

        await session.SaveChangesAsync();
        Assert.Null(session.CurrentTransaction);
    }

    [Fact]
    public async Task TheIsolationLevelIsTheStores()
    {
        foreach (var level in (IsolationLevel[])[IsolationLevel.ReadUncommitted, IsolationLevel.Serializable])
        {
            Store.Configuration.IsolationLevel = level;
            await using var session = Store.CreateSession();
            var transaction = await session.BeginTransactionAsync();

            // SQLite reads the uncommitted only within a shared cache; it makes the first one a deferred transaction
            Assert.Equal(IsPostgres ? level : IsolationLevel.Serializable, transaction.IsolationLevel);
        }
    }

    [Fact]
    public async Task ThereIsOneConnectionAndOneTransactionUntilSaveChanges()
    {
        await using var session = Store.CreateSession();
        var connection = await session.CreateConnectionAsync();
        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.Null(session.CurrentTransaction);
        Assert.Same(connection, await session.CreateConnectionAsync());

        var transaction = await session.BeginTransactionAsync();
        Assert.Same(connection, transaction.Connection);
        Assert.Same(transaction, session.CurrentTransaction);
        Assert.Same(transaction, await session.BeginTransactionAsync());

        await session.SaveChangesAsync();
        Assert.Null(session.CurrentTransaction);
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.NotSame(connection, await session.CreateConnectionAsync());
    }

    [Fact]
    public async Task NeitherTheConnectionNorTheTransactionFlushes()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person());
        Sql.Clear();

        await session.CreateConnectionAsync();
        await session.BeginTransactionAsync();

        Assert.Empty(Sql.Statements);
    }

    [Fact]
    public async Task RawSqlInTheTransactionSharesItsFate()
    {
        await StoredAsync(new Person { Name = "Ann", Age = 1 });

        await using (var session = Store.CreateSession())
        {
            await SetAgeAsync(session, 2);
        }

        Assert.Equal(["Ann"], await StoredNamesAsync(row => row.Age == 1));

        await using (var session = Store.CreateSession())
        {
            await SetAgeAsync(session, 3);
            await session.CancelAsync();
        }

        Assert.Equal(["Ann"], await StoredNamesAsync(row => row.Age == 1));

        await using (var session = Store.CreateSession())
        {
            await SetAgeAsync(session, 4);
            Assert.Equal(1, await session.QueryIndex<PersonIndex>(row => row.Age == 4).CountAsync());
            await session.SaveChangesAsync();
        }

        Assert.Equal(["Ann"], await StoredNamesAsync(row => row.Age == 4));
    }

    [Fact]
    public async Task RawSqlWithoutATransactionIsCommittedAtOnce()
    {
        await StoredAsync(new Person { Name = "Ann", Age = 1 });

        await using (var session = Store.CreateSession())
        {
            var connection = await session.CreateConnectionAsync();
            await connection.ExecuteAsync($"UPDATE {Table("PersonIndex")} SET {Column("Age")} = 2");
        }

        Assert.Equal(["Ann"], await StoredNamesAsync(row => row.Age == 2));
    }

    [Fact]
    public async Task CancelKeepsTheConnectionOpen()
    {
        await using var session = Store.CreateSession();
        var connection = await session.CreateConnectionAsync();
        await session.CancelAsync();

        Assert.Equal(ConnectionState.Open, connection.State);
    }

    [Fact]
    public async Task OtherSessionsDoNotSeeWhatIsNotCommitted()
    {
        await using var writer = Store.CreateSession();
        await using var reader = Store.CreateSession();
        await writer.SaveAsync(new Person { Name = "Ann" });
        await writer.FlushAsync();
        Assert.Equal(0, await reader.Query<Person>().CountAsync());

        await writer.SaveChangesAsync();
        Assert.Equal(1, await reader.Query<Person>().CountAsync());
    }

    [Fact]
    public async Task ASecondWriterWaitsOnSqliteAndGoesOnOnPostgres()
    {
        await using var first = Store.CreateSession();
        await using var second = Store.CreateSession();
        await first.SaveAsync(new Person { Name = "first" });
        await first.FlushAsync();
        await second.SaveAsync(new Person { Name = "second" });

        var flush = Task.Run(() => second.FlushAsync());
        var finished = await Task.WhenAny(flush, Task.Delay(TimeSpan.FromSeconds(IsPostgres ? 30 : 1))) == flush;
        Assert.Equal(IsPostgres, finished);

        await first.SaveChangesAsync();
        await flush;
        await second.SaveChangesAsync();
        Assert.Equal(["first", "second"], await StoredNamesAsync());
    }

    [Fact]
    public async Task ASecondWriterThatHasReadInItsTransactionIsTurnedAwayBySqlite()
    {
        Assert.SkipWhen(IsPostgres, "SQLite only: there is one writer, and a reader can't become it when another was faster.");

        await using var first = Store.CreateSession();
        await using var second = Store.CreateSession();
        await second.BeginTransactionAsync();
        Assert.Equal(0, await second.Query<Person>().CountAsync());

        await first.SaveAsync(new Person { Name = "first" });
        await first.FlushAsync();
        await second.SaveAsync(new Person { Name = "second" });

        // only waiting until the first commits would help, and it can't commit while the second reads
        (await second.CreateConnectionAsync() as SqliteConnection)!.DefaultTimeout = 1;
        var exception = await Assert.ThrowsAsync<SqliteException>(() => second.FlushAsync());
        Assert.Equal(5, exception.SqliteErrorCode);
    }

    private async Task SetAgeAsync(ISession session, int age)
    {
        var transaction = await session.BeginTransactionAsync();
        await transaction.Connection.ExecuteAsync($"UPDATE {Table("PersonIndex")} SET {Column("Age")} = @age", new { age }, transaction);
    }
}
