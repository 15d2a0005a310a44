using Dapper;
using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

/// <summary>
/// Queries that run at the same time in different sessions of a store: what one of them asks is answered by what another one
/// reads. Seen on PostgreSQL, where readers wait for a lock; the store does it for every database.
/// </summary>
public abstract class GatingContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task ThoseOfTheSameWordsAndValuesAreReadOnce()
    {
        await StoreAllAsync(new Person { Name = "Ann" }, new Person { Name = "Bob" });
        var (answers, statements) = await AskAtOnceAsync("Ann", "Ann", "Ann");

        Assert.Single(statements);
        Assert.All(answers, answer => Assert.Equal("Ann", Assert.Single(answer).Name));
        Assert.NotSame(answers[0][0], answers[1][0]);
    }

    [Fact]
    public async Task ThoseOfOtherValuesAreReadApart()
    {
        await StoreAllAsync(new Person { Name = "Ann" }, new Person { Name = "Bob" });
        var (answers, statements) = await AskAtOnceAsync("Ann", "Bob");

        Assert.Equal(2, statements.Count);
        Assert.Equal(["Ann", "Bob"], answers.Select(answer => Assert.Single(answer).Name));
    }

    [Fact]
    public async Task RowsAndCountsAreSharedToo()
    {
        await StoreAllAsync(new Person { Name = "Ann" }, new Person { Name = "Bob" });
        var counts = await AtOnceAsync(Enumerable.Repeat<Func<ISession, Task<int>>>(session => session.QueryIndex<PersonIndex>(row => row.Name == "Ann").CountAsync(), 2));
        Assert.Equal([1, 1], counts);
        Assert.Single(Sql.Statements);

        Sql.Clear();
        var rows = await AtOnceAsync(Enumerable.Repeat<Func<ISession, Task<PersonIndex>>>(session => session.QueryIndex<PersonIndex>(row => row.Name == "Ann").FirstOrDefaultAsync(), 2));
        Assert.Same(rows[0], rows[1]);
        Assert.Single(Sql.Statements);
    }

    /// <summary>The words of this query are not looked at, only the ids.</summary>
    [Fact]
    public async Task TheSameIdsAreReadOnceWhateverTheirCollection()
    {
        await Store.InitializeCollectionAsync(Collection);
        await StoreAllAsync(new Person { Name = "Ann" });
        var ids = await AtOnceAsync<long[]>([async session => [.. (await session.QueryIndex<PersonIndex>().ListAsync()).Select(row => row.Id)]]);
        Assert.Equal([1], ids[0]);

        var found = await AtOnceAsync<Person>([session => session.GetAsync<Person>(1), session => session.GetAsync<Person>(1, Collection)], "Document");
        Assert.Equal(["Ann", "Ann"], found.Select(person => person?.Name));
    }

    /// <summary>Whoever is answered by a read that somebody else gave up, fails with it.</summary>
    [Fact]
    public async Task WhatTheFirstGivesUpIsGivenUpForAll()
    {
        await StoreAllAsync(new Person { Name = "Ann" });
        using var giveUp = new CancellationTokenSource();
        Task<Person>[] asked;

        await using (var connection = await OpenAsync())
        {
            await connection.ExecuteAsync($"begin; lock table {Table("PersonIndex")} in access exclusive mode");
            asked = new Task<Person>[2];

            foreach (var (index, token) in new[] { giveUp.Token, CancellationToken.None }.Index())
            {
                asked[index] = Task.Run(() => AskAsync(session => session.Query<Person, PersonIndex>(row => row.Name == "Ann").FirstOrDefaultAsync(token)));
                await Task.Delay(Moment);
            }

            await giveUp.CancelAsync();
            await Task.Delay(Moment);
            await connection.ExecuteAsync("commit");
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[0]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[1]);
    }

    private async Task<(List<Person>[] Answers, IReadOnlyList<string> Statements)> AskAtOnceAsync(params string[] names)
    {
        Sql.Clear();
        var answers = await AtOnceAsync(names.Select<string, Func<ISession, Task<List<Person>>>>(name => async session => [.. await session.Query<Person, PersonIndex>(row => row.Name == name).ListAsync()]));

        return (answers, [.. Sql.Statements]);
    }

    /// <summary>Asks while nobody may read, so that all have asked before one is answered.</summary>
    private async Task<T[]> AtOnceAsync<T>(IEnumerable<Func<ISession, Task<T>>> questions, string table = "PersonIndex")
    {
        Sql.Clear();
        Task<T>[] asked;

        await using (var connection = await OpenAsync())
        {
            await connection.ExecuteAsync($"begin; lock table {Table(table)} in access exclusive mode");
            asked = new Task<T>[questions.Count()];

            foreach (var (index, question) in questions.Index())
            {
                asked[index] = Task.Run(() => AskAsync(question));
                await Task.Delay(Moment);
            }

            Assert.All(asked, task => Assert.False(task.IsCompleted));
            await connection.ExecuteAsync("commit");
        }

        return await Task.WhenAll(asked);
    }

    private async Task<T> AskAsync<T>(Func<ISession, Task<T>> question)
    {
        await using var session = Store.CreateSession();

        return await question(session);
    }
}
