using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>What holds wherever it is asked: the admin runs on two nodes, and a storefront gets to either.</summary>
[Seed("E24")]
public sealed class AssistNodeTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task ACodeThatOneNodeHasGivenIsExchangedAtAnotherAndTheSessionIsTheSameAtBoth()
    {
        var own = Token(await nodes.First.ExchangeAsync(await nodes.StartSessionAsync()));
        var keys = await nodes.First.KeysAsync();
        var code = await nodes.StartSessionAsync();

        var answer = await nodes.Second.ExchangeAsync(code);
        var token = Token(answer);

        // The second one signs with the key that the first one has made, and a storefront believes it by what the first one publishes.
        Assert.Equal(KeyOf(own), KeyOf(token));
        Assert.True(await IsSignedAsync(token, keys));
        Assert.Equal(keys.Json.ToJsonString(), (await nodes.Second.KeysAsync()).Json.ToJsonString());

        foreach (var node in nodes.Both)
        {
            var session = await node.FindAsync(token);
            Assert.Equal((HttpStatusCode.OK, answer.Json["session"]!.ToJsonString()), (session.Status, session.Json.ToJsonString()));
            Assert.Equal(HttpStatusCode.OK, (await node.ChangeAsync(token)).Status);
        }

        Assert.Contains("2 changes", await nodes.LatestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACodeThatIsShownAgainAtAnotherNodeEndsTheSessionAtBoth()
    {
        var code = await nodes.StartSessionAsync();
        var token = Token(await nodes.Second.ExchangeAsync(code));

        ShouldBeOfNoUse(await nodes.First.ExchangeAsync(code));

        await ShouldBeOverAsync(token);
        Assert.Contains("Ended: the link was opened twice", await nodes.LatestAsync(), StringComparison.Ordinal);
        ShouldBeOfNoUse(await nodes.Second.ExchangeAsync(code));
        ShouldBeOfNoUse(await nodes.First.ExchangeAsync(code));
    }

    [Fact]
    public async Task ASessionThatIsEndedAtOneNodeIsOverAtTheOther()
    {
        var token = Token(await nodes.Second.ExchangeAsync(await nodes.StartSessionAsync()));
        Assert.Equal(HttpStatusCode.OK, (await nodes.First.FindAsync(token)).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await nodes.Second.EndAsync(token)).Status);

        await ShouldBeOverAsync(token);
        Assert.Equal(HttpStatusCode.NoContent, (await nodes.First.EndAsync(token)).Status);
        Assert.Contains("Ended at the storefront", await nodes.LatestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheAdminOfOneNodeTakesBackIsOverAtTheOtherAtOnce()
    {
        var token = Token(await nodes.Second.ExchangeAsync(await nodes.StartSessionAsync()));
        Assert.Equal(HttpStatusCode.OK, (await nodes.Second.FindAsync(token)).Status);

        await nodes.RevokeLatestAsync();

        StorefrontServer.Problem(HttpStatusCode.Unauthorized, await nodes.Second.FindAsync(token));
        StorefrontServer.Problem(HttpStatusCode.Unauthorized, await nodes.Second.ChangeAsync(token));
        Assert.Contains("Revoked by admin", await nodes.LatestAsync(), StringComparison.Ordinal);

        // The same with a code that nobody has exchanged yet.
        var code = await nodes.StartSessionAsync();
        await nodes.RevokeLatestAsync();
        ShouldBeOfNoUse(await nodes.Second.ExchangeAsync(code));
    }

    [Fact]
    public async Task OfTwoNodesThatAreShownACodeAtTheSameMomentOneAnswersAndNobodyGoesOnWithTheSession()
    {
        var code = await nodes.StartSessionAsync();

        var (first, second) = await nodes.AtTheSameMomentAsync(Locking(code), node => node.ExchangeAsync(code), node => node.ExchangeAsync(code));

        var won = Assert.Single(new[] { first, second }, answer => answer.Status == HttpStatusCode.OK);
        ShouldBeOfNoUse(won == first ? second : first);
        await ShouldBeOverAsync(Token(won));
        Assert.Contains("Ended: the link was opened twice", await nodes.LatestAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AChangeIsKeptBeforeAnotherNodeEndsTheSessionAndRefusedAfterwards(bool isChangedFirst)
    {
        var code = await nodes.StartSessionAsync();
        var token = Token(await nodes.First.ExchangeAsync(code));
        Func<AssistNode, Task<ApiAnswer>> change = node => node.ChangeAsync(token), end = node => node.EndAsync(token);

        // Both have seen the session run.
        var (first, second) = await nodes.AtTheSameMomentAsync(Locking(code), isChangedFirst ? change : end, isChangedFirst ? end : change);

        Assert.Equal(isChangedFirst ? (HttpStatusCode.OK, HttpStatusCode.NoContent) : (HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (first.Status, second.Status));
        await ShouldBeOverAsync(token);
        var latest = await nodes.LatestAsync();
        Assert.Contains("Ended at the storefront", latest, StringComparison.Ordinal);
        Assert.Equal(isChangedFirst, latest.Contains("2 × Desk lamp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("delete from \"Customers_AssistKeyIndex\"; delete from \"Customers_Document\" where \"Type\" like '%AssistKey%'", false)]
    [InlineData("update \"Customers_Document\" set \"Content\" = jsonb_set(\"Content\"::jsonb, '{CreatedUtc}', '\"2020-01-01T00:00:00Z\"')::text where \"Type\" like '%AssistKey%'", true)]
    public async Task TwoNodesThatNeedANewKeyAtTheSameMomentHaveOneAndBelieveEachOther(string making, bool isKnown)
    {
        var former = Token(await nodes.First.ExchangeAsync(await nodes.StartSessionAsync()));
        await nodes.ExecuteAsync(making);
        var before = KeyIds(await nodes.First.KeysAsync());
        var (one, other) = (await nodes.StartSessionAsync(), await nodes.StartSessionAsync());

        // Both find that there is none to sign with, and then each makes the next.
        var (first, second) = await nodes.AtTheSameMomentAsync("lock table \"Customers_AssistKeyIndex\" in share mode", node => node.ExchangeAsync(one), node => node.ExchangeAsync(other));

        string[] tokens = [Token(first), Token(second)];
        Assert.Equal(KeyOf(tokens[0]), KeyOf(tokens[1]));

        foreach (var node in nodes.Both)
        {
            var keys = await node.KeysAsync();
            Assert.Equal([KeyOf(tokens[0]), .. before], KeyIds(keys));
            Assert.Equal(isKnown, await IsSignedAsync(former, keys));
            Assert.Equal(isKnown ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await node.FindAsync(former)).Status);

            foreach (var token in tokens)
            {
                Assert.True(await IsSignedAsync(token, keys));
                Assert.Equal(HttpStatusCode.OK, (await node.FindAsync(token)).Status);
            }
        }
    }

    /// <summary>Keeps the session of a code from being changed.</summary>
    private static string Locking(string code)
        => $"select 1 from \"Customers_Document\" d join \"Customers_AssistedSessionIndex\" i on i.\"DocumentId\" = d.\"Id\" where i.\"CodeHash\" = '{SecretCode.Hash(code)}' for update of d";

    private async Task ShouldBeOverAsync(string token)
    {
        foreach (var node in nodes.Both)
        {
            StorefrontServer.Problem(HttpStatusCode.Unauthorized, await node.FindAsync(token));
            StorefrontServer.Problem(HttpStatusCode.Unauthorized, await node.ChangeAsync(token));
        }
    }

    private static void ShouldBeOfNoUse(ApiAnswer answer)
    {
        StorefrontServer.Problem(HttpStatusCode.BadRequest, answer);
        Assert.Equal(["code: This link is of no use any more. Start again from the customer's page."], answer.Errors);
    }

    private static string Token(ApiAnswer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);

        return answer["token"]!;
    }

    private static string KeyOf(string token) => new JsonWebToken(token).Kid;

    private static string[] KeyIds(ApiAnswer keys) => [.. keys.Json["keys"]!.AsArray().Select(key => key!["kid"]!.ToString())];

    /// <summary>Whether a storefront believes a token that has these keys.</summary>
    private static async Task<bool> IsSignedAsync(string token, ApiAnswer keys) => (await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = AssistTokens.Issuer,
        ValidAudience = TwoNodes.Site,
        ValidTypes = [AssistTokens.Type],
        ValidAlgorithms = [AssistKeys.Algorithm],
        IssuerSigningKeys = JsonWebKeySet.Create(keys.Json.ToJsonString()).GetSigningKeys(),
    })).IsValid;
}
