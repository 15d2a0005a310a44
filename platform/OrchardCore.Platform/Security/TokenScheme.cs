using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace OrchardCore.Security;

/// <summary>A program that may ask: what it is called, by what it is known, and the roles it has.</summary>
internal sealed class ApiClient
{
    public const string Section = "OrchardCore:OrchardCore_Api:Clients";

    public string Name { get; set; } = "";

    /// <summary>At least 16 characters; a secret, so it comes from the environment.</summary>
    public string Token { get; set; } = "";

    public string[] Roles { get; set; } = [];
}

/// <summary>
/// Stands for the tokens of <c>OrchardCore.OpenId</c>: programs that the application's configuration names, each with a token
/// of its own. As there, such a program is no user and has what its roles have.
/// </summary>
internal sealed class TokenScheme(IReadOnlyList<ApiClient> clients, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    private const int MinToken = 16;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || !header.Scheme.Equals(Name, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var client = clients.FirstOrDefault(client => client.Token.Length >= MinToken && IsSame(client.Token, header.Parameter ?? ""));

        return client is null
            ? AuthenticateResult.Fail("Nobody has this token.")
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(await IdentifyAsync(client)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = Name;

        return base.HandleChallengeAsync(properties);
    }

    private async Task<ClaimsIdentity> IdentifyAsync(ApiClient client)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, client.Name)], Name);
        var roles = Context.RequestServices.GetService<RoleManager<IRole>>();

        foreach (var name in client.Roles)
        {
            identity.AddClaim(new Claim(identity.RoleClaimType, name));
            identity.AddClaims(roles is not null && await roles.FindByNameAsync(name) is { } role ? await roles.GetClaimsAsync(role) : []);
        }

        return identity;
    }

    /// <summary>Takes as long for a token that is nearly right as for any other.</summary>
    private static bool IsSame(string token, string given)
        => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
