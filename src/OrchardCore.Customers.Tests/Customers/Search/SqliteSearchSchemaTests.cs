using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OrchardCore.Customers.Shared.Sql.Search;
using Xunit;
using YesSql;
using YesSql.Provider.Sqlite;

namespace OrchardCore.Customers.Tests.Customers.Search;

/// <summary>SQLite's index by itself.</summary>
public sealed class SqliteSearchSchemaTests : IAsyncDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteSearchSchemaTests() => _connection.Open();

    [Fact]
    public async Task TwoSitesOfOneDatabaseHaveAnIndexEach()
    {
        await CreateAsync("One_", isFilled: true);
        await CreateAsync("Two_", isFilled: true);
        await SearchSite.ExecuteAsync(_connection, "insert into One_CustomerIndex values(1, ' anna'); insert into Two_CustomerIndex values(1, ' berta'); update One_CustomerIndex set Words = ' hanna'");

        await SearchSite.AssertInStepAsync(_connection, "One_");
        await SearchSite.AssertInStepAsync(_connection, "Two_");
    }

    [Fact]
    public async Task WhatIsSavedWhileItIsBeingFilledIsLeftToTheFilling()
    {
        await CreateAsync("", isFilled: false);
        await SearchSite.ExecuteAsync(_connection, "insert into CustomerIndex values(1, ' anna'), (2, ' berta')");
        Assert.Empty(await SearchSite.EntriesAsync(_connection, ""));

        // The first is filled.
        await SearchSite.ExecuteAsync(_connection, "insert into CustomerSearch(rowid, Words) values(1, ' anna'); update CustomerSearchState set FilledTo = 1");
        await SearchSite.ExecuteAsync(_connection, "delete from CustomerIndex where DocumentId = 2; delete from CustomerIndex where DocumentId = 1; insert into CustomerIndex values(1, ' hanna'), (3, ' clara')");

        Assert.All(await SearchSite.EntriesAsync(_connection, ""), entry => Assert.StartsWith("1: ", entry, StringComparison.Ordinal));
        Assert.Equal(" hanna".Length - 2, (await SearchSite.EntriesAsync(_connection, "")).Count);
    }

    [Fact]
    public async Task WhereTheIndexCantBeMadeNothingIsLeftOfIt()
    {
        await SearchSite.ExecuteAsync(_connection, "create table CustomerIndex(DocumentId integer, Words text); create table CustomerSearchState(Taken integer)");
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        await SqliteSearchSchema.TryCreateAsync(_connection, transaction, Tables(""), isFilled: true, NullLogger.Instance);
        await transaction.CommitAsync();

        await SearchSite.ExecuteAsync(_connection, "insert into CustomerIndex values(1, ' anna')");
        await using var command = _connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master";
        Assert.Equal(2L, await command.ExecuteScalarAsync());
    }

    private static SearchTables Tables(string prefix)
    {
        var store = new Configuration().UseSqLite("Data Source=:memory:", System.Data.IsolationLevel.Serializable).SetTablePrefix(prefix);

        return new SearchTables(store);
    }

    private async Task CreateAsync(string prefix, bool isFilled)
    {
        await SearchSite.ExecuteAsync(_connection, $"create table [{prefix}CustomerIndex](DocumentId integer, Words text)");
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        await SqliteSearchSchema.TryCreateAsync(_connection, transaction, Tables(prefix), isFilled, NullLogger.Instance);
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
