using System.Net;
using Platform.Tests.Display;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Admin;

/// <summary>Logging in and out.</summary>
[Collection(NotesSite.Collection)]
public sealed class LogInContract(NotesSite site)
{
    [Fact]
    public async Task TheFormHasAnAccountAPasswordAndWhetherToBeRemembered()
    {
        using var browser = site.Open();
        var page = await browser.ReadAsync("/Login");

        Assert.Equal(["LoginForm.UserName", "LoginForm.Password", "LoginForm.RememberMe"], page.FieldNames);
        Assert.Equal("password", page.Field("LoginForm.Password")["type"]);
        Assert.Equal("checkbox", page.Field("LoginForm.RememberMe")["type"]);
    }

    [Fact]
    public async Task BothAreNeeded()
    {
        using var browser = site.Open();
        var page = await browser.SubmitAndReadAsync("/Login", ("LoginForm.UserName", ""), ("LoginForm.Password", ""));

        Assert.Equal("Username is required.", page.Error("LoginForm.UserName"));
        Assert.Equal("Password is required.", page.Error("LoginForm.Password"));
    }

    [Theory]
    [InlineData(TestSite.Admin, "wrong")]
    [InlineData("stranger", TestSite.Password)]
    public async Task TheFormDoesNotSayWhatIsWrongAndForgetsThePassword(string user, string password)
    {
        using var browser = site.Open();
        var page = await browser.SubmitAndReadAsync("/Login", ("LoginForm.UserName", user), ("LoginForm.Password", password));

        Assert.Equal(["Invalid login attempt."], page.Summary);
        Assert.Equal(user, page.Field("LoginForm.UserName")["value"]);
        Assert.DoesNotContain("value", page.Field("LoginForm.Password").Keys);
        Assert.StartsWith("/Login", await browser.RedirectAsync("/Admin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("?returnUrl=%2Fpages%2Fpublic%3Fa%3Db", "/pages/public?a=b")]
    [InlineData("?returnUrl=https%3A%2F%2Felsewhere.example", "/")]
    [InlineData("?returnUrl=%2F%2Felsewhere.example", "/")]
    public async Task OneGoesOnToWhereOneWantedUnlessThatIsElsewhere(string query, string location)
    {
        using var browser = site.Open();
        using var response = await browser.SubmitAsync("/Login" + query, ("LoginForm.UserName", "ADMIN@example.com"), ("LoginForm.Password", TestSite.Password));

        Assert.Equal(location, Browser.Location(response));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task TheCookieOutlivesTheBrowserWhenOneIsToBeRemembered(string remember, bool isKept)
    {
        using var browser = site.Open();
        using var response = await browser.SubmitAsync(
            "/Login", ("LoginForm.UserName", TestSite.Admin), ("LoginForm.Password", TestSite.Password), ("LoginForm.RememberMe", remember));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("orchauth_", StringComparison.Ordinal));
        Assert.Equal(isKept, cookie.Contains("expires=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyWrongPasswordsLockTheAccount()
    {
        using var browser = site.Open();
        var errors = new List<string>();

        for (var attempt = 1; attempt <= 10 && !errors.Contains("The account is locked out"); attempt++)
        {
            errors.AddRange((await TryAsync(browser, "wrong")).Summary);
        }

        Assert.Equal("Invalid login attempt.", errors[0]);
        Assert.Equal(["The account is locked out"], (await TryAsync(browser, TestSite.Password)).Summary);
    }

    [Fact]
    public async Task WhoLogsOutIsOut()
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.SubmitAsync("/Admin/Pages/Zones", "/Users/LogOff");

        Assert.Equal("/", Browser.Location(response));
        Assert.StartsWith("/Login", await browser.RedirectAsync("/Admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoggingOutTakesAPostWithAToken()
    {
        using var browser = await site.LogInAsync();
        using var link = await browser.GetAsync("/Users/LogOff");
        using var forged = await browser.PostAsync("/Users/LogOff");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, link.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private static Task<Page> TryAsync(Browser browser, string password)
        => browser.SubmitAndReadAsync("/Login", ("LoginForm.UserName", NotesSite.Locked), ("LoginForm.Password", password));
}
