using System.Globalization;
using System.Net.Http.Headers;
using OrchardCore.Customers.Tests.Api;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>A node of the admin, as the server of a storefront asks it.</summary>
/// <param name="secret">That of the storefront.</param>
internal sealed class AssistNode(HttpClient client, AuthenticationHeaderValue secret) : IDisposable
{
    private const string Origin = "http://localhost:5202";

    private static int _visitors;

    /// <summary>Exchanges a code that a visitor of its own has brought.</summary>
    public Task<ApiAnswer> ExchangeAsync(string code)
    {
        var visitor = string.Create(CultureInfo.InvariantCulture, $"198.51.100.{Interlocked.Increment(ref _visitors)}");

        return StorefrontServer.SendAsync(client, HttpMethod.Post, StorefrontServer.Exchange, secret, StorefrontServer.Question(code, Origin, visitor));
    }

    /// <summary>Asks for the session.</summary>
    public Task<ApiAnswer> FindAsync(string token) => StorefrontServer.SendAsync(client, HttpMethod.Get, StorefrontServer.SessionPath, StorefrontServer.Bearer(token));

    /// <summary>Asks whether something may be put into the cart.</summary>
    public Task<ApiAnswer> ChangeAsync(string token)
        => StorefrontServer.SendAsync(client, HttpMethod.Post, StorefrontServer.Actions, StorefrontServer.Bearer(token), StorefrontServer.Body(new() { ["kind"] = "Cart", ["summary"] = "2 × Desk lamp" }));

    public Task<ApiAnswer> EndAsync(string token) => StorefrontServer.SendAsync(client, HttpMethod.Post, StorefrontServer.End, StorefrontServer.Bearer(token));

    public Task<ApiAnswer> KeysAsync() => StorefrontServer.SendAsync(client, HttpMethod.Get, StorefrontServer.Keys, header: null);

    public void Dispose() => client.Dispose();
}
