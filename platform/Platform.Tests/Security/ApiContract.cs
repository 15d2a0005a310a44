using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Tests.Features;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Security;

/// <summary>The scheme <c>Api</c>, by which programs are known: it asks whatever scheme is named <c>Bearer</c>.</summary>
public sealed class ApiContract
{
    [Fact]
    public async Task WithoutASchemeForTokensNobodyIsKnown()
    {
        await using var site = await StartAsync();
        using var client = site.NewClient();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, "who", token: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, "who", "Ada"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, "closed", "Ada"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(client, "refused", "Ada"));
    }

    [Fact]
    public async Task ATokenSaysWhoAsks()
    {
        await using var site = await StartAsync(Tokens.Add);
        using var client = site.NewClient();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, "who", token: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, "closed", token: null));
        Assert.Equal("Ada", await ReadAsync(client, "who", "Ada"));
        Assert.Equal("Ada", await ReadAsync(client, "closed", "Ada"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(client, "refused", "Ada"));
        Assert.Equal("True of Ada", await ReadAsync(client, "may/ThingsForPrograms?note=of Ada", "Ada"));
        Assert.Equal("False", await ReadAsync(client, "may/Other", "Ada"));
    }

    /// <summary>So no other site can ask in the name of somebody who is logged in.</summary>
    [Fact]
    public async Task ACookieCountsForNothing()
    {
        await using var site = await StartAsync(Tokens.Add);
        using var client = site.NewClient();
        await LogInAsync(client);

        Assert.Equal("Platform.Tests.Features: " + TestSite.Admin, await client.GetStringAsync("/things"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, "who", token: null));
        Assert.Equal("False", await ReadAsync(client, "may/ThingsForPrograms", token: null));
        Assert.Equal("Ada", await ReadAsync(client, "who", "Ada"));
    }

    /// <summary>Where there is no OpenID Connect, the application's configuration names programs with their tokens.</summary>
    [Fact]
    public async Task ThePlatformKnowsProgramsByTheConfiguration()
    {
        Assert.SkipUnless(typeof(global::YesSql.ISession).Assembly.GetName().Name == "YesSql", "Runs on the platform.");

        const string Client = "OrchardCore__OrchardCore_Api__Clients__0__";
        var secret = Guid.NewGuid().ToString("N");
        (string Name, string Value)[] settings = [("Name", "Shop"), ("Token", secret), ("Roles__0", ThingMigrations.Role)];
        Array.ForEach(settings, setting => Environment.SetEnvironmentVariable(Client + setting.Name, setting.Value));

        try
        {
            await using var site = await StartAsync();
            using var client = site.NewClient();

            Assert.Equal("Shop", await ReadAsync(client, "who", secret));
            Assert.Equal("True", await ReadAsync(client, "may/EditThings", secret));
            Assert.Equal("False", await ReadAsync(client, "may/Other", secret));

            using var refused = await SendAsync(client, "who", secret.ToUpperInvariant());
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
        }
        finally
        {
            Array.ForEach(settings, setting => Environment.SetEnvironmentVariable(Client + setting.Name, null));
        }
    }

    private static Task<TestSite> StartAsync(Action<IServiceCollection> services = null)
        => TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Things], [], services);

    private static async Task LogInAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/Login");
        var token = page[page.IndexOf("__RequestVerificationToken", StringComparison.Ordinal)..];
        token = token[(token.IndexOf("value=\"", StringComparison.Ordinal) + 7)..];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["LoginForm.UserName"] = TestSite.Admin,
            ["LoginForm.Password"] = TestSite.Password,
            ["__RequestVerificationToken"] = token[..token.IndexOf('"', StringComparison.Ordinal)],
        });
        using var response = await client.PostAsync("/Login", form);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string path, string token)
    {
        using var response = await SendAsync(client, path, token);

        return response.StatusCode;
    }

    private static async Task<string> ReadAsync(HttpClient client, string path, string token)
    {
        using var response = await SendAsync(client, path, token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return (await response.Content.ReadAsStringAsync()).Trim();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/things/" + path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        return await client.SendAsync(request);
    }

    /// <summary>Takes everybody's word for who it is.</summary>
    private sealed class Tokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public static void Add(IServiceCollection services) => services.Configure<AuthenticationOptions>(options => options.AddScheme<Tokens>("Bearer", null));

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Scheme != Scheme.Name)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, header.Parameter), new Claim("Permission", "ThingsForPrograms")], Scheme.Name);

            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
