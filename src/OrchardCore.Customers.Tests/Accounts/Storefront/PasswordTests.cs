using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>Customers set, reset and change their passwords.</summary>
public sealed class PasswordTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private const string NewPassword = "Another1!";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S15")]
    public async Task AskingForALinkIsAnsweredTheSameForKnownAndUnknownAddresses()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = SiteUser.Anonymous(Site);

        foreach (var email in new[] { shopper.Email, StorefrontSiteExtensions.NewEmail() })
        {
            for (var count = 0; count < 8; count++)
            {
                var answer = await user.SubmitAsync("/account/forgot-password", ("Email", email));

                Assert.Equal((HttpStatusCode.Redirect, "/account/forgot-password?sent=True"), (answer.Status, answer.Location));
            }
        }

        Assert.Contains("Look into your mail", (await user.GetAsync("/account/forgot-password?sent=True")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("@")]
    public async Task WhatIsNoAddressIsSaidToBeNone(string email)
    {
        using var user = SiteUser.Anonymous(Site);

        var page = await user.SubmitAsync("/account/forgot-password", ("Email", email));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"Email-error\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/set-password")]
    [InlineData("/account/reset-password")]
    [InlineData("/account/confirm-email")]
    [InlineData("/account/attach")]
    public async Task EveryDeadLinkLeadsToTheSameFriendlyPage(string path)
    {
        using var user = SiteUser.Anonymous(Site);

        foreach (var query in new[] { "", "?code=", "?code=abc", "?code=" + new string('x', 5000), "?code=%00" })
        {
            var page = await user.GetAsync(path + query);

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("Ask for a new link", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheNewPasswordIsTypedTwiceAndKeepsOrchardsRules()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var different = await ChangeAsync(user, TestSite.Password, NewPassword, "Anotther1!");
        var weak = await ChangeAsync(user, TestSite.Password, "weak", "weak");
        var wrong = await ChangeAsync(user, "Wrong1!!", NewPassword, NewPassword);

        Assert.Contains("id=\"Repeat-error\"", different.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"Password-error\"", weak.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"CurrentPassword-error\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(NewPassword, different.Html + wrong.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangingThePasswordEndsEverySessionAndTheNewOneLogsIn()
    {
        var shopper = await Site.AddShopperAsync();
        using var here = await shopper.LogInAsync();
        using var there = await shopper.LogInAsync();

        var changed = await ChangeAsync(here, TestSite.Password, NewPassword, NewPassword);
        Assert.Equal((HttpStatusCode.Redirect, "/account/login?note=PasswordChanged", ""), (changed.Status, changed.Location, changed.Text));

        Assert.StartsWith("/account/login", (await here.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await there.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await there.LogInAsync(shopper.Email, TestSite.Password)).Status);
        using var again = await shopper.LogInAsync(NewPassword);
    }

    [Fact]
    public async Task LoggingOutEverywhereEndsTheSessionsOnAllDevices()
    {
        var shopper = await Site.AddShopperAsync();
        using var here = await shopper.LogInAsync();
        using var there = await shopper.LogInAsync();
        var token = (await here.GetAsync("/account/change-password")).Fields.First(field => field.Name == "__RequestVerificationToken");

        Assert.Equal("/account/login?note=LoggedOutEverywhere", (await here.PostAsync("/account/logout-everywhere", token)).Location);

        Assert.StartsWith("/account/login", (await there.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoGuessesThePasswordOfAnOpenSessionIsStopped()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        for (var count = 0; count < 5; count++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(user, "Wrong1!!", NewPassword, NewPassword)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ChangeAsync(user, TestSite.Password, NewPassword, NewPassword)).Status);
    }

    [Fact]
    public async Task AnAccountIsClosedWithThePasswordAndASureHand()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var unsure = await user.SubmitAsync("/account/close", ("CurrentPassword", TestSite.Password));
        var wrong = await user.SubmitAsync("/account/close", ("CurrentPassword", "Wrong1!!"), ("IsSure", "true"));
        Assert.Contains("sure-error", unsure.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"CurrentPassword-error\"", wrong.Html, StringComparison.Ordinal);

        Assert.Equal("/account/login?note=AccountClosed", (await user.SubmitAsync("/account/close", ("CurrentPassword", TestSite.Password), ("IsSure", "true"))).Location);

        Assert.StartsWith("/account/login", (await user.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await user.LogInAsync(shopper.Email, TestSite.Password)).Status);
        Assert.NotNull(await shopper.ReadAsync());
    }

    private static Task<SitePage> ChangeAsync(SiteUser user, string current, string password, string repeat)
        => user.SubmitAsync("/account/change-password", ("CurrentPassword", current), ("Password", password), ("Repeat", repeat));
}
