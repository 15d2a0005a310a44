using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts.RateLimits;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>How often something may be tried. Each try has a scope of its own, as on another node of the site.</summary>
public abstract class RateLimitTests(StorefrontSite fixture)
{
    private const string Action = "open";
    private const int Limit = 5;

    private readonly string _who = Guid.NewGuid().ToString();

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AfterTheLastTryOneHasToWaitUntilTheFirstIsAnHourOld()
    {
        for (var count = 0; count < Limit; count++)
        {
            Assert.True((await TryAsync()).IsAllowed);
        }

        var answer = await TryAsync();

        Assert.False(answer.IsAllowed);
        Assert.InRange(answer.RetryAfter, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task OthersAndOtherThingsAreCountedOnTheirOwn()
    {
        Assert.True((await TryAsync(limit: 1)).IsAllowed);
        Assert.False((await TryAsync(limit: 1)).IsAllowed);

        Assert.True((await TryAsync(Action, _who + "x", 1)).IsAllowed);
        Assert.True((await TryAsync("close", _who, 1)).IsAllowed);
        Assert.False((await TryAsync("close", _who + "y", 0)).IsAllowed);
    }

    [Fact]
    public async Task HoweverManyTryAtOnceNeverMoreThanAllowedGetThrough()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => TryAsync())));

        var allowed = answers.Count(answer => answer.IsAllowed);
        Assert.InRange(allowed, 0, Limit);
        Assert.All(answers.Where(answer => !answer.IsAllowed), answer => Assert.InRange(answer.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)));

        // Who was refused took nobody's place: the rest is there, and no more.
        Assert.Equal(allowed, await CountAsync());

        for (; allowed < Limit; allowed++)
        {
            Assert.True((await TryAsync()).IsAllowed);
        }

        Assert.False((await TryAsync()).IsAllowed);
        Assert.Equal(Limit, await CountAsync());
    }

    [Fact]
    public async Task HoweverManyComeAtOnceNobodyIsLockedOutOnceAllAreForgiven()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Site.InScopeAsync(async services =>
        {
            var limiter = services.GetRequiredService<IRateLimiter>();
            await limiter.ForgiveAsync(await limiter.TryAsync(Action, _who, Limit));
        }))));

        Assert.Equal(0, await CountAsync());
        Assert.True((await TryAsync()).IsAllowed);
    }

    [Fact]
    public async Task WhatIsForgivenDoesNotCount()
    {
        for (var count = 0; count < 3 * Limit; count++)
        {
            await Site.InScopeAsync(async services =>
            {
                var limiter = services.GetRequiredService<IRateLimiter>();
                var answer = await limiter.TryAsync(Action, _who, Limit);
                Assert.True(answer.IsAllowed);
                await limiter.ForgiveAsync(answer);
            });
        }
    }

    [Fact]
    public async Task WhatIsOlderThanAnHourDoesNotCountAndIsDeleted()
    {
        await PutAsync(TimeSpan.FromMinutes(61), 2 * Limit);
        await PutAsync(TimeSpan.FromMinutes(59), Limit - 1);

        Assert.True((await TryAsync()).IsAllowed);
        var refused = await TryAsync();
        Assert.InRange(refused.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(61));

        await Site.InScopeAsync(services => services.GetRequiredService<IRateLimiter>().DeleteOldAsync());

        Assert.Equal(Limit, await CountAsync());
        Assert.False((await TryAsync()).IsAllowed);
    }

    [Fact]
    public async Task ACountedTrySaysNeitherWhoNorWhat()
    {
        await TryAsync();

        await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var attempts = await session.Query<CountedAttempt>(collection: CustomersConstants.Collection).ListAsync();

            Assert.All(attempts, attempt => Assert.Matches("^[0-9a-f]{64}$", attempt.Key));
        });
    }

    private Task<RateLimitAnswer> TryAsync(int limit = Limit) => TryAsync(Action, _who, limit);

    private Task<RateLimitAnswer> TryAsync(string action, string subject, int limit)
        => Site.InScopeAsync(services => services.GetRequiredService<IRateLimiter>().TryAsync(action, subject, limit));

    private Task PutAsync(TimeSpan age, int count) => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();

        for (var index = 0; index < count; index++)
        {
            await session.SaveAsync(new CountedAttempt { Key = RateLimiter.Hash(Action, _who), Utc = DateTime.UtcNow - age }, collection: CustomersConstants.Collection);
        }
    });

    private Task<int> CountAsync()
    {
        var key = RateLimiter.Hash(Action, _who);

        return Site.InScopeAsync(services => services.GetRequiredService<ISession>().QueryIndex<CountedAttemptIndex>(index => index.Key == key, collection: CustomersConstants.Collection).CountAsync());
    }
}

public sealed class SqliteRateLimitTests(SqliteStorefront site) : RateLimitTests(site), IClassFixture<SqliteStorefront>;

public sealed class PostgresRateLimitTests(PostgresStorefront site) : RateLimitTests(site), IClassFixture<PostgresStorefront>;
