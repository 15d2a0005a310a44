using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using ISession = YesSql.ISession;

namespace Platform.Tests.YesSql;

/// <summary>
/// What is left of a session after something went wrong in it: always an empty one that reads what is committed, accepts
/// everything and saves nothing any more.
/// </summary>
public abstract class FailureContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task AUniqueViolationIsTheExceptionOfTheDatabase()
    {
        await StoredAsync(new Person { Name = "first", Key = "k" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "second", Key = "k" });

        if (IsPostgres)
        {
            var exception = await Assert.ThrowsAsync<PostgresException>(() => session.FlushAsync());
            Assert.Equal((PostgresErrorCodes.UniqueViolation, "KeyIndex_Key_key"), (exception.SqlState, exception.ConstraintName));
        }
        else
        {
            var exception = await Assert.ThrowsAsync<SqliteException>(() => session.FlushAsync());
            Assert.Equal((19, 2067), (exception.SqliteErrorCode, exception.SqliteExtendedErrorCode));
            Assert.Contains("KeyIndex.Key", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AfterAViolationTheWholeTransactionIsGoneAndNothingIsSavedAnyMore()
    {
        await StoredAsync(new Person { Name = "stored", Key = "k" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "flushed before" });
        await session.FlushAsync();
        await session.SaveAsync(new Person { Name = "same flush" });
        await session.SaveAsync(new Person { Name = "violator", Key = "k" });
        await Assert.ThrowsAnyAsync<DbException>(() => session.FlushAsync());

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task AViolationInAQuerysFlushDoesTheSame()
    {
        await StoredAsync(new Person { Name = "stored", Key = "k" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "violator", Key = "k" });
        await Assert.ThrowsAnyAsync<DbException>(() => session.Query<Person>().CountAsync());

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task AViolationInSaveChangesDoesTheSame()
    {
        await StoredAsync(new Person { Name = "stored", Key = "k" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "violator", Key = "k" });
        await Assert.ThrowsAnyAsync<DbException>(() => session.SaveChangesAsync());

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task AQueryThatTheDatabaseRefusesDoesTheSame()
    {
        await StoredAsync(new Person { Name = "stored" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "flushed before" });
        await session.FlushAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => session.QueryIndex<PersonIndex>().Where(_ => "nonsense = 1").ListAsync());

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task EveryWayOfReadingDoesTheSameWhenItFails()
    {
        await StoredAsync(new Person { Name = "stored" });
        Func<ISession, Task>[] readings =
        [
            session => session.QueryIndex<PersonIndex>().Where(_ => "nonsense = 1").FirstOrDefaultAsync(),
            session => session.QueryIndex<PersonIndex>().Where(_ => "nonsense = 1").CountAsync(),
            session => session.Query<Person, PersonIndex>().Where(_ => "nonsense = 1").ListAsync(),
            session => session.Query<Person, PersonIndex>().Where(_ => "nonsense = 1").FirstOrDefaultAsync(),
            session => session.Query<Person, PersonIndex>().Where(_ => "nonsense = 1").CountAsync(),
            session => session.GetAsync<Person>(1, collection: "NoSuchCollection"),
        ];

        foreach (var reading in readings)
        {
            await using var session = Store.CreateSession();
            await session.SaveAsync(new Person { Name = "lost" });
            await session.FlushAsync();
            await Assert.ThrowsAnyAsync<DbException>(() => reading(session));
            await session.SaveChangesAsync();
        }

        Assert.Equal(["stored"], await StoredNamesAsync());
    }

    [Fact]
    public async Task ADocumentThatCanNotBeReadDoesTheSame()
    {
        await StoredAsync(new Person { Name = "stored" });
        await using (var connection = await OpenAsync())
        {
            await connection.ExecuteAsync($"UPDATE {Table("Document")} SET {Column("Content")} = '{{broken'");
        }

        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "lost" });
        await session.FlushAsync();
        await Assert.ThrowsAsync<JsonException>(() => session.Query<Person>().ListAsync());

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task AnIndexMapThatThrowsDoesTheSame()
    {
        Store.RegisterIndexes([new Indexes<Note>(context => context.For<KeyIndex>().Map(KeyIndex (note) => throw new FormatException(note.Text)))]);
        await StoredAsync(new Person { Name = "stored" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Note { Text = "a" });
        await Assert.ThrowsAsync<FormatException>(() => session.FlushAsync());

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task ALambdaThatCanNotBeTranslatedLeavesTheSessionAsItWas()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "Ann" });
        Assert.Throws<ArgumentException>(() => session.QueryIndex<PersonIndex>(row => row.Name.Trim() == "Ann"));
        await session.SaveChangesAsync();

        Assert.Equal(["Ann"], await StoredNamesAsync());
    }

    [Fact]
    public async Task CancelTakesEverythingBackForGood()
    {
        await StoredAsync(new Person { Name = "stored" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "flushed" });
        await session.FlushAsync();
        await session.SaveAsync(new Person { Name = "pending" });
        await session.CancelAsync();

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task CancelAfterSaveChangesKeepsWhatIsSavedAndStopsTheRest()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "stored" });
        await session.SaveChangesAsync();
        await session.CancelAsync();

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task ACancelledFlushDoesTheSame()
    {
        await StoredAsync(new Person { Name = "stored" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "lost" });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.FlushAsync(new CancellationToken(canceled: true)));

        await AssertIsEmptyAndSavesNothingAsync(session);
    }

    [Fact]
    public async Task AStringThatIsTooLongFailsOnPostgresAndPassesOnSqlite()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = new string('x', 51) });

        if (IsPostgres)
        {
            var exception = await Assert.ThrowsAsync<PostgresException>(() => session.FlushAsync());
            Assert.Equal(PostgresErrorCodes.StringDataRightTruncation, exception.SqlState);
        }
        else
        {
            await session.SaveChangesAsync();
            Assert.Equal([new string('x', 51)], await StoredNamesAsync());
        }
    }

    private async Task AssertIsEmptyAndSavesNothingAsync(ISession session)
    {
        Assert.Null(session.CurrentTransaction);
        Assert.Equal(1, await session.QueryIndex<PersonIndex>().CountAsync());
        Assert.Equal(1, await session.Query<Person>().CountAsync());

        // the flush works, and what it wrote is taken back
        await session.SaveAsync(new Person { Name = "later" });
        await session.FlushAsync();
        Assert.Equal(2, await session.QueryIndex<PersonIndex>().CountAsync());
        await session.SaveChangesAsync();
        Assert.Null(session.CurrentTransaction);

        // and what is only saved is not even written
        await session.SaveAsync(new Person { Name = "much later" });
        await session.SaveChangesAsync();
        Assert.Equal(1, await session.QueryIndex<PersonIndex>().CountAsync());

        Assert.Equal(["stored"], await StoredNamesAsync());
    }
}
