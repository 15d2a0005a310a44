using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using OrchardCore.Users;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>Who may act for whom, and where.</summary>
public sealed class AssistStartTests(SqliteAssist fixture) : IClassFixture<SqliteAssist>
{
    private const string NotAllowed = ": You may not act for this customer.";

    private TestSite Site => fixture.Site;

    [Fact, Seed("E26")]
    public async Task ASessionLeadsToTheStorefrontWithACodeOfWhichOnlyAHashIsKept()
    {
        var id = await Site.AddShopperAsync();

        var (result, start) = await Site.AskAsync(TestSite.Admin, id, request => request.Reason = "  Called \n and asked ");

        result.Succeeds();
        var url = new Uri(start!.Url);
        Assert.StartsWith("https://shop.example.com/assist?from=admin&assist_code=", start.Url, StringComparison.Ordinal);
        var code = System.Web.HttpUtility.ParseQueryString(url.Query)[AssistFields.Code]!;
        Assert.Equal(43, code.Length);

        var stored = await Site.SessionAsync(start.Session.SessionId);
        Assert.Equal((id, "SHOP", AssistSite.Origin, AssistMode.Full, TestSite.Admin, "Called \n and asked"), (stored.CustomerId, stored.Site, stored.Origin, stored.Mode, stored.AgentName, stored.Reason));
        Assert.Equal(await Site.UserIdAsync(TestSite.Admin), stored.AgentId);
        Assert.Equal(TimeSpan.FromSeconds(60), stored.CodeExpiresUtc - stored.CreatedUtc);
        Assert.Equal(AssistedSessionState.Open, stored.State);
        Assert.DoesNotContain(code, System.Text.Json.JsonSerializer.Serialize(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStorefrontMayStandInAFolderAndTheSessionBeginAtAnAllowedOrigin()
    {
        var id = await Site.AddShopperAsync();

        var (_, folder) = await Site.AskAsync(TestSite.Admin, id, request => (request.Site, request.Mode) = ("CART", AssistMode.Cart));
        var (_, other) = await Site.AskAsync(TestSite.Admin, id, request => request.Origin = AssistSite.OtherOrigin);

        Assert.StartsWith("https://www.example.com/de/?assist_code=", folder!.Url, StringComparison.Ordinal);
        Assert.StartsWith("https://checkout.example.com/assist?from=admin&assist_code=", other!.Url, StringComparison.Ordinal);
        Assert.Equal(AssistSite.OtherOrigin, other.Session.Origin);
    }

    [Fact, Seed("E25")]
    public async Task TheSitesOfTheCustomerAreOfferedForWhichItIsConfigured()
    {
        var (all, one, none) = (
            await Site.AddShopperAsync(),
            await Site.AddShopperAsync(part => (part.PreferredSite, part.Sites) = ("PLAIN", ["SHOP"])),
            await Site.AddShopperAsync(part => (part.PreferredSite, part.Sites) = ("PLAIN", [])));

        Assert.Equal(["CART", "SHOP"], await SitesAsync(TestSite.Admin, all));
        Assert.Equal(["SHOP"], await SitesAsync(TestSite.Admin, one));
        Assert.Empty(await SitesAsync(TestSite.Admin, none));
    }

    [Fact, Seed("T3")]
    public async Task WhoIsLimitedToASiteActsThereAlone()
    {
        var id = await Site.AddShopperAsync();
        var agent = await SiteUser.CreateAsync(Site, AssistSite.Agent);
        await Site.LimitAsync(agent, "CART");

        Assert.Equal(["CART"], await SitesAsync(agent, id));
        Assert.StartsWith("Site: You can't act", (await Site.AskAsync(agent, id)).Result.TheError(), StringComparison.Ordinal);

        var elsewhere = await Site.AddShopperAsync(part => (part.PreferredSite, part.Sites) = ("SHOP", []));
        Assert.Equal(NotAllowed, (await Site.AskAsync(agent, elsewhere)).Result.TheError());
    }

    public static TheoryData<string, string?, AssistMode?, string?, string?> Wrongs => new()
    {
        { "Site: Choose a site.", null, AssistMode.Full, "Why", null },
        { "Site: You can't act for this customer at the site “PLAIN”. Choose another one.", "PLAIN", AssistMode.Full, "Why", null },
        { "Site: You can't act for this customer at the site “CLOSED”. Choose another one.", "CLOSED", AssistMode.Full, "Why", null },
        { "Site: You can't act for this customer at the site “NOWHERE”. Choose another one.", "NOWHERE", AssistMode.Full, "Why", null },
        { "Site: You can't act for this customer at the site “shop”. Choose another one.", "shop", AssistMode.Full, "Why", null },
        { "Site: You can't act for this customer at the site “<b>”. Choose another one.", "<b>", AssistMode.Full, "Why", null },
        { "Mode: Choose what you want to do.", "SHOP", null, "Why", null },
        { "Mode: The site Cart does not allow this. Choose something else.", "CART", AssistMode.Full, "Why", null },
        { "Mode: The site Shop does not allow this. Choose something else.", "SHOP", (AssistMode)7, "Why", null },
        { "Reason: Say why. The customer may be told.", "SHOP", AssistMode.Full, null, null },
        { "Reason: Say why. The customer may be told.", "SHOP", AssistMode.Full, " \u200B\n", null },
        { "Reason: The reason contains characters that can't be shown. Type it anew.", "SHOP", AssistMode.Full, "a\u202Eb", null },
        { "Origin: “https://evil.example.com” does not belong to the site Shop.", "SHOP", AssistMode.Full, "Why", "https://evil.example.com" },
        { "Origin: “https://shop.example.com.evil.com” does not belong to the site Shop.", "SHOP", AssistMode.Full, "Why", "https://shop.example.com.evil.com" },
    };

    [Theory, MemberData(nameof(Wrongs))]
    public async Task WhatIsWrongIsToldBesideItsField(string error, string? site, AssistMode? mode, string? reason, string? origin)
    {
        var id = await Site.AddShopperAsync();

        var (result, start) = await Site.AskAsync(TestSite.Admin, id, request => (request.Site, request.Mode, request.Reason, request.Origin) = (site, mode, reason, origin));

        Assert.Null(start);
        Assert.Equal(error, result.TheError());
        Assert.Empty(await Site.WithAssistAsync(assist => assist.FindAsync(id, 0, 10)));
    }

    [Fact]
    public async Task AReasonIsAsLongAsAllowedAndAllThatIsWrongIsToldAtOnce()
    {
        var id = await Site.AddShopperAsync();

        Assert.Equal("Reason: A reason has at most 500 characters; this one has 501.", (await Site.AskAsync(TestSite.Admin, id, request => request.Reason = new string('x', 501))).Result.TheError());
        (await Site.AskAsync(TestSite.Admin, id, request => request.Reason = new string('x', 500))).Result.Succeeds();

        var (result, _) = await Site.AskAsync(TestSite.Admin, id, request => (request.Site, request.Mode, request.Reason) = (null, null, null));
        Assert.Equal(["Site", "Mode", "Reason"], result.Errors.Select(error => error.Key));
    }

    [Fact]
    public async Task NobodyActsForCustomersWhoAreInactiveOrGoneOrHaveNoAccount()
    {
        var (inactive, gone) = (await Site.AddShopperAsync(), await Site.AddShopperAsync());
        var nobody = await Site.AddAsync(part => (part.ContactName, part.Email, part.PreferredSite) = ("No Account", "no-account@example.com", "SHOP"));
        (await Site.UpdateAsync(inactive, part => part.Status = CustomerStatus.Inactive)).Succeeds();
        (await Site.DeleteAsync(gone)).Succeeds();

        Assert.Equal(": This customer is inactive: nobody can act for it.", (await Site.AskAsync(TestSite.Admin, inactive)).Result.TheError());
        Assert.Equal(": This customer is not there any more.", (await Site.AskAsync(TestSite.Admin, gone)).Result.TheError());
        Assert.Equal(": This customer has no account, so there is nothing to act with. Invite the customer first.", (await Site.AskAsync(TestSite.Admin, nobody)).Result.TheError());

        await Site.GiveAccountAsync(nobody, "4userwhoisgone");
        Assert.StartsWith(": This customer has no account", (await Site.AskAsync(TestSite.Admin, nobody)).Result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyActsForACustomerWhoIsAUserOfTheSiteToo()
    {
        var id = await Site.AddShopperAsync();
        var email = (await Site.ReadAsync(id))!.Email!;
        (await Site.AskAsync(TestSite.Admin, id)).Result.Succeeds();

        await Site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            Assert.True((await users.AddToRoleAsync((await users.FindByEmailAsync(email))!, CustomersSite.Backstage)).Succeeded);
        });

        Assert.Equal(": This customer's account is a user of the site with other rights: nobody can act for it.", (await Site.AskAsync(TestSite.Admin, id)).Result.TheError());
    }

    [Fact]
    public async Task ItTakesThePermissionAndACustomerWithinReach()
    {
        var (id, own) = (await Site.AddShopperAsync(), await Site.AddShopperAsync());
        var (backstage, agent, ownAgent) = (await SiteUser.CreateAsync(Site, CustomersSite.Backstage), await SiteUser.CreateAsync(Site, AssistSite.Agent), await SiteUser.CreateAsync(Site, AssistSite.OwnAgent));
        var userId = await Site.UserIdAsync(ownAgent);
        (await Site.UpdateAsync(own, part => part.ManagedBy = userId)).Succeeds();

        Assert.Equal(NotAllowed, (await Site.AskAsync(backstage, id)).Result.TheError());
        Assert.Equal(NotAllowed, (await Site.AskAsync(ownAgent, id)).Result.TheError());
        (await Site.AskAsync(ownAgent, own)).Result.Succeeds();
        (await Site.AskAsync(agent, id)).Result.Succeeds();
    }

    private async Task<IEnumerable<string>> SitesAsync(string userName, string id) => await Site.InScopeAsync(async services =>
    {
        var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
        var sites = await services.GetRequiredService<IAssistedBuyingService>().FindSitesAsync(await AssistSiteExtensions.WhoAsync(services, userName), customer!);

        return sites.Select(site => site.Code).ToList();
    });
}
