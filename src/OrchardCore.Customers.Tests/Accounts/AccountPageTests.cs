using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>The admin's pages about accounts, without a browser.</summary>
public sealed partial class AccountPageTests(SqliteAccounts fixture) : IClassFixture<SqliteAccounts>
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S14")]
    public async Task TheBoxOnANewCustomersFormMailsALink()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var email = $"boxed{Guid.NewGuid():N}@example.com";

        var saved = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Boxed " + email[..9]), ("CustomerPart.Email", email), ("CustomerPart.SendPassword", "true"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var mail = await Site.WaitForMailAsync(email);
        Assert.True((await Site.SetPasswordAsync(mail.Code)).Succeeded);
        Assert.Contains("on its way", (await admin.GetAsync("/Admin/Customers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("S14", "S15")]
    public async Task TheBoxIsClearUnlessSomebodyTicksIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, email) = await Site.AddReachableAsync();

        var form = await admin.GetAsync($"/Admin/Customers/{id}/Edit");
        Assert.Matches("""<input[^>]*name="CustomerPart.SendPassword"[^>]*>""", form.Html);
        Assert.DoesNotMatch("""<input[^>]*type="checkbox"[^>]*name="CustomerPart.SendPassword"[^>]*checked""", form.Html);
        await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Unboxed"));

        Assert.Empty(await Site.MailsAsync(email));
    }

    [Fact]
    public async Task ATickedBoxNeedsAnAddressAndNothingTypedIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        var refused = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Nowhere Man"), ("CustomerPart.SendPassword", "true"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Without an e-mail address no link can be sent.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Nowhere Man", refused.Html, StringComparison.Ordinal);
    }

    /// <summary>The password is the customer's own: no page of ours has a field for one.</summary>
    [Fact]
    [Seed("S3")]
    public async Task NoPageOfTheAdminHasAPasswordField()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, _) = await Site.AddOwnerAsync();

        foreach (var path in new[]
        {
            "/Admin/Customers", "/Admin/Customers/Create", $"/Admin/Customers/{id}", $"/Admin/Customers/{id}?tab=account", $"/Admin/Customers/{id}/Edit", $"/Admin/Customers/{id}/Account/Detach",
            "/Admin/Customers/Invitations", "/Admin/Customers/Mails", "/Admin/Customers/Mails/Invitation", "/Admin/Settings/customers", "/Admin/Settings/customers-accounts",
        })
        {
            var page = await admin.GetAsync(path);

            Assert.True(page.Status == HttpStatusCode.OK, path);
            Assert.DoesNotContain("type=\"password\"", page.Html, StringComparison.Ordinal);
            Assert.DoesNotMatch(PasswordFields(), page.Html);
        }
    }

    [Fact]
    public async Task TheTabTellsWhatThereIsAndLinksGoOutAndComeBack()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, email) = await Site.AddReachableAsync();
        Assert.Contains("No account", (await TabAsync(admin, id)).Text, StringComparison.Ordinal);

        var invited = await PostAsync(admin, id, "Invite");
        Assert.Equal($"/Admin/Customers/{id}?tab=account", invited.Location);
        var code = (await Site.WaitForMailAsync(email)).Code;
        var tab = await TabAsync(admin, id);
        Assert.Contains("Invited", tab.Text, StringComparison.Ordinal);
        Assert.Contains(email, tab.Text, StringComparison.Ordinal);

        await PostAsync(admin, id, "Revoke");
        Assert.False((await Site.SetPasswordAsync(code)).Succeeded);

        await PostAsync(admin, id, "Invite");
        Assert.True((await Site.SetPasswordAsync((await Site.WaitForMailAsync(email)).Code)).Succeeded);
        await Site.LogInAsync(email);
        tab = await TabAsync(admin, id);
        Assert.Contains("Has an account", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Last log-in", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", tab.Text, StringComparison.Ordinal);

        await PostAsync(admin, id, "Detach");
        Assert.Contains("No account", (await TabAsync(admin, id)).Text, StringComparison.Ordinal);
        Assert.Null(await Site.UserAsync(email));
    }

    [Fact]
    public async Task OpenInvitationsAreListedWithWhatBecameOfTheMail()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, email) = await Site.AddReachableAsync(part => part.ContactName = "<script>alert(1)</script> مريم");
        await Site.InviteAsync(id, email);

        var list = await admin.GetAsync("/Admin/Customers/Invitations");
        var name = email[..email.IndexOf('@', StringComparison.Ordinal)];
        Assert.Contains(name, list.Text, StringComparison.Ordinal);
        Assert.Contains("Sent", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", list.Html, StringComparison.Ordinal);

        Assert.True((await Site.SetPasswordAsync((await Site.LastMailAsync(email)).Code)).Succeeded);
        Assert.DoesNotContain(name, (await admin.GetAsync("/Admin/Customers/Invitations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNotLookAfterAccountsSeesNothingOfThem()
    {
        using var outsider = await SiteUser.WithRolesAsync(Site, CustomersSite.Backstage);
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        var (id, email) = await Site.AddReachableAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.GetAsync("/Admin/Customers/Invitations")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.GetAsync("/Admin/Customers/Mails")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/Admin/Customers/Invitations")).Status);

        foreach (var action in new[] { "Invite", "Revoke", "EndSessions", "Detach" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(outsider, id, action, "/Login")).Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(service, id, "Invite")).Status);
        Assert.NotEmpty((await Site.WaitForMailAsync(email)).Link);
    }

    [Theory]
    [InlineData("InvitationDays", "0", "A number from 1 to 30.")]
    [InlineData("ResetMinutes", "1441", "A number from 5 to 1,440.")]
    [InlineData("Address", "javascript:alert(1)", "An address looks like https://shop.example.com.")]
    public async Task SettingsThatMakeNoSenseAreRefused(string name, string value, string error)
    {
        using var admin = await SiteUser.AdminAsync(Site);

        var refused = await admin.SubmitAsync("/Admin/Settings/customers-accounts", ("ISite.CustomerAccountSettings." + name, value));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(error, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextIsTriedOutBeforeItIsSaved()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        const string Page = "/Admin/Customers/Mails/Reset";
        var form = await admin.GetAsync(Page);

        var answer = await admin.PostAsync(Page + "/Test", [form.Fields.First(field => field.Name == "__RequestVerificationToken"), ("Subject", "Tried by {site}"), ("Text", "Hello {name}\n\n{link}")]);

        Assert.Contains("Nothing was saved", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Tried by Test", (await Site.LastMailAsync("admin@example.com")).Subject);
        Assert.DoesNotContain("Tried by", (await admin.GetAsync(Page)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/Admin/Customers/Mails/Nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Page + "?language=not%20one")).Status);
    }

    private static Task<SitePage> TabAsync(SiteUser user, string id) => user.GetAsync($"/Admin/Customers/{id}?tab=account");

    /// <summary>Posts with a token of a page that the user may open.</summary>
    private static async Task<SitePage> PostAsync(SiteUser user, string id, string action, string? from = null)
    {
        var page = await user.GetAsync(from ?? $"/Admin/Customers/{id}?tab=account");
        var token = Tokens().Match(page.Html).Groups["token"].Value;

        return await user.PostAsync($"/Admin/Customers/{id}/Account/{action}", ("__RequestVerificationToken", token));
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();

    [GeneratedRegex("""<input[^>]*name="[^"]*(?<!Send)Password[^"]*"[^>]*>""", RegexOptions.ExplicitCapture)]
    private static partial Regex PasswordFields();
}
