using System.Net;
using OrchardCore.Customers.Tests.Accounts;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>Where there are accounts, who is invited to a company is mailed a link, and nobody else is.</summary>
public sealed class InvitationMailTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        "SampleHost",
        TestSiteDatabase.Sqlite,
        [CustomersConstants.Features.Customers, CustomersConstants.Features.Accounts, CustomersConstants.Features.Companies],
        CustomersSite.Roles,
        AccountsSite.Settings);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task WhoIsInvitedIsMailedALinkAndIsInvitedUntilThereIsAnAccount()
    {
        var company = await _site.AddTestCompanyAsync("Inviting AG");
        using var admin = await SiteUser.AdminAsync(_site);
        var path = $"/Admin/Companies/{company.Id}/People/Invite";

        var refused = await admin.SubmitAsync(path, ("Email", "first@example.com"), ("UnitId", company.Unit));
        Assert.Contains("Choose an approval group.", refused.Text, StringComparison.Ordinal);
        var saved = await admin.SubmitAsync(path, ("Email", "second@example.com"), ("UnitId", company.Unit), ("Group", "Buyer"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("Invited", (await admin.GetAsync(saved.Location)).Text, StringComparison.Ordinal);

        var mail = await _site.LastMailAsync("second@example.com", mail => mail.Code.Length > 0);
        Assert.Empty(await _site.MailsAsync("first@example.com"));
        (await _site.SetPasswordAsync(mail.Code)).Accepted();

        var people = await admin.GetAsync(saved.Location);
        Assert.Contains("second@example.com", people.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invited", people.Text, StringComparison.Ordinal);
    }
}
