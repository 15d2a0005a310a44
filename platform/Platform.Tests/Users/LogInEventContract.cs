using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;
using Platform.Tests.Display;
using Platform.Tests.Features;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Users;

/// <summary>What modules are told of log-ins, and what a site says of itself.</summary>
public sealed class LogInEventContract : IAsyncLifetime
{
    private static readonly ConcurrentQueue<string> Events = [];

    private TestSite _site;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        "Platform.Tests",
        TestSiteDatabase.Sqlite,
        [FeatureNames.Things],
        ["""{ "name": "settings", "BaseUrl": "https://shop.example.com" }"""],
        services => services.AddScoped<ILoginFormEvent, Recorder>());

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ModulesAreToldOfLogIns()
    {
        Assert.Equal("typed admin, admin is known, admin is in", await LogInAsync(TestSite.Admin, TestSite.Password));
        Assert.Equal("typed admin, admin failed", await LogInAsync(TestSite.Admin, "wrong"));
        Assert.Equal("typed stranger, somebody failed: stranger", await LogInAsync("stranger", "wrong"));

        await AddUserAsync("turned", isEnabled: true);
        Assert.Equal("typed turned, turned is known", await LogInAsync("turned", TestSite.Password));

        await AddUserAsync("disabled", isEnabled: false);
        await LogInAsync("disabled", TestSite.Password);
        Assert.DoesNotContain("disabled is in", Events);
    }

    [Fact]
    public async Task ASiteSaysWhatItIsCalledAndWhereItIs()
    {
        await _site.InScopeAsync(async services =>
        {
            var site = await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync();
            var admin = (User)await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(TestSite.Admin);

            Assert.Equal(("Test", "https://shop.example.com", admin.UserId), (site.SiteName, site.BaseUrl, site.SuperUser));
        });

        await _site.InScopeAsync(async services =>
        {
            var settings = services.GetRequiredService<ISiteService>();
            var site = await settings.LoadSiteSettingsAsync();
            site.Alter<Choice>(choice => choice.Text = "chosen");
            await settings.UpdateSiteSettingsAsync(site);
        });

        Assert.Equal("chosen", (await _site.InScopeAsync(services => services.GetRequiredService<ISiteService>().GetSettingsAsync<Choice>())).Text);
    }

    private async Task<string> LogInAsync(string name, string password)
    {
        Events.Clear();
        using var browser = new Browser(_site.NewClient());
        using var answer = await browser.SubmitAsync("/Login", ("LoginForm.UserName", name), ("LoginForm.Password", password));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);

        return string.Join(", ", Events);
    }

    private Task AddUserAsync(string name, bool isEnabled) => _site.InScopeAsync(async services =>
    {
        var user = new User { UserName = name, Email = name + "@example.com", EmailConfirmed = true, IsEnabled = isEnabled };
        Assert.True((await services.GetRequiredService<UserManager<IUser>>().CreateAsync(user, TestSite.Password)).Succeeded);
    });

    private sealed class Recorder : LoginFormEventBase
    {
        public override Task LoggingInAsync(string userName, Action<string, string> reportError) => Note($"typed {userName}");

        public override async Task<IActionResult> ValidatingLoginAsync(IUser user)
        {
            await Note($"{user.UserName} is known");

            return user.UserName == "turned" ? new RedirectResult("~/elsewhere") : null;
        }

        public override Task LoggedInAsync(IUser user) => Note($"{user.UserName} is in");

        public override Task LoggingInFailedAsync(string userName) => Note($"somebody failed: {userName}");

        public override Task LoggingInFailedAsync(IUser user) => Note($"{user.UserName} failed");

        private static Task Note(string text)
        {
            Events.Enqueue(text);

            return Task.CompletedTask;
        }
    }
}

/// <summary>Settings of a module.</summary>
public sealed class Choice
{
    public string Text { get; set; }
}
