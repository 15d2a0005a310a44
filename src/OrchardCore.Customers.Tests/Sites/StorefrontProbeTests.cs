using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>A storefront is asked once, and followed nowhere.</summary>
[Seed("E27")]
public sealed class StorefrontProbeTests(SqliteSites fixture) : IClassFixture<SqliteSites>, IAsyncLifetime
{
    private readonly List<string> _asked = [];

    private WebApplication _shop = null!;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _shop = builder.Build();
        _shop.Run(AnswerAsync);
        await _shop.StartAsync();
        _address = _shop.Urls.First();
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData("/fine", StorefrontState.Answers, 200, "HEAD /fine")]
    [InlineData("/headless", StorefrontState.Answers, 200, "HEAD /headless, GET /headless")]
    [InlineData("/elsewhere", StorefrontState.Redirects, 302, "HEAD /elsewhere")]
    [InlineData("/missing", StorefrontState.Complains, 404, "HEAD /missing")]
    [InlineData("/broken", StorefrontState.Complains, 500, "HEAD /broken")]
    public async Task WhatAStorefrontAnswersIsTold(string path, StorefrontState state, int status, string asked)
    {
        var answer = await AskAsync(_address + path);

        Assert.Equal((state, status), (answer.State, answer.Status));
        Assert.Equal(asked, string.Join(", ", _asked));
    }

    [Fact]
    public async Task ARedirectIsToldAndNotFollowed()
    {
        Assert.Equal("169.254.169.254", (await AskAsync(_address + "/elsewhere")).LeadsTo);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task WhoDoesNotAnswerIsNotWaitedForLong()
    {
        var begin = TimeProvider.System.GetTimestamp();

        Assert.Equal(StorefrontState.IsSlow, (await AskAsync(_address + "/slow")).State);
        Assert.InRange(TimeProvider.System.GetElapsedTime(begin).TotalSeconds, 4, 12);
    }

    [Fact]
    public async Task WhatIsNoStorefrontIsNotAsked()
    {
        Assert.Equal(StorefrontState.HasNoAddress, (await AskAsync("")).State);
        Assert.Equal(StorefrontState.HasNoAddress, (await AskAsync(_address.Replace("127.0.0.1", "10.0.0.1", StringComparison.Ordinal))).State);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task WhereNobodyListensOrNobodyIsTrustedIsTold()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        Assert.Equal(StorefrontState.IsClosed, (await AskAsync($"http://127.0.0.1:{port}")).State);
        Assert.Equal(StorefrontState.IsNotTrusted, (await AskAsync(_address.Replace("http://", "https://", StringComparison.Ordinal))).State);
        Assert.Equal(StorefrontState.IsClosed, (await AskAsync("https://169.254.169.254")).State);
    }

    [Fact]
    public async Task TheButtonSaysItInWords()
    {
        var code = await fixture.Site.AddSiteAsync(site => (site.Name, site.StorefrontUrl) = ("Tested <shop>", _address + "/fine"));
        using var admin = await SiteUser.AdminAsync(fixture.Site);
        var list = await admin.GetAsync("/Admin/Customers/Sites");
        var asked = await admin.PostAsync($"/Admin/Customers/Sites/{code}/Test", [.. list.Fields.Where(field => field.Name.StartsWith("__", StringComparison.Ordinal))]);

        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Contains("The storefront of Tested <shop> answers (status 200).", (await admin.GetAsync(asked.Location)).Text, StringComparison.Ordinal);
    }

    private Task<StorefrontAnswer> AskAsync(string address)
        => fixture.Site.InScopeAsync(services => services.GetRequiredService<IStorefrontProbe>().AskAsync(new StoreSite { Code = "TEST", StorefrontUrl = address }, TestContext.Current.CancellationToken));

    private async Task AnswerAsync(HttpContext context)
    {
        _asked.Add($"{context.Request.Method} {context.Request.Path}");

        switch (context.Request.Path)
        {
            case "/fine":
                break;
            case "/headless":
                context.Response.StatusCode = context.Request.Method == "HEAD" ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status200OK;
                break;
            case "/elsewhere":
                context.Response.Redirect("http://169.254.169.254/latest/meta-data");
                break;
            case "/broken":
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case "/slow":
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
