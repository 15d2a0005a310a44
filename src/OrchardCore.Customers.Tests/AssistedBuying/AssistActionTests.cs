using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;
using static OrchardCore.Customers.Tests.AssistedBuying.StorefrontServer;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistActionTests(SqliteAssist fixture) : AssistActionTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistActionTests(PostgresAssist fixture) : AssistActionTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>What storefronts ask before they change something, and what is kept of it.</summary>
public abstract class AssistActionTests(AssistSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("E24")]
    public async Task AChangeIsAllowedAndKeptWithWhoMadeItForWhomHowAndWhy()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id);

        var answer = await Site.TryAsync(token, "Cart", " 2 × <b>Lámpara</b> مصباح ", "cart-17");

        Assert.Equal((HttpStatusCode.OK, "Cart"), (answer.Status, answer["kind"]));
        var kept = Assert.Single(await KeptAsync(sessionId));
        Assert.Equal((answer["id"], 1, AssistActionKind.Cart, "2 × <b>Lámpara</b> مصباح", "cart-17"), (kept.ActionId, kept.Number, kept.Kind, kept.Summary, kept.Reference));
        Assert.Equal(
            (id, await Site.UserIdAsync(TestSite.Admin), TestSite.Admin, "SHOP", AssistMode.Full, "Called and asked for help"),
            (kept.CustomerId, kept.AgentId, kept.AgentName, kept.Site, kept.Mode, kept.Reason));
        Assert.Null(kept.Refusal);
        Assert.Equal(kept.Utc, DateTime.Parse(answer["at"]!, null, System.Globalization.DateTimeStyles.AdjustToUniversal), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("Password", AssistMode.Full, "CustomerOnly", "Nobody but the customer changes a password")]
    [InlineData("Email", AssistMode.Full, "CustomerOnly", "Nobody but the customer")]
    [InlineData("Consent", AssistMode.Cart, "CustomerOnly", "Nobody but the customer")]
    [InlineData("Payment", AssistMode.LookOnly, "CustomerOnly", "Nobody but the customer")]
    [InlineData("Security", AssistMode.Full, "CustomerOnly", "Nobody but the customer")]
    [InlineData("Cart", AssistMode.LookOnly, "LookOnly", "In this session you look only")]
    [InlineData("Profile", AssistMode.LookOnly, "LookOnly", "In this session you look only")]
    public async Task WhatIsRefusedIsToldAndKeptAsRefused(string kind, AssistMode mode, string code, string words)
    {
        var cart = mode == AssistMode.Cart;
        var (sessionId, code1) = await Site.StartSessionAsync(TestSite.Admin, await Site.AddShopperAsync(), request => (request.Site, request.Mode) = (cart ? "CART" : "SHOP", mode));
        (await Site.ExchangeAsync(code1, cart ? "CART" : "SHOP", cart ? "https://www.example.com" : AssistSite.Origin)).Result.Succeeds();
        var token = await Site.SessionTokenAsync(sessionId);

        var answer = await Site.TryAsync(token, kind);

        Problem(HttpStatusCode.Forbidden, answer);
        Assert.Equal(code, answer["code"]);
        Assert.StartsWith(words, answer["detail"], StringComparison.Ordinal);
        Assert.Equal(code, Assert.Single(await KeptAsync(sessionId)).Refusal.ToString());
        var session = await Site.SessionAsync(sessionId);
        Assert.Equal((1, 1), (session.Actions, session.RefusedActions));
    }

    [Fact]
    public async Task WhileOnHoldNobodyOrdersForTheCustomerAndTheReasonIsTold()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id);
        (await Site.UpdateAsync(id, part => part.Hold = new() { Reason = "Unpaid <invoice>" })).Succeeds();

        var refused = await Site.TryAsync(token, "Order", "Order of 3 things");
        Problem(HttpStatusCode.Forbidden, refused);
        Assert.Equal(("OnHold", "The customer is on hold, so nobody can order: Unpaid <invoice>"), (refused["code"], refused["detail"]));
        Assert.Equal("true", (await Site.SendAsync(HttpMethod.Get, SessionPath, Bearer(token))).Json["customer"]!["isOnHold"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(token, "Cart")).Status);

        // One that has passed holds nobody.
        (await Site.UpdateAsync(id, part => part.Hold = new() { UntilUtc = DateTime.UtcNow.AddMinutes(1) })).Succeeds();
        Assert.Equal("The customer is on hold: nobody can order.", (await Site.TryAsync(token, "Order"))["detail"]);
        await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            customer!.Alter<CustomerPart>(part => part.Hold!.UntilUtc = DateTime.UtcNow.AddSeconds(-1));
            await services.GetRequiredService<ISession>().SaveAsync(customer!);
        });
        Assert.Equal("false", (await Site.SendAsync(HttpMethod.Get, SessionPath, Bearer(token))).Json["customer"]!["isOnHold"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(token, "Order")).Status);
        Assert.Equal([null, AssistRefusal.OnHold, null, AssistRefusal.OnHold], (await KeptAsync(sessionId)).Select(action => action.Refusal));
    }

    public static TheoryData<string, string?, string?, string?> Wrongs => new()
    {
        { "kind: Say what is to be changed: Cart, Order, Address, Profile, Password, Email, Consent, Payment, Security.", null, "x", null },
        { "kind: Say what is to be changed: Cart, Order, Address, Profile, Password, Email, Consent, Payment, Security.", "cart", "x", null },
        { "kind: Say what is to be changed: Cart, Order, Address, Profile, Password, Email, Consent, Payment, Security.", "0", "x", null },
        { "kind: Say what is to be changed: Cart, Order, Address, Profile, Password, Email, Consent, Payment, Security.", "Cart, Order", "x", null },
        { "summary: Say in a few words what is to be changed.", "Cart", null, null },
        { "summary: Say in a few words what is to be changed.", "Cart", " \u200B ", null },
        { "summary: This can have at most 255 characters; it has 256.", "Cart", new string('x', 256), null },
        { "summary: This contains characters that can't be shown in one line.", "Cart", "a\nb", null },
        { "summary: This contains characters that can't be shown in one line.", "Cart", "a\u202Eb", null },
        { "reference: This can have at most 64 characters; it has 65.", "Cart", "x", new string('x', 65) },
        { "reference: This contains characters that can't be shown in one line.", "Cart", "x", "a\0" },
    };

    [Theory, MemberData(nameof(Wrongs))]
    public async Task WhatIsWrongIsToldByItsFieldAndNothingIsKept(string error, string? kind, string? summary, string? reference)
    {
        var (sessionId, token) = await Site.RunAsync(await Site.AddShopperAsync());

        var answer = await Site.TryAsync(token, kind, summary, reference);

        Problem(HttpStatusCode.BadRequest, answer);
        Assert.Equal([error], answer.Errors);
        Assert.Empty(await KeptAsync(sessionId));
    }

    [Fact]
    public async Task WhatIsNoQuestionIsRefusedAndAllThatIsWrongIsToldAtOnce()
    {
        var (_, token) = await Site.RunAsync(await Site.AddShopperAsync());

        foreach (var body in new[] { "", "{", "[]", "null", "7", "{\"kind\":7}", "{\"kind\":\"" + new string('A', 20_000) + "\"}" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await Site.SendAsync(HttpMethod.Post, Actions, Bearer(token), content);
            Problem(HttpStatusCode.BadRequest, answer);
            Assert.Equal([": Send JSON with a kind and a summary."], answer.Errors);
        }

        Assert.Equal(["kind", "summary", "reference"], (await Site.TryAsync(token, null, null, new string('x', 65))).Json["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task OnceTheSessionIsOverNothingIsAllowedAndNothingKept()
    {
        var id = await Site.AddShopperAsync();

        await IsOverAsync(sessionId => Site.SessionAsync(sessionId, session => session.ExpiresUtc = DateTime.UtcNow));
        await IsOverAsync(sessionId => Site.InScopeAsync(services => services.GetRequiredService<IAssistedBuyingService>().EndAsync(sessionId)));
        await IsOverAsync(async sessionId => (await Site.WithAssistAsync(assist => assist.RevokeAsync(id, sessionId))).Succeeds());
        await IsOverAsync(_ => Site.ChangeSiteAsync("SHOP", site => site.IsActive = false));
        await Site.ChangeSiteAsync("SHOP", site => site.IsActive = true);
        await IsOverAsync(async _ => (await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Inactive)).Succeeds());

        async Task IsOverAsync(Func<string, Task> end)
        {
            var (sessionId, token) = await Site.RunAsync(id);
            Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(token, "Cart")).Status);

            await end(sessionId);

            Problem(HttpStatusCode.Unauthorized, await Site.TryAsync(token, "Cart"));
            Assert.Single(await KeptAsync(sessionId));
        }
    }

    [Fact]
    public async Task ACodeThatIsShownAgainEndsWhatMayBeChanged()
    {
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, await Site.AddShopperAsync());
        (await Site.ExchangeAsync(code)).Result.Succeeds();
        var token = await Site.SessionTokenAsync(sessionId);
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(token, "Cart")).Status);

        Assert.False((await Site.ExchangeAsync(code)).Result.Succeeded);

        Problem(HttpStatusCode.Unauthorized, await Site.TryAsync(token, "Cart"));
    }

    [Fact]
    public async Task ATokenChangesSomethingInItsOwnSessionAlone()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id);
        var (other, otherToken) = await Site.RunAsync(await Site.AddShopperAsync());

        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(otherToken, "Cart")).Status);
        Assert.Empty(await KeptAsync(sessionId));
        Assert.Single(await KeptAsync(other));

        using var admin = await SiteUser.AdminAsync(Site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.PostAsync(Actions, (Answers.TokenName, await admin.TokenAsync()))).Status);

        foreach (var header in new[] { null, Bearer("x"), Bearer(token[..^4] + "AAAA"), Basic("SHOP", await Site.SecretAsync("SHOP")) })
        {
            Problem(HttpStatusCode.Unauthorized, await Site.SendAsync(HttpMethod.Post, Actions, header, Body(new() { ["kind"] = "Cart", ["summary"] = "x" })));
        }

        Assert.Empty(await KeptAsync(sessionId));
    }

    [Fact]
    public async Task OfManyAtOnceAllAreKeptAndEachHasANumberOfItsOwn()
    {
        var (sessionId, token) = await Site.RunAsync(await Site.AddShopperAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Site.TryAsync(token, number % 4 == 3 ? "Password" : "Cart", $"Thing {number}")));

        Assert.Equal((6, 2), (answers.Count(answer => answer.Status == HttpStatusCode.OK), answers.Count(answer => answer.Status == HttpStatusCode.Forbidden)));
        var kept = await KeptAsync(sessionId);
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], kept.Select(action => action.Number));
        Assert.Equal(8, kept.Select(action => action.Summary).Distinct().Count());
        var session = await Site.SessionAsync(sessionId);
        Assert.Equal((8, 2), (session.Actions, session.RefusedActions));
    }

    /// <summary>What was answered with yes is there before the session ends; what comes later is answered with no.</summary>
    [Fact]
    public async Task WhoeverEndsTheSessionMeanwhileKeepsTheRestOut()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id);
        var tries = Enumerable.Range(0, 6).Select(_ => Site.TryAsync(token, "Cart")).ToList();

        var revoked = await Site.WithAssistAsync(assist => assist.RevokeAsync(id, sessionId));

        revoked.Succeeds();
        var answers = await Task.WhenAll(tries);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized }));
        var (kept, session) = (await KeptAsync(sessionId), await Site.SessionAsync(sessionId));
        Assert.Equal(answers.Count(answer => answer.Status == HttpStatusCode.OK), kept.Count);
        Assert.All(kept, action => Assert.True(action.Utc <= session.EndedUtc, $"{action.Utc:O} {session.EndedUtc:O}"));
        Assert.Equal(AssistedSessionState.Revoked, session.State);
    }

    [Fact]
    public async Task ASessionHasSoManyChangesAndNotTooManyInAMinute()
    {
        var (sessionId, token) = await Site.RunAsync(await Site.AddShopperAsync());
        await Site.SessionAsync(sessionId, session => session.Actions = AssistedAction.MaxOfSession - 1);
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(token, "Cart")).Status);
        var full = await Site.TryAsync(token, "Cart");
        Problem(HttpStatusCode.Forbidden, full);
        Assert.Equal("TooManyActions", full["code"]);
        Assert.Equal(AssistedAction.MaxOfSession, (await Site.SessionAsync(sessionId)).Actions);

        var (fast, fastToken) = await Site.RunAsync(await Site.AddShopperAsync());
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(fastToken, "Cart")).Status);
        await Site.SessionAsync(fast, session => session.Actions = AssistedAction.MaxPerMinute);
        Problem(HttpStatusCode.TooManyRequests, await Site.TryAsync(fastToken, "Cart"));
        Assert.Equal(AssistedAction.MaxPerMinute, (await Site.SessionAsync(fast)).Actions);

        await AgeAsync(Assert.Single(await KeptAsync(fast, number: 1)).ActionId, fast);
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(fastToken, "Cart")).Status);
    }

    [Fact]
    public async Task WhatWasChangedGoesWithTheCustomer()
    {
        var (id, other) = (await Site.AddShopperAsync(), await Site.AddShopperAsync());
        var ((gone, goneToken), (left, leftToken)) = (await Site.RunAsync(id), await Site.RunAsync(other));
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(goneToken, "Cart")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(leftToken, "Cart")).Status);

        (await Site.DeleteAsync(id)).Succeeds();

        Assert.Empty(await KeptAsync(gone, number: 1));
        Assert.Single(await KeptAsync(left));
        Problem(HttpStatusCode.Unauthorized, await Site.TryAsync(goneToken, "Cart"));
    }

    /// <summary>What is kept of a session, the latest first.</summary>
    private async Task<IReadOnlyList<AssistedAction>> KeptAsync(string sessionId)
    {
        var session = await Site.SessionAsync(sessionId);

        return await Site.InScopeAsync(async services => (IReadOnlyList<AssistedAction>)[.. (await services.GetRequiredService<IAssistedActions>().FindLatestAsync([session], 100))[sessionId]]);
    }

    private Task<IReadOnlyList<AssistedAction>> KeptAsync(string sessionId, int number) => Site.InScopeAsync(async services =>
    {
        var key = AssistedActionIndex.KeyOf(sessionId, number);

        return (IReadOnlyList<AssistedAction>)[.. await services.GetRequiredService<ISession>().Query<AssistedAction, AssistedActionIndex>(index => index.Key == key, collection: CustomersConstants.Collection).ListAsync()];
    });

    private Task AgeAsync(string actionId, string sessionId) => Site.InScopeAsync(async services =>
    {
        var (session, key) = (services.GetRequiredService<ISession>(), AssistedActionIndex.KeyOf(sessionId, 1));
        var action = await session.Query<AssistedAction, AssistedActionIndex>(index => index.Key == key, collection: CustomersConstants.Collection).FirstOrDefaultAsync();
        Assert.Equal(actionId, action.ActionId);
        action.Utc = DateTime.UtcNow.AddMinutes(-2);
        await session.SaveAsync(action, collection: CustomersConstants.Collection);
    });
}
