using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Storefronts show the token of a session as RFC 6750 (2.1) has it.</summary>
internal static class AssistBearer
{
    public const string Scheme = "Bearer";

    /// <summary>What the token says; <see langword="null"/> without one that is believed.</summary>
    public static async Task<AssistToken?> ReadAsync(this AssistTokens tokens, HttpRequest request)
        => AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await tokens.ReadAsync(header.Parameter)
            : null;
}
