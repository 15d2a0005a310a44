using System.Net;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Accounts.Storefront;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>Many are invited from the list, on a site that nobody has told its address.</summary>
public sealed class BulkInvitationTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private const int Reachable = 200;

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S14")]
    public async Task AllThatMatchAndHaveNoAccountAreInvitedAtTheRateOfTheSettings()
    {
        await Site.ChangeAccountSettingsAsync((nameof(CustomerAccountSettings.MailsPerMinute), "10"));
        await Site.AddManyAsync(Reachable, (part, index) => (part.ContactName, part.Company, part.Email) = ($"Guest {index}", "Party", $"guest{index}@example.com"));
        await Site.AddManyAsync(2, (part, index) => (part.ContactName, part.Company) = ($"Nowhere {index}", "Party"));
        var owner = await Site.AddShopperAsync(part => part.Company = "Party");
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);

        var job = await InviteAsync(service);

        Assert.Equal((JobState.Finished, Reachable + 3, Reachable + 1, 2), (job.State, job.Total, job.Done, job.Refused));
        var first = await Site.MailsAsync("guest");
        Assert.InRange(first.Count, 10, Reachable - 1);

        await Site.ChangeAccountSettingsAsync((nameof(CustomerAccountSettings.MailsPerMinute), $"{CustomerAccountSettings.MaxMailsPerMinute}"));
        var mails = await Site.MailsAsync("guest");
        Assert.Equal(Reachable, mails.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(Reachable, mails.Select(mail => mail.Code).Distinct().Count());
        Assert.All(mails, mail => Assert.StartsWith(Site.Address.GetLeftPart(UriPartial.Authority) + "/account/set-password?code=", mail.Link, StringComparison.Ordinal));
        Assert.Empty(await Site.MailsAsync(owner.Email));

        using var guest = SiteUser.Anonymous(Site);
        var password = (Name: "Password", Value: AccountsSiteExtensions.NewPassword);
        Assert.Equal("/account/login?note=PasswordSet", (await guest.SubmitAsync(new Uri(mails[7].Link).PathAndQuery, password, ("Repeat", password.Value))).Location);

        // Once more, nobody is bothered twice.
        await InviteAsync(service);
        Assert.Equal(Reachable, (await Site.MailsAsync("guest")).Count(mail => mail.Link.Contains("set-password", StringComparison.Ordinal)));
    }

    /// <summary>Starts it on the list, for all that match, and looks on until it is over.</summary>
    private async Task<CustomerJob> InviteAsync(SiteUser user)
    {
        var started = await user.DoAsync("invite", null, ("all", "true"), ("list", "?search=party"));
        Assert.Equal(HttpStatusCode.Redirect, started.Status);
        Assert.Matches("^/Admin/Customers/Jobs/[0-9a-f]{32}$", started.Location);
        var page = await user.GetAsync(started.Location);

        for (var attempt = 0; attempt < 600 && page.Html.Contains("data-live=\"running\"", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            page = await user.GetAsync(started.Location);
        }

        return await Site.JobAsync(started.Location[^CustomerJob.IdLength..]);
    }
}
