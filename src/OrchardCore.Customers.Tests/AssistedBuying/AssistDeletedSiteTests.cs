using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistDeletedSiteTests(SqliteAssist fixture) : AssistDeletedSiteTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistDeletedSiteTests(PostgresAssist fixture) : AssistDeletedSiteTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>What becomes of secrets and sessions when a site is deleted.</summary>
public abstract class AssistDeletedSiteTests(AssistSite fixture)
{
    private const string Origin = "https://gone.example.com";

    private TestSite Site => fixture.Site;

    [Fact, Seed("E27")]
    public async Task TheSecretOfADeletedSiteGoesWithItAndItsSessionsEnd()
    {
        var code = await AddAsync();
        var secret = await Site.SecretAsync(code);
        var id = await Site.AddShopperAsync(part => part.Sites = [code, "SHOP"]);
        var (running, used) = await Site.StartSessionAsync(TestSite.Admin, id, request => request.Site = code);
        (await Site.ExchangeAsync(used, code, Origin)).Result.Succeeds();
        var (open, unused) = await Site.StartSessionAsync(TestSite.Admin, id, request => request.Site = code);
        var (elsewhere, _) = await Site.RunAsync(id);
        (await Site.UpdateAsync(id, part => part.Sites = ["SHOP"])).Succeeds();

        (await Site.SitesAsync(sites => sites.DeleteAsync(code))).Succeeds();

        Assert.Equal(AssistedSessionState.Withdrawn, (await Site.SessionAsync(running)).State);
        Assert.Equal(AssistedSessionState.Withdrawn, (await Site.SessionAsync(open)).State);
        Assert.Equal(AssistedSessionState.Running, (await Site.SessionAsync(elsewhere)).State);

        // Who makes a site with that code later begins anew.
        await AddAsync(code);
        (await Site.UpdateAsync(id, part => part.Sites = [code, "SHOP"])).Succeeds();
        Assert.False(await Site.InScopeAsync(services => services.GetRequiredService<IStorefrontCredentials>().IsOfAsync(code, secret)));
        Assert.Null(await Site.WithAssistAsync(assist => assist.FindRunningAsync(running)));
        Assert.False((await Site.ExchangeAsync(unused, code, Origin)).Result.Succeeded);
        Assert.NotNull(await Site.WithAssistAsync(assist => assist.FindRunningAsync(elsewhere)));
    }

    [Fact]
    public async Task ASiteThatCanNotBeDeletedKeepsItsSecretAndItsSessions()
    {
        var secret = await Site.SecretAsync("SHOP");
        var (sessionId, _) = await Site.RunAsync(await Site.AddShopperAsync());

        Assert.False((await Site.SitesAsync(sites => sites.DeleteAsync("SHOP"))).Succeeded);

        Assert.True(await Site.InScopeAsync(services => services.GetRequiredService<IStorefrontCredentials>().IsOfAsync("SHOP", secret)));
        Assert.NotNull(await Site.WithAssistAsync(assist => assist.FindRunningAsync(sessionId)));
    }

    [Fact]
    public async Task ASecretThatIsTakenBackEndsWhatRunsAtItsSite()
    {
        var code = await AddAsync();
        await Site.SecretAsync(code);
        var id = await Site.AddShopperAsync(part => part.Sites = [code, "SHOP"]);
        var (running, used) = await Site.StartSessionAsync(TestSite.Admin, id, request => request.Site = code);
        (await Site.ExchangeAsync(used, code, Origin)).Result.Succeeds();
        var (elsewhere, _) = await Site.RunAsync(id);

        await Site.SecretAsync(code);
        Assert.Equal(AssistedSessionState.Running, (await Site.SessionAsync(running)).State);

        (await Site.InScopeAsync(services => services.GetRequiredService<IStorefrontCredentials>().RevokeAsync(code))).Succeeds();
        Assert.Equal(AssistedSessionState.Withdrawn, (await Site.SessionAsync(running)).State);
        Assert.Equal(AssistedSessionState.Running, (await Site.SessionAsync(elsewhere)).State);
    }

    private Task<string> AddAsync(string? code = null) => Site.AddSiteAsync(site =>
    {
        site.Code = code ?? site.Code;
        site.StorefrontUrl = Origin;
        site.AssistedBuying = new() { IsEnabled = true };
    });
}
