using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>Asks what the server of a storefront asks.</summary>
internal static class StorefrontServer
{
    public const string Exchange = "/api/customers/assist/exchange";
    public const string SessionPath = "/api/customers/assist/session";
    public const string End = "/api/customers/assist/session/end";
    public const string Actions = "/api/customers/assist/session/actions";
    public const string Keys = "/api/customers/assist/keys";

    /// <summary>Makes a new secret for the storefront of a site.</summary>
    public static async Task<string> SecretAsync(this TestSite site, string code)
        => (await site.InScopeAsync(services => services.GetRequiredService<IStorefrontCredentials>().ReplaceAsync(code))).Secret!;

    public static async Task<ApiAnswer> SendAsync(this TestSite site, HttpMethod method, string path, AuthenticationHeaderValue? header, HttpContent? content = null)
    {
        using var client = site.NewClient();

        return await SendAsync(client, method, path, header, content);
    }

    public static async Task<ApiAnswer> SendAsync(HttpClient client, HttpMethod method, string path, AuthenticationHeaderValue? header, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = header;
        using var response = await client.SendAsync(request);

        return await ApiAnswer.ReadAsync(response);
    }

    /// <summary>Asks for a change.</summary>
    public static Task<ApiAnswer> TryAsync(this TestSite site, string token, string? kind, string? summary = "2 × Desk lamp", string? reference = null)
        => site.SendAsync(HttpMethod.Post, Actions, Bearer(token), Body(new() { ["kind"] = kind, ["summary"] = summary, ["reference"] = reference }));

    /// <summary>A session that runs, at SHOP and with all modes unless it is changed, and its token.</summary>
    public static async Task<(string SessionId, string Token)> RunAsync(this TestSite site, string customerId, Action<AssistRequest>? change = null, string userName = TestSite.Admin)
    {
        var (sessionId, code) = await site.StartSessionAsync(userName, customerId, change);
        (await site.ExchangeAsync(code)).Result.Succeeds();

        return (sessionId, await site.SessionTokenAsync(sessionId));
    }

    /// <summary>The token of a session that runs.</summary>
    public static async Task<string> SessionTokenAsync(this TestSite site, string sessionId)
    {
        var session = await site.SessionAsync(sessionId);

        return await site.InScopeAsync(async services => services.GetRequiredService<AssistTokens>().Write(session, await services.GetRequiredService<AssistKeys>().FindSigningAsync()));
    }

    public static StringContent Question(string? code, string? origin = AssistSite.Origin, string? visitor = null)
        => Body(new() { ["code"] = code, ["origin"] = origin, ["visitor"] = visitor });

    public static StringContent Body(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public static AuthenticationHeaderValue Basic(string name, string password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    public static void Problem(HttpStatusCode status, ApiAnswer answer) => Assert.Equal((status, "application/problem+json"), (answer.Status, answer.MediaType));
}
