using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>The pages by which users act for customers.</summary>
public sealed class AssistPageTests(SqliteAssist fixture) : IClassFixture<SqliteAssist>
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("E24")]
    public async Task TheButtonStandsOnTheCustomersPageAndInTheList()
    {
        var (shopper, nobody) = (await Site.AddShopperAsync(), await Site.AddAsync(part => (part.ContactName, part.PreferredSite) = ("No Account", "SHOP")));
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);
        using var other = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);

        Assert.Contains($"/Admin/Customers/{shopper}/Assist", (await agent.GetAsync("/Admin/Customers/" + shopper)).Html, StringComparison.Ordinal);
        var list = await agent.GetAsync("/Admin/Customers");
        Assert.Contains($"/Admin/Customers/{shopper}/Assist", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/Admin/Customers/{nobody}/Assist", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/Admin/Customers/{nobody}/Assist", (await agent.GetAsync("/Admin/Customers/" + nobody)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/Assist", (await other.GetAsync("/Admin/Customers/" + shopper)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/Assist", (await other.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);
    }

    [Fact, Seed("E25"), Seed("E26")]
    public async Task TheFormOffersTheCustomersSitesAndLeadsToTheStorefrontInAnotherTab()
    {
        var path = $"/Admin/Customers/{await Site.AddShopperAsync()}/Assist";
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);

        var form = await agent.GetAsync(path);
        Assert.Contains("<option value=\"CART\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"SHOP\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"PLAIN\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("target=\"_blank\"", form.Html, StringComparison.Ordinal);

        var led = await agent.SubmitAsync(path, ("Site", "SHOP"), ("Mode", "LookOnly"), ("Reason", "Called"));

        Assert.Equal(HttpStatusCode.Redirect, led.Status);
        Assert.StartsWith("/assist?from=admin&assist_code=", led.Location, StringComparison.Ordinal);
        (await Site.ExchangeAsync(led.Location.Split('=')[^1])).Result.Succeeds();
    }

    [Fact]
    public async Task WhatIsWrongStandsBesideItsFieldAndWhatWasTypedStays()
    {
        var path = $"/Admin/Customers/{await Site.AddShopperAsync()}/Assist";
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);

        var page = await agent.SubmitAsync(path, ("Site", "CART"), ("Mode", "Full"), ("Reason", "<script>Because</script>"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("The site Cart does not allow this.", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;Because&lt;/script&gt;", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>Because", page.Html, StringComparison.Ordinal);
        Assert.Contains("Say why.", (await agent.SubmitAsync(path, ("Site", "SHOP"), ("Mode", "Full"), ("Reason", " "))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose what you want to do.", (await agent.SubmitAsync(path, ("Site", "SHOP"), ("Mode", "<b>"), ("Reason", "Why"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNobodyCanActThePageSaysWhy()
    {
        var (nobody, plain) = (await Site.AddAsync(part => (part.ContactName, part.PreferredSite) = ("No Account", "SHOP")), await Site.AddShopperAsync(part => (part.PreferredSite, part.Sites) = ("PLAIN", [])));
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);

        Assert.Contains("This customer has no account", (await agent.GetAsync($"/Admin/Customers/{nobody}/Assist")).Text, StringComparison.Ordinal);
        Assert.Contains("None of this customer's sites has assisted buying.", (await agent.GetAsync($"/Admin/Customers/{plain}/Assist")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutThePermissionItIs403AndOutOfReach404()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, _) = await Site.StartSessionAsync(TestSite.Admin, id);
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        using var own = await SiteUser.WithRolesAsync(Site, AssistSite.OwnAgent);
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);
        var token = await TokenAsync(own);

        Assert.Equal(HttpStatusCode.Forbidden, (await service.GetAsync($"/Admin/Customers/{id}/Assist")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/Admin/Customers/{id}/Assist")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.PostAsync($"/Admin/Customers/{id}/Assist", token, ("Site", "SHOP"), ("Mode", "Full"), ("Reason", "Why"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.PostAsync($"/Admin/Customers/{id}/Assist/{sessionId}/Revoke", token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync("/Admin/Customers/4nobody/Assist")).Status);

        // And nobody's browser can be made to do it.
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.PostAsync($"/Admin/Customers/{id}/Assist", ("Site", "SHOP"), ("Mode", "Full"), ("Reason", "Why"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.PostAsync($"/Admin/Customers/{id}/Assist/{sessionId}/Revoke")).Status);
        Assert.Equal(AssistedSessionState.Open, (await Site.SessionAsync(sessionId)).State);
    }

    [Fact]
    public async Task TheTabListsSessionsAndEndsOne()
    {
        var id = await Site.AddShopperAsync();
        var (open, _) = await Site.StartSessionAsync(TestSite.Admin, id, request => request.Reason = "<b>Late</b>");
        await Site.SessionAsync(open, session => session.CodeExpiresUtc = DateTime.UtcNow);
        var (running, code) = await Site.StartSessionAsync(TestSite.Admin, id);
        (await Site.ExchangeAsync(code)).Result.Succeeds();
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);

        var tab = await agent.GetAsync($"/Admin/Customers/{id}?tab=assisted");
        Assert.Equal(HttpStatusCode.OK, tab.Status);
        Assert.Contains("Running", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Was not opened", tab.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Late&lt;/b&gt;", tab.Html, StringComparison.Ordinal);
        Assert.Contains($"/Assist/{running}/Revoke", tab.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/Assist/{open}/Revoke", tab.Html, StringComparison.Ordinal);

        var ended = await agent.PostAsync($"/Admin/Customers/{id}/Assist/{running}/Revoke", await TokenAsync(agent));

        Assert.Equal(HttpStatusCode.Redirect, ended.Status);
        Assert.Contains("tab=assisted", ended.Location, StringComparison.Ordinal);
        Assert.Contains("Revoked by user", (await agent.GetAsync($"/Admin/Customers/{id}?tab=assisted")).Text, StringComparison.Ordinal);
        Assert.Null(await Site.WithAssistAsync(assist => assist.FindRunningAsync(running)));
    }

    [Fact]
    public async Task TheTabShowsTheLatestChangesOfEachSessionAndHowManyThereWere()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id);
        await Site.TryAsync(token, "Cart", "<b>Lamp</b>", "cart-<17>");
        await Site.TryAsync(token, "Payment", "مصباح");
        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);

        var tab = await agent.GetAsync($"/Admin/Customers/{id}?tab=assisted");
        Assert.Contains("1 change, 1 refused", tab.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Lamp&lt;/b&gt;", tab.Html, StringComparison.Ordinal);
        Assert.Contains("cart-&lt;17&gt;", tab.Html, StringComparison.Ordinal);
        Assert.Contains("Refused: the customer's alone", tab.Text, StringComparison.Ordinal);
        Assert.True(tab.Text.IndexOf("مصباح", StringComparison.Ordinal) < tab.Text.IndexOf("Lamp", StringComparison.Ordinal));
        Assert.DoesNotContain("These are the latest", tab.Text, StringComparison.Ordinal);

        await Site.SessionAsync(sessionId, session => session.Actions = 9_997);
        await Site.TryAsync(token, "Cart", "The last");
        tab = await agent.GetAsync($"/Admin/Customers/{id}?tab=assisted");
        Assert.Contains("9,997 changes, 1 refused", tab.Text, StringComparison.Ordinal);
        Assert.Contains("These are the latest 1.", tab.Text, StringComparison.Ordinal);
        Assert.Contains($"/Assist/{sessionId}", tab.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lamp", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllChangesOfASessionAreReadPageByPage()
    {
        var (id, other) = (await Site.AddShopperAsync(), await Site.AddShopperAsync());
        var (sessionId, token) = await Site.RunAsync(id);

        for (var number = 1; number <= 51; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Site.TryAsync(token, "Cart", $"Thing {number} <b>")).Status);
        }

        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);
        var (first, second) = (await agent.GetAsync($"/Admin/Customers/{id}/Assist/{sessionId}"), await agent.GetAsync($"/Admin/Customers/{id}/Assist/{sessionId}?pagenum=2"));

        Assert.Contains("51 changes", first.Text, StringComparison.Ordinal);
        Assert.Contains("Thing 51 &lt;b&gt;", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thing 1 ", first.Text, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("Thing 1 &lt;b&gt;", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thing 2 ", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second.Html, StringComparison.Ordinal);
        Assert.Contains("Thing 1 &lt;b&gt;", (await agent.GetAsync($"/Admin/Customers/{id}/Assist/{sessionId}?pagenum=9999")).Html, StringComparison.Ordinal);
        Assert.Contains("Thing 51 &lt;b&gt;", (await agent.GetAsync($"/Admin/Customers/{id}/Assist/{sessionId}?pagenum=-1")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/Admin/Customers/{other}/Assist/{sessionId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/Admin/Customers/{id}/Assist/{new string('0', 32)}")).Status);
    }

    /// <summary>So the page takes the same time for a session with ten thousand changes as for one with ten.</summary>
    [Fact]
    public async Task HoweverManySessionsThereAreTheirChangesTakeOneStatement()
    {
        var id = await Site.AddShopperAsync();

        for (var number = 0; number < 3; number++)
        {
            var (_, token) = await Site.RunAsync(id);
            await Site.TryAsync(token, "Cart");
        }

        var statements = await StatementLog.CollectAsync(Site, async services =>
        {
            var rows = await services.GetRequiredService<AssistedSessionRows>().DrawAsync(await services.GetRequiredService<IAssistedBuyingService>().FindAsync(id, 0, 20));
            Assert.Equal(3, rows.Sum(row => row.Changes.Count));
        });

        Assert.Single(statements, statement => statement.Contains(nameof(AssistedActionIndex), StringComparison.Ordinal));
    }

    [Fact, Seed("E27")]
    public async Task TheSecretOfAStorefrontIsShownOnceAndTakenBack()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var form = await admin.GetAsync("/Admin/Customers/Sites/CART/Edit");
        Assert.Contains("Make a secret", form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/Admin/Customers/Sites/Create")).Status);

        var shown = await admin.PostAsync("/Admin/Customers/Sites/CART/Secret", await TokenAsync(admin));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var secret = shown.Html.Split("data-secret>")[1].Split('<')[0];
        Assert.True(await IsOfAsync(secret));
        form = await admin.GetAsync("/Admin/Customers/Sites/CART/Edit");
        Assert.Contains("Replace the secret", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, form.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/Admin/Customers/Sites/CART/Secret/Revoke", await TokenAsync(admin))).Status);
        Assert.False(await IsOfAsync(secret));

        using var agent = await SiteUser.WithRolesAsync(Site, AssistSite.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsync("/Admin/Customers/Sites/CART/Secret", await TokenAsync(agent))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/Admin/Customers/Sites/NONE/Secret", await TokenAsync(admin))).Status);
    }

    private Task<bool> IsOfAsync(string secret) => Site.InScopeAsync(services => services.GetRequiredService<IStorefrontCredentials>().IsOfAsync("CART", secret));

    private static async Task<(string Name, string Value)> TokenAsync(SiteUser user) => (Answers.TokenName, await user.TokenAsync());
}
