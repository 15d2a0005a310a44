using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistExchangeTests(SqliteAssist fixture) : AssistExchangeTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistExchangeTests(PostgresAssist fixture) : AssistExchangeTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>What a code is good for, and for how long; what becomes of sessions.</summary>
public abstract class AssistExchangeTests(AssistSite fixture)
{
    private const string Useless = "assist_code: This link is of no use any more. Start again from the customer's page.";

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ACodeIsExchangedForASessionThatLastsAsTheSiteSays()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, id);
        Assert.Null(await FindRunningAsync(sessionId));

        var (result, visit) = await Site.ExchangeAsync(code);

        result.Succeeds();
        Assert.Equal((sessionId, id, "SHOP"), (visit!.Session.SessionId, visit.Customer.ContentItemId, visit.Site.Code));
        var stored = await Site.SessionAsync(sessionId);
        Assert.Equal(AssistedSessionState.Running, stored.State);
        Assert.Equal(TimeSpan.FromMinutes(30), stored.ExpiresUtc - stored.StartedUtc);
        Assert.Equal(id, (await FindRunningAsync(sessionId))!.Customer.ContentItemId);
    }

    [Fact]
    public async Task WhateverIsWrongWithACodeTheAnswerIsTheSame()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, id);
        var altered = (code[0] == 'A' ? 'B' : 'A') + code[1..];

        foreach (var wrong in new[] { null, "", "x", altered, code + "A", code[1..], code.ToUpperInvariant(), new string('A', 100_000) })
        {
            Assert.Equal(Useless, (await Site.ExchangeAsync(wrong)).Result.TheError());
        }

        Assert.Equal(Useless, (await Site.ExchangeAsync(code, "CART")).Result.TheError());
        Assert.Equal(Useless, (await Site.ExchangeAsync(code, "CART", "https://www.example.com")).Result.TheError());

        foreach (var origin in new[] { null, "", "null", AssistSite.OtherOrigin, "https://shop.example.com/", "https://SHOP.example.com", "http://shop.example.com", "https://shop.example.com.evil.com" })
        {
            Assert.Equal(Useless, (await Site.ExchangeAsync(code, "SHOP", origin)).Result.TheError());
        }

        // Nobody who is not meant can use it up.
        Assert.Equal(AssistedSessionState.Open, (await Site.SessionAsync(sessionId)).State);
        (await Site.ExchangeAsync(code)).Result.Succeeds();
    }

    [Fact]
    public async Task ACodeIsOfNoUseAfterAMinute()
    {
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, await Site.AddShopperAsync());
        await Site.SessionAsync(sessionId, session => session.CodeExpiresUtc = DateTime.UtcNow);

        Assert.Equal(Useless, (await Site.ExchangeAsync(code)).Result.TheError());
        Assert.Equal(AssistedSessionState.Open, (await Site.SessionAsync(sessionId)).State);
    }

    [Fact]
    public async Task ACodeThatIsShownAgainEndsTheSessionThatItBegan()
    {
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, await Site.AddShopperAsync());
        (await Site.ExchangeAsync(code)).Result.Succeeds();

        // Neither another site nor another origin ends anything.
        Assert.Equal(Useless, (await Site.ExchangeAsync(code, "CART")).Result.TheError());
        Assert.Equal(Useless, (await Site.ExchangeAsync(code, origin: AssistSite.OtherOrigin)).Result.TheError());
        Assert.NotNull(await FindRunningAsync(sessionId));

        Assert.Equal(Useless, (await Site.ExchangeAsync(code)).Result.TheError());

        Assert.Null(await FindRunningAsync(sessionId));
        Assert.Equal(AssistedSessionState.Replayed, (await Site.SessionAsync(sessionId)).State);
        Assert.Equal(Useless, (await Site.ExchangeAsync(code)).Result.TheError());
    }

    [Fact]
    public async Task OfTwoWhoExchangeACodeAtOnceExactlyOneWins()
    {
        var id = await Site.AddShopperAsync();

        for (var round = 0; round < 5; round++)
        {
            var (_, code) = await Site.StartSessionAsync(TestSite.Admin, id);

            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Site.ExchangeAsync(code))));

            Assert.Single(results, result => result.Result.Succeeded);
            Assert.All(results.Where(result => !result.Result.Succeeded), result => Assert.Equal(Useless, result.Result.TheError()));
        }
    }

    [Fact]
    public async Task WhatIsTakenAwayEndsTheSessionAndKeepsACodeFromBeginningOne()
    {
        await EndsAsync(async (id, _) => (await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Inactive)).Succeeds());
        await EndsAsync(async (id, _) => await Site.GiveAccountAsync(id, userId: null));
        await EndsAsync(async (id, _) => (await Site.UpdateAsync(id, part => part.Sites = [])).Succeeds());
        await EndsAsync(async (_, agent) => await ChangeUserAsync(agent, user => user.RoleNames.Clear()));
        await EndsAsync(async (_, agent) => await ChangeUserAsync(agent, user => user.IsEnabled = false));
        await EndsAsync(async (_, agent) => await Site.LimitAsync(agent, "CART"));
        await EndsAsync(async (_, _) => await Site.ChangeSiteAsync("SHOP", site => site.IsActive = false), async () => await Site.ChangeSiteAsync("SHOP", site => site.IsActive = true));
        await EndsAsync(async (_, _) => await Site.ChangeSiteAsync("SHOP", site => site.AssistedBuying.IsEnabled = false), async () => await Site.ChangeSiteAsync("SHOP", site => site.AssistedBuying.IsEnabled = true));
        await EndsAsync(async (_, _) => await Site.ChangeSiteAsync("SHOP", site => site.AssistedBuying.Modes = [AssistMode.Cart]), async () => await Site.ChangeSiteAsync("SHOP", site => site.AssistedBuying.Modes = [AssistMode.LookOnly, AssistMode.Cart, AssistMode.Full]));

        async Task EndsAsync(Func<string, string, Task> takeAway, Func<Task>? giveBack = null)
        {
            var (id, agent) = (await Site.AddShopperAsync(), await SiteUser.CreateAsync(Site, AssistSite.Agent));
            var (running, code) = await Site.StartSessionAsync(agent, id);
            (await Site.ExchangeAsync(code)).Result.Succeeds();
            var (open, unused) = await Site.StartSessionAsync(agent, id);
            Assert.NotNull(await FindRunningAsync(running));

            await takeAway(id, agent);

            Assert.Equal(Useless, (await Site.ExchangeAsync(unused)).Result.TheError());
            Assert.Null(await FindRunningAsync(running));
            Assert.Equal(AssistedSessionState.Withdrawn, (await Site.SessionAsync(running)).State);
            Assert.Equal(AssistedSessionState.Open, (await Site.SessionAsync(open)).State);
            await (giveBack?.Invoke() ?? Task.CompletedTask);
            Assert.Null(await FindRunningAsync(running));
        }
    }

    [Fact]
    public async Task ASessionEndsByItselfAtTheStorefrontOrInTheAdmin()
    {
        var id = await Site.AddShopperAsync();

        var past = await RunningAsync(id);
        await Site.SessionAsync(past, session => session.ExpiresUtc = DateTime.UtcNow);
        Assert.Null(await FindRunningAsync(past));
        Assert.Equal(": This session is over already.", (await RevokeAsync(id, past)).TheError());

        var ended = await RunningAsync(id);
        await Site.InScopeAsync(services => services.GetRequiredService<IAssistedBuyingService>().EndAsync(ended));
        Assert.Null(await FindRunningAsync(ended));
        Assert.Equal(AssistedSessionState.Ended, (await Site.SessionAsync(ended)).State);

        var revoked = await RunningAsync(id);
        Assert.Equal(": This session is over already.", (await RevokeAsync("4anothercustomer", revoked)).TheError());
        (await RevokeAsync(id, revoked)).Succeeds();
        Assert.Null(await FindRunningAsync(revoked));
        Assert.Equal(": This session is over already.", (await RevokeAsync(id, revoked)).TheError());
        await Site.InScopeAsync(services => services.GetRequiredService<IAssistedBuyingService>().EndAsync(revoked));
        Assert.Equal(AssistedSessionState.Revoked, (await Site.SessionAsync(revoked)).State);

        var (open, code) = await Site.StartSessionAsync(TestSite.Admin, id);
        (await RevokeAsync(id, open)).Succeeds();
        Assert.Equal(Useless, (await Site.ExchangeAsync(code)).Result.TheError());
        Assert.Equal(AssistedSessionState.Revoked, (await Site.SessionAsync(open)).State);

        var all = await Site.WithAssistAsync(assist => assist.FindAsync(id, 0, 10));
        Assert.Equal([open, revoked, ended, past], all.Select(session => session.SessionId));
        Assert.Equal([revoked], (await Site.WithAssistAsync(assist => assist.FindAsync(id, 1, 1))).Select(session => session.SessionId));
    }

    [Fact]
    public async Task SessionsGoWithTheirCustomer()
    {
        var (id, other) = (await Site.AddShopperAsync(), await Site.AddShopperAsync());
        var (running, kept) = (await RunningAsync(id), await RunningAsync(other));

        (await Site.DeleteAsync(id)).Succeeds();

        Assert.Empty(await Site.WithAssistAsync(assist => assist.FindAsync(id, 0, 10)));
        Assert.Null(await FindRunningAsync(running));
        Assert.NotNull(await FindRunningAsync(kept));
    }

    private async Task<string> RunningAsync(string id)
    {
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, id);
        (await Site.ExchangeAsync(code)).Result.Succeeds();

        return sessionId;
    }

    private Task<AssistedVisit?> FindRunningAsync(string sessionId) => Site.WithAssistAsync(assist => assist.FindRunningAsync(sessionId));

    private Task<OrchardCore.Infrastructure.Result> RevokeAsync(string id, string sessionId) => Site.WithAssistAsync(assist => assist.RevokeAsync(id, sessionId));

    private Task ChangeUserAsync(string name, Action<User> change) => Site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = (User)(await users.FindByNameAsync(name))!;
        change(user);
        Assert.True((await users.UpdateAsync(user)).Succeeded);
    });
}
