using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>Customers log in and out.</summary>
public sealed class LogInTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private const string Wrong = "The e-mail address or the password is wrong.";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S1")]
    public async Task ACustomerLogsInAndSeesTheOwnRecord()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var page = await user.GetAsync("/account");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Åse Shopper", page.Text, StringComparison.Ordinal);
        Assert.Contains((await shopper.ReadAsync())!.Number!, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongPasswordAndAnUnknownAddressGetTheSameAnswer()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = SiteUser.Anonymous(Site);

        var wrong = await user.LogInAsync(shopper.Email, "Password2!");
        var unknown = await user.LogInAsync(StorefrontSiteExtensions.NewEmail(), "Password2!");

        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains(Wrong, wrong.Text, StringComparison.Ordinal);
        Assert.Equal(Comparable(wrong, shopper.Email), Comparable(unknown, null));
        Assert.Contains($"value=\"{shopper.Email}\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Password2!", wrong.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTooManyWrongPasswordsTheRightOneIsRefusedInTheSameWords()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = SiteUser.Anonymous(Site);

        for (var count = 0; count < 7; count++)
        {
            await user.LogInAsync(shopper.Email, "Password2!");
        }

        var answer = await user.LogInAsync(shopper.Email, TestSite.Password);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(Wrong, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhoKnowsThePasswordIsToldThatAnAccountIsNoLongerActive()
    {
        var shopper = await Site.AddShopperAsync(part => part.Status = CustomerStatus.Inactive);
        using var user = SiteUser.Anonymous(Site);

        var stranger = await user.LogInAsync(shopper.Email, "Password2!");
        var owner = await user.LogInAsync(shopper.Email, TestSite.Password);

        Assert.Equal((HttpStatusCode.OK, ""), (owner.Status, owner.Location));
        Assert.DoesNotContain("no longer active", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("no longer active", owner.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await user.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsMadeInactiveIsOutAtTheNextPage()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();
        await Site.UpdateAsync(shopper.Id, part => part.Status = CustomerStatus.Inactive);

        Assert.StartsWith("/account/login", (await user.GetAsync("/account/edit")).Location, StringComparison.Ordinal);
        Assert.Contains("no longer active", (await user.LogInAsync(shopper.Email, TestSite.Password)).Text, StringComparison.Ordinal);
    }

    /// <summary>The user of somebody of the staff is not disabled with the customer.</summary>
    [Fact]
    public async Task StaffWhoseCustomerIsMadeInactiveIsOutOfTheStorefrontAndToldWhy()
    {
        var shopper = await Site.AddShopperAsync(fill: null, CustomersSite.Backstage);
        using var user = await shopper.LogInAsync();
        await Site.UpdateAsync(shopper.Id, part => part.Status = CustomerStatus.Inactive);

        var answer = await user.GetAsync("/account/edit");

        Assert.Equal("/account/login?note=NoLongerActive", answer.Location);
        Assert.Contains("no longer active", (await user.GetAsync(answer.Location)).Text, StringComparison.Ordinal);
        Assert.Equal("/account/login?returnUrl=%2Faccount", (await user.GetAsync("/account")).Location);
    }

    [Fact]
    public async Task WhoIsOnHoldGetsInAndIsToldSoWithoutTheReason()
    {
        var shopper = await Site.AddShopperAsync(part => part.Hold = new CustomerHold { Reason = "Never pays" });
        using var user = await shopper.LogInAsync();

        var page = await user.GetAsync("/account");

        Assert.Contains("You can’t order at the moment", page.Text.Replace('\'', '’'), StringComparison.Ordinal);
        Assert.DoesNotContain("Never pays", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaffGetsInAndIsToldThatItHasNoCustomerRecord()
    {
        using var user = SiteUser.Anonymous(Site);
        Assert.Equal("/account", (await user.LogInAsync(TestSite.Admin, TestSite.Password)).Location);

        foreach (var path in new[] { "/account", "/account/edit", "/account/addresses", "/account/download", "/account/close" })
        {
            var page = await user.GetAsync(path);

            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains("no customer of the shop", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/account/addresses?note=AddressSaved", "/account/addresses?note=AddressSaved")]
    [InlineData("/account/%C3%A5", "/account/%C3%A5")]
    [InlineData("https://evil.example/", "/account")]
    [InlineData("//evil.example/", "/account")]
    [InlineData("/\\evil.example/", "/account")]
    [InlineData("javascript:alert(1)", "/account")]
    [InlineData("", "/account")]
    public async Task TheLogInLeadsBackToPagesOfTheSiteOnly(string returnUrl, string target)
    {
        var shopper = await Site.AddShopperAsync();
        using var user = SiteUser.Anonymous(Site);
        var query = "?returnUrl=" + Uri.EscapeDataString(returnUrl);

        Assert.Equal(target, (await user.LogInAsync(shopper.Email, TestSite.Password, query)).Location);
        Assert.Equal(target, (await user.GetAsync("/account/login" + query)).Location);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/edit")]
    [InlineData("/account/addresses")]
    [InlineData("/account/addresses/add")]
    [InlineData("/account/email")]
    [InlineData("/account/change-password")]
    [InlineData("/account/download")]
    [InlineData("/account/close")]
    public async Task WhoIsNotLoggedInLogsInFirstAndComesBack(string path)
    {
        using var user = SiteUser.Anonymous(Site);

        Assert.Equal("/account/login?returnUrl=" + Uri.EscapeDataString(path), (await user.GetAsync(path)).Location);
    }

    [Fact]
    public async Task LoggingOutEndsTheSession()
    {
        using var user = await (await Site.AddShopperAsync()).LogInAsync();
        var token = (await user.GetAsync("/account")).Fields.Single(field => field.Name == "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.BadRequest, (await user.PostAsync("/account/logout")).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/account")).Status);

        Assert.Equal("/account/login?note=LoggedOut", (await user.PostAsync("/account/logout", token)).Location);
        Assert.StartsWith("/account/login", (await user.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceTheSecurityStampIsAnotherTheSessionIsDeadAtItsNextRequestWhereverThatIs()
    {
        var shopper = await Site.AddShopperAsync();
        using var here = await shopper.LogInAsync();
        using var there = await shopper.LogInAsync();
        Assert.DoesNotContain("/Login", (await there.GetAsync("/Admin")).Location, StringComparison.Ordinal);

        await Site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByIdAsync(shopper.UserId))!);
        });

        Assert.StartsWith("/account/login", (await here.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Contains("/Login", (await there.GetAsync("/Admin")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/account/forgot-password")]
    [InlineData("/account/reset-password?code=abc")]
    [InlineData("/account/confirm-email?code=abc")]
    public async Task NobodyKeepsFramesListsOrPassesOnThePages(string path)
    {
        using var client = Site.NewClient();
        using var answer = await client.GetAsync(path);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
    }

    [Fact]
    public async Task WhatIsMissingIsSaidBesideItsField()
    {
        using var user = SiteUser.Anonymous(Site);

        var page = await user.LogInAsync(" ", "");

        Assert.Contains("id=\"Email-error\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Enter your password.", page.Text, StringComparison.Ordinal);
    }

    private static string Comparable(SitePage page, string? email)
        => System.Text.RegularExpressions.Regex.Replace(email is null ? page.Html : page.Html.Replace(email, "", StringComparison.Ordinal), "shopper-[0-9a-f]{8}@example.com|value=\"CfDJ8[^\"]*\"|[?]v=[^\"]*", "");
}
