using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistKeyTests(SqliteAssist fixture) : AssistKeyTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistKeyTests(PostgresAssist fixture) : AssistKeyTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>The keys that tokens are signed with, and the secrets of storefronts.</summary>
public abstract class AssistKeyTests(AssistSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AFormerKeyIsKnownForADayAndATokenOfItBelieved()
    {
        await Site.InScopeAsync(services => services.GetRequiredService<AssistKeys>().RotateAsync());
        var token = await Site.InScopeAsync(async services => services.GetRequiredService<AssistTokens>().Write(
            new AssistedSession { SessionId = "s", CustomerId = "4customer", AgentId = "4agent", Site = "SHOP", Mode = AssistMode.Full, ExpiresUtc = DateTime.UtcNow.AddMinutes(5) },
            await services.GetRequiredService<AssistKeys>().FindSigningAsync()));
        var former = await SignsAsync();

        await Site.InScopeAsync(services => services.GetRequiredService<AssistKeys>().RotateAsync());

        var next = await SignsAsync();
        Assert.NotEqual(former, next);
        Assert.Equal([next, former], (await PublishedAsync())[..2]);
        Assert.NotNull(await ReadAsync(token));

        await AgeAsync(next, TimeSpan.FromHours(24));
        Assert.DoesNotContain(former, await PublishedAsync());
        Assert.Equal(next, (await PublishedAsync())[0]);
        Assert.Null(await ReadAsync(token));
    }

    [Fact]
    public async Task AKeySignsForAMonth()
    {
        var first = await SignsAsync();
        await AgeAsync(first, TimeSpan.FromDays(29));
        Assert.Equal(first, await SignsAsync());

        await AgeAsync(first, TimeSpan.FromDays(30));
        var next = await SignsAsync();

        Assert.NotEqual(first, next);
        Assert.Equal([next, first], (await PublishedAsync())[..2]);
    }

    [Fact]
    public async Task ManyWhoNeedTheNextKeyAtOnceGetTheSame()
    {
        await AgeAsync(await SignsAsync(), TimeSpan.FromDays(31));

        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(SignsAsync)));

        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task AKeyThatCantBeOpenedIsFollowedByAnother()
    {
        var lost = await SignsAsync();
        await ChangeAsync(lost, key => key.ProtectedKey = Convert.ToBase64String(new byte[100]));

        var next = await SignsAsync();

        Assert.NotEqual(lost, next);
        Assert.Equal(next, await SignsAsync());
    }

    [Fact]
    public async Task ThePrivateHalfIsKeptProtectedAndNotPublished()
    {
        var id = await SignsAsync();
        await ChangeAsync(id, key => Assert.Throws<System.Security.Cryptography.CryptographicException>(() => System.Security.Cryptography.ECDsa.Create().ImportPkcs8PrivateKey(Convert.FromBase64String(key.ProtectedKey), out _)));

        Assert.All(await Site.InScopeAsync(services => services.GetRequiredService<AssistKeys>().FindPublicAsync()), key => Assert.False(key.HasPrivateKey));
    }

    [Fact]
    public async Task ASecretIsOfOneSiteUntilItIsReplacedOrTakenBack()
    {
        Assert.False(await IsOfAsync("SHOP", new string('A', 43)));
        var (first, second, other) = (await ReplaceAsync("SHOP"), await ReplaceAsync("SHOP"), await ReplaceAsync("CART"));

        Assert.True(await IsOfAsync("SHOP", second));
        Assert.True(await IsOfAsync("CART", other));

        foreach (var (site, secret) in new[] { ("SHOP", first), ("SHOP", other), ("CART", second), ("PLAIN", second), ("shop", second), ("", second), (new string('x', 5000), second), ("SHOP", ""), ("SHOP", second + "A"), ("SHOP", second.ToUpperInvariant()) })
        {
            Assert.False(await IsOfAsync(site, secret));
        }

        var stored = (await WithCredentialsAsync(credentials => credentials.FindAsync("SHOP")))!;
        Assert.DoesNotContain(second, System.Text.Json.JsonSerializer.Serialize(stored), StringComparison.Ordinal);

        (await WithCredentialsAsync(credentials => credentials.RevokeAsync("SHOP"))).Succeeds();
        Assert.False(await IsOfAsync("SHOP", second));
        Assert.Equal(": There is no site “GONE” any more.", OrchardCore.Customers.Tests.Shared.CustomersSiteExtensions.TheError((await WithCredentialsAsync(credentials => credentials.ReplaceAsync("GONE"))).Result));
    }

    private async Task<string> ReplaceAsync(string site)
    {
        var (result, secret) = await WithCredentialsAsync(credentials => credentials.ReplaceAsync(site));
        result.Succeeds();

        return secret!;
    }

    private Task<bool> IsOfAsync(string site, string secret) => WithCredentialsAsync(credentials => credentials.IsOfAsync(site, secret));

    private Task<T> WithCredentialsAsync<T>(Func<IStorefrontCredentials, Task<T>> ask) => Site.InScopeAsync(services => ask(services.GetRequiredService<IStorefrontCredentials>()));

    private Task<string> SignsAsync() => Site.InScopeAsync(async services => (await services.GetRequiredService<AssistKeys>().FindSigningAsync()).KeyId);

    private Task<string[]> PublishedAsync() => Site.InScopeAsync(async services => (await services.GetRequiredService<AssistKeys>().FindPublicAsync()).Select(key => key.Kid).ToArray());

    private Task<AssistToken?> ReadAsync(string token) => Site.InScopeAsync(services => services.GetRequiredService<AssistTokens>().ReadAsync(token));

    private Task AgeAsync(string id, TimeSpan age) => ChangeAsync(id, key => key.CreatedUtc = DateTime.UtcNow - age);

    private Task ChangeAsync(string id, Action<AssistKey> change) => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        var key = (await session.Query<AssistKey, AssistKeyIndex>(CustomersConstants.Collection).ListAsync()).Single(key => key.KeyId == id);
        change(key);
        await session.SaveAsync(key, collection: CustomersConstants.Collection);
    });
}
