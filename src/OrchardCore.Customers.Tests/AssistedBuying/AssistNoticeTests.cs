using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Accounts;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistNoticeTests(SqliteAssist fixture) : AssistNoticeTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistNoticeTests(PostgresAssist fixture) : AssistNoticeTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>What customers are mailed when somebody has acted for them: once, whatever happens.</summary>
public abstract class AssistNoticeTests(AssistSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheMailSaysWhoActedWhereWhenWhyAndWhatWasChanged()
    {
        var id = await Site.AddShopperAsync(part => part.Language = "ar-AE");
        var (sessionId, token) = await Site.RunAsync(id, request => request.Reason = "Called \n and <b>asked</b>");
        await Site.TryAsync(token, "Cart", "2 × <script>lamp</script>");
        await Site.TryAsync(token, "Password", "Never");
        await Site.TryAsync(token, "Order", "Order 4711");

        await EndAsync(sessionId);

        var mail = Assert.Single(await MailsAsync(id));
        Assert.Equal("Somebody acted for you at Shop", mail.Subject);
        Assert.Contains("admin of Test has acted for you at Shop, from ", mail.Text, StringComparison.Ordinal);
        Assert.Contains("The reason: Called and <b>asked</b>\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("What was changed:\n• Cart: 2 × <script>lamp</script>\n• Order: Order 4711\n\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<br><bdi>• Cart: 2 × &lt;script&gt;lamp&lt;/script&gt;</bdi><br><bdi>• Order: Order 4711</bdi>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("lang=\"ar-AE\" dir=\"rtl\"", mail.Html, StringComparison.Ordinal);
        var session = await Site.SessionAsync(sessionId);
        Assert.True(session is { IsMailed: true, SettledUtc: not null });
    }

    [Fact]
    public async Task HoweverASessionEndsTheCustomerIsTold()
    {
        await IsToldAsync((id, sessionId) => Site.WithAssistAsync(assist => assist.RevokeAsync(id, sessionId)));
        await IsToldAsync(async (id, sessionId) =>
        {
            (await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Inactive)).Succeeds();
            Assert.Null(await Site.WithAssistAsync(assist => assist.FindRunningAsync(sessionId)));
        });
        await IsToldAsync(async (_, sessionId) =>
        {
            await Site.SessionAsync(sessionId, session => session.ExpiresUtc = DateTime.UtcNow.AddSeconds(-1));
            await WorkAsync();
        });

        // By a request as well, in which more is under way.
        var guest = await Site.AddShopperAsync();
        var (_, token) = await Site.RunAsync(guest);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await Site.SendAsync(HttpMethod.Post, StorefrontServer.End, StorefrontServer.Bearer(token))).Status);
        Assert.Single(await MailsAsync(guest));

        // And whoever has a link that was shown twice, above all.
        var shopper = await Site.AddShopperAsync();
        var (_, code) = await Site.StartSessionAsync(TestSite.Admin, shopper);
        (await Site.ExchangeAsync(code)).Result.Succeeds();
        Assert.False((await Site.ExchangeAsync(code)).Result.Succeeded);
        Assert.Single(await MailsAsync(shopper));

        async Task IsToldAsync(Func<string, string, Task> end)
        {
            var id = await Site.AddShopperAsync();
            var (sessionId, _) = await Site.RunAsync(id);
            await WorkAsync();
            Assert.Empty(await MailsAsync(id));

            await end(id, sessionId);

            Assert.Single(await MailsAsync(id));
        }
    }

    [Fact]
    public async Task WhoLookedOnlyIsToldToo()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id, request => request.Mode = AssistMode.LookOnly);
        await Site.TryAsync(token, "Cart");

        await EndAsync(sessionId);

        Assert.Contains("What was changed:\nnothing\n", Assert.Single(await MailsAsync(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyNodesMailOnce()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, _) = await Site.RunAsync(id);
        await Site.SessionAsync(sessionId, session => session.ExpiresUtc = DateTime.UtcNow.AddSeconds(-1));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(WorkAsync)));
        await EndAsync(sessionId);
        await WorkAsync();

        Assert.Single(await MailsAsync(id));
    }

    /// <summary>The session is over whatever becomes of the mail, and the mail is made up for.</summary>
    [Fact]
    public async Task WhatFailsBetweenEndAndMailIsMadeUpForOnce()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, _) = await Site.RunAsync(id);
        await ChangeTemplatesAsync(settings => settings.Templates = [null!]);

        await EndAsync(sessionId);

        Assert.True(await Site.SessionAsync(sessionId) is { State: AssistedSessionState.Ended, SettledUtc: null, IsMailed: false });
        await WorkAsync();
        Assert.Empty(await MailsAsync(id));
        await ChangeTemplatesAsync(settings => settings.Templates = []);
        await WorkAsync();
        await WorkAsync();
        Assert.Single(await MailsAsync(id));
    }

    [Fact]
    public async Task NothingIsMailedOfWhatNeverBeganNorWhereTheSiteSaysNotTo()
    {
        var (never, late, silent, unreachable) = (await Site.AddShopperAsync(), await Site.AddShopperAsync(), await Site.AddShopperAsync(), await Site.AddShopperAsync());
        var (revoked, _) = await Site.StartSessionAsync(TestSite.Admin, never);
        (await Site.WithAssistAsync(assist => assist.RevokeAsync(never, revoked))).Succeeds();
        var (open, _) = await Site.StartSessionAsync(TestSite.Admin, late);
        await Site.SessionAsync(open, session => session.CodeExpiresUtc = DateTime.UtcNow.AddSeconds(-1));

        await Site.ChangeSiteAsync("SHOP", site => site.AssistedBuying.MailsCustomer = false);
        var (quiet, _) = await Site.RunAsync(silent);
        await Site.ChangeSiteAsync("SHOP", site => site.AssistedBuying.MailsCustomer = true);
        await EndAsync(quiet);

        var (mute, _) = await Site.RunAsync(unreachable);
        await Site.SessionAsync(mute, session => session.ExpiresUtc = DateTime.UtcNow.AddSeconds(-1));
        var address = (await Site.ReadAsync(unreachable))!.Email!;
        await Site.GiveAccountAsync(unreachable, userId: null);
        (await Site.UpdateAsync(unreachable, part => part.Email = null)).Succeeds();
        await WorkAsync();

        foreach (var id in new[] { never, late, silent })
        {
            Assert.Empty(await MailsAsync(id));
        }

        Assert.Empty((await Site.MailsAsync(address)).Where(IsNotice));
        Assert.All(new[] { await Site.SessionAsync(quiet), await Site.SessionAsync(mute) }, session => Assert.True(session is { SettledUtc: not null, IsMailed: false }));
    }

    [Fact]
    public async Task OfVeryManyChangesTheMailHasTheLatest()
    {
        var id = await Site.AddShopperAsync();
        var (sessionId, token) = await Site.RunAsync(id);
        await Site.SessionAsync(sessionId, session => session.Actions = 97);
        await Site.TryAsync(token, "Cart", "The last but one");
        await Site.TryAsync(token, "Cart", "The last");

        await EndAsync(sessionId);

        Assert.Contains("What was changed:\n• Cart: The last but one\n• Cart: The last\nand 97 more before\n", Assert.Single(await MailsAsync(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSiteWritesItsOwnTextAndSeesItBefore()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var page = await admin.GetAsync("/Admin/Customers/Mails/AssistedNotice");
        Assert.Contains("kim of Test has acted for you at Our shop", page.Text, StringComparison.Ordinal);
        Assert.Contains("{changes}", page.Text, StringComparison.Ordinal);
        Assert.Contains("There is no placeholder {link}.", (await admin.SubmitAsync("/Admin/Customers/Mails/AssistedNotice?language=ga", ("Subject", "Hi"), ("Text", "{link}"))).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await admin.SubmitAsync("/Admin/Customers/Mails/AssistedNotice?language=ga", ("Subject", "Acted: {agent}"), ("Text", "{reason}"))).Status);

        var id = await Site.AddShopperAsync(part => part.Language = "ga-IE");
        var (sessionId, _) = await Site.RunAsync(id);
        await EndAsync(sessionId);
        await Site.SendMailsAsync();

        var mail = Assert.Single(await Site.MailsAsync((await Site.ReadAsync(id))!.Email!), mail => mail.Subject.StartsWith("Acted:", StringComparison.Ordinal));
        Assert.Equal("Acted: admin", mail.Subject);
        Assert.Equal("Called and asked for help", mail.Text.Trim());
    }

    private async Task<IReadOnlyList<TestMail>> MailsAsync(string id) => [.. (await Site.MailsAsync((await Site.ReadAsync(id))!.Email!)).Where(IsNotice)];

    private static bool IsNotice(TestMail mail) => mail.Subject.StartsWith("Somebody acted", StringComparison.Ordinal);

    private Task EndAsync(string sessionId) => Site.InScopeAsync(services => services.GetRequiredService<IAssistedBuyingService>().EndAsync(sessionId));

    private Task WorkAsync() => Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<AssistNoticeTask>().Single().DoWorkAsync(services, CancellationToken.None));

    private Task ChangeTemplatesAsync(Action<CustomerAccountSettings> change) => Site.InScopeAsync(async services =>
    {
        var settings = services.GetRequiredService<OrchardCore.Settings.ISiteService>();
        var container = await settings.LoadSiteSettingsAsync();
        OrchardCore.Entities.EntityExtensions.Alter(container, change);
        await settings.UpdateSiteSettingsAsync(container);
    });
}
