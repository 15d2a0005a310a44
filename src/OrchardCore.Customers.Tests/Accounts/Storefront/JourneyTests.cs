using System.Diagnostics;
using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>What customers do on the storefront with the links in their mails.</summary>
public abstract class JourneyTests(AccountsSite fixture)
{
    private const string Password = AccountsSiteExtensions.NewPassword;
    private const string Other = "Sesam-0815";
    private const string Reset = "/account/reset-password";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S1", "S3")]
    public async Task FromTheInvitationToTheEnd()
    {
        var (id, email) = await Site.AddReachableAsync();
        await Site.InviteAsync(id, email);
        var invitation = await LinkAsync(email);
        using var user = SiteUser.Anonymous(Site);

        // What looks at links in mails before their reader does, uses nothing up.
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync(invitation)).Status);
        Assert.Contains(email, (await user.GetAsync(invitation)).Text, StringComparison.Ordinal);
        var weak = await user.SubmitAsync(invitation, ("Password", "weak"), ("Repeat", "weak"));
        Assert.Contains("id=\"Password-error\"", weak.Html, StringComparison.Ordinal);
        Assert.Equal("/account/login?note=PasswordSet", (await user.SubmitAsync(invitation, ("Password", Password), ("Repeat", Password))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync(invitation)).Status);

        Assert.Equal("/account", (await user.LogInAsync(email.ToUpperInvariant(), Password)).Location);
        Assert.Equal("/account?note=DetailsSaved", (await user.SubmitAsync("/account/edit", ("CustomerPart.Phone", "+354 555 0101"))).Location);
        Assert.Equal("+354 555 0101", (await Site.ReadAsync(id))!.Phone);

        var changed = StorefrontSiteExtensions.NewEmail();
        var wrong = await user.SubmitAsync("/account/email", ("Email", changed), ("CurrentPassword", Other));
        Assert.Contains("id=\"CurrentPassword-error\"", wrong.Html, StringComparison.Ordinal);
        Assert.Equal("/account/email?sent=True", (await user.SubmitAsync("/account/email", ("Email", changed), ("CurrentPassword", Password))).Location);
        Assert.Equal(email, (await Site.ReadAsync(id))!.Email);
        var confirmation = await LinkAsync(changed);
        Assert.Contains(changed, (await user.GetAsync(confirmation)).Text, StringComparison.Ordinal);
        Assert.Equal(email, (await Site.ReadAsync(id))!.Email);
        Assert.Equal("/account/login?note=EmailChanged", (await user.SubmitAsync(confirmation)).Location);
        Assert.Equal(changed, (await Site.ReadAsync(id))!.Email);

        Assert.Equal("/account", (await user.LogInAsync(changed, Password)).Location);
        Assert.Equal("/account/login?note=AccountClosed", (await user.SubmitAsync("/account/close", ("CurrentPassword", Password), ("IsSure", "true"))).Location);
        Assert.Equal(HttpStatusCode.OK, (await user.LogInAsync(changed, Password)).Status);
        Assert.NotNull(await Site.ReadAsync(id));
    }

    [Fact]
    [Seed("S15")]
    public async Task WhoWasNeverInvitedGetsTheFirstPasswordByTheResetPage()
    {
        var (_, email) = await Site.AddReachableAsync();
        using var user = SiteUser.Anonymous(Site);

        Assert.Equal("/account/forgot-password?sent=True", (await user.SubmitAsync("/account/forgot-password", ("Email", " " + email.ToUpperInvariant()))).Location);
        var link = await LinkAsync(email);
        Assert.Contains("Set your password", (await user.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal("/account/login?note=PasswordSet", (await user.SubmitAsync(link, ("Password", Password), ("Repeat", Password))).Location);

        Assert.Equal("/account", (await user.LogInAsync(email, Password)).Location);
    }

    [Fact]
    public async Task AResetEndsEverySessionAndOnlyTheLatestLinkWorksOnce()
    {
        var (_, email) = await Site.AddOwnerAsync();
        using var user = SiteUser.Anonymous(Site);
        using var elsewhere = SiteUser.Anonymous(Site);
        await elsewhere.LogInAsync(email, Password);
        await user.SubmitAsync("/account/forgot-password", ("Email", email));
        var older = await LinkAsync(email, Reset);
        await user.SubmitAsync("/account/forgot-password", ("Email", email));
        var link = await LinkAsync(email, Reset, older);

        foreach (var dead in new[] { older, link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link.Replace("reset", "set", StringComparison.Ordinal), link + "A" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync(dead)).Status);
        }

        var form = await user.GetAsync(link);
        (string, string)[] fields = [.. form.Fields.Where(field => field.Name is not "Password" and not "Repeat"), ("Password", Other), ("Repeat", Other)];
        Assert.Equal("/account/login?note=PasswordSet", (await user.PostAsync("/account/reset-password", fields)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync("/account/reset-password", fields)).Status);

        Assert.StartsWith("/account/login", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await user.LogInAsync(email, Password)).Status);
        Assert.Equal("/account", (await user.LogInAsync(email, Other)).Location);
    }

    [Fact]
    public async Task BeyondTheLimitOfAnAddressNothingIsSentAndNothingIsSaid()
    {
        var (_, email) = await Site.AddOwnerAsync();
        var before = (await Site.MailsAsync(email)).Count;
        using var user = SiteUser.Anonymous(Site);

        for (var count = 0; count < 7; count++)
        {
            Assert.Equal("/account/forgot-password?sent=True", (await user.SubmitAsync("/account/forgot-password", ("Email", count % 2 == 0 ? email : " " + email.ToUpperInvariant()))).Location);
            await Site.SendMailsAsync();
        }

        Assert.Equal(5, (await Site.MailsAsync(email)).Count - before);
    }

    [Fact]
    public async Task AUserOfTheSiteIsConnectedWithTheUsersOwnPassword()
    {
        var name = await SiteUser.CreateAsync(Site, CustomersSite.Backstage);
        var email = name + "@example.com";
        var id = await Site.AddAsync(part => (part.ContactName, part.Email) = ("Åse Both", email));
        await Site.InviteAsync(id, email);
        var link = await LinkAsync(email);
        using var user = SiteUser.Anonymous(Site);
        Assert.StartsWith("/account/attach?code=", link, StringComparison.Ordinal);

        Assert.Contains("id=\"CurrentPassword-error\"", (await user.SubmitAsync(link, ("CurrentPassword", "Wrong1!!"))).Html, StringComparison.Ordinal);
        Assert.Equal("/account/login?note=Attached", (await user.SubmitAsync(link, ("CurrentPassword", TestSite.Password))).Location);

        Assert.Equal("/account", (await user.LogInAsync(email, TestSite.Password)).Location);
        Assert.Contains("Åse Both", (await user.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALinkSetsThePasswordOfItsOwnerWhoeverIsLoggedIn()
    {
        var (_, email) = await Site.AddOwnerAsync();
        var (_, others) = await Site.AddOwnerAsync();
        using var user = SiteUser.Anonymous(Site);
        await user.LogInAsync(others, Password);
        await user.SubmitAsync("/account/forgot-password", ("Email", email));
        var link = await LinkAsync(email, Reset);

        Assert.Equal("/account/login?note=PasswordSet", (await user.SubmitAsync(link, ("Password", Other), ("Repeat", Other))).Location);

        Assert.StartsWith("/account/login", (await user.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.True(await Site.HasPasswordAsync(email, Other));
        Assert.True(await Site.HasPasswordAsync(others, Password));
    }

    /// <summary>Run it by itself, on a machine that does nothing else: <c>-explicit only -method "*TakesAsLong*"</c>.</summary>
    [Fact(Explicit = true)]
    public async Task AskingForALinkTakesAsLongForUnknownAddresses()
    {
        const int Calls = 500;
        var site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [CustomersConstants.Features.Accounts], AccountsSite.Settings,
            """{ "name": "settings", "RateLimitSettings": { "PerAccount": 100000, "PerNetworkAddress": 100000 } }""");
        await using var disposed = site;
        var (_, email) = await site.AddOwnerAsync();
        using var user = SiteUser.Anonymous(site);
        var form = (await user.GetAsync("/account/forgot-password")).Fields.Where(field => field.Name != "Email").ToArray();
        var (known, unknown) = (new List<double>(Calls), new List<double>(Calls));

        for (var call = -20; call < Calls; call++)
        {
            // In turns, so that whatever else the machine does meets both alike.
            var (first, second) = (await MeasureAsync(email), await MeasureAsync($"nobody-{call % 7}@example.com"));

            if (call >= 0)
            {
                known.Add(first);
                unknown.Add(second);
            }
        }

        var (knownMedian, unknownMedian) = (Median(known), Median(unknown));
        TestContext.Current.TestOutputHelper!.WriteLine($"Median of {Calls} calls: known {knownMedian:F2} ms, unknown {unknownMedian:F2} ms, ratio {knownMedian / unknownMedian:F3}.");
        Assert.InRange(Math.Abs(knownMedian - unknownMedian), 0, 5);

        async Task<double> MeasureAsync(string address)
        {
            var watch = Stopwatch.StartNew();
            var answer = await user.PostAsync("/account/forgot-password", [.. form, ("Email", address)]);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);

            return watch.Elapsed.TotalMilliseconds;
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>Where the latest mail with a link leads.</summary>
    /// <summary>Waits for a mail with a link that leads there, and is not one that came before.</summary>
    private async Task<string> LinkAsync(string email, string path = "/account/", string? former = null)
        => PathOf(await Site.WaitForMailAsync(email, mail => mail.Link.Contains(path, StringComparison.Ordinal) && PathOf(mail) != former));

    private static string PathOf(TestMail mail) => new Uri(mail.Link).PathAndQuery;
}

public sealed class SqliteJourneyTests(SqliteAccounts site) : JourneyTests(site), IClassFixture<SqliteAccounts>;

public sealed class PostgresJourneyTests(PostgresAccounts site) : JourneyTests(site), IClassFixture<PostgresAccounts>;
