using System.Net;
using Platform.Tests.Features;
using Xunit;

namespace Platform.Tests.Hosting;

/// <summary>How requests reach the controllers and files of modules.</summary>
[Collection(nameof(OnSqlite))]
public sealed class PipelineContract(SqliteThings things) : ThingsContract(things)
{
    [Fact]
    public async Task AControllerIsInTheAreaOfItsModule() => Assert.Equal("Platform.Tests.Features: nobody", await ReadAsync("/things"));

    [Fact]
    public async Task AnActionWithoutARouteIsFoundByAreaControllerAndAction()
        => Assert.Equal("plain /things", await ReadAsync("/Platform.Tests.Features/Things/Plain"));

    [Theory]
    [InlineData("/extra")]
    [InlineData("/Platform.Tests.Features/Extra/Plain")]
    [InlineData("/Things/Plain")]
    [InlineData("/nowhere")]
    [InlineData("/things/missing")]
    [InlineData("/Platform.Tests.Features/Startup.cs")]
    public async Task WhatIsNotThereIsNotFound(string address)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<!DOCTYPE html>", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/Platform.Tests.Features/nothing.txt")]
    [InlineData("/Platform.Tests.Features/wwwroot/thing.txt")]
    public async Task AFileThatIsNotThereIsNotFoundAndNoPageSaysSo(string address)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TheControllersOfAFeatureAreThereOnceItIsEnabled()
    {
        await using var site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Extra]);
        using var client = site.NewClient();

        Assert.Equal("extra", await client.GetStringAsync("/extra"));
        Assert.Equal("plain", await client.GetStringAsync("/Platform.Tests.Features/Extra/Plain"));
    }

    [Fact]
    public async Task TheFilesOfAModuleAreServedUnderItsName()
    {
        using var response = await GetAsync("/Platform.Tests.Features/thing.txt");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType.ToString());
        Assert.Equal("served\n", await response.Content.ReadAsStringAsync());
        Assert.NotNull(response.Headers.ETag);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/Platform.Tests.Features/thing.txt") { Headers = { IfNoneMatch = { response.Headers.ETag } } };
        using var client = Site.NewClient();
        using var again = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task WhoMustLogInIsLedToTheLogIn()
    {
        using var closed = await GetAsync("/things/closed?a=b");
        using var challenged = await GetAsync("/things/challenged");

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal("/Login?ReturnUrl=%2Fthings%2Fclosed%3Fa%3Db", closed.Headers.Location.PathAndQuery);
        Assert.Equal("/Login?ReturnUrl=%2Fthings%2Fchallenged", challenged.Headers.Location.PathAndQuery);
    }

    [Fact]
    public async Task WhoIsForbiddenIsLedToAnErrorPage()
    {
        using var response = await GetAsync("/things/forbidden");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/Error/403?ReturnUrl=%2Fthings%2Fforbidden", response.Headers.Location.PathAndQuery);
    }

    [Fact]
    public async Task AFormWithoutATokenIsRefused()
    {
        using var client = Site.NewClient();
        using var response = await client.PostAsync("/things/posted", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var client = Site.NewClient();

        return await client.GetAsync(address);
    }

    private async Task<string> ReadAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return await response.Content.ReadAsStringAsync();
    }
}
