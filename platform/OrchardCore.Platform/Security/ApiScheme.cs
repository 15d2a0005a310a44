using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OrchardCore.Security;

/// <summary>By what scheme programs are known: by the one named <c>Bearer</c>, if the site has it. Else nobody is.</summary>
internal sealed class ApiScheme(IAuthenticationSchemeProvider schemes, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Api";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        => await HasTokensAsync() ? await Context.AuthenticateAsync(TokenScheme.Name) : AuthenticateResult.NoResult();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (await HasTokensAsync())
        {
            await Context.ChallengeAsync(TokenScheme.Name);
        }
        else
        {
            await base.HandleChallengeAsync(properties);
        }
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (await HasTokensAsync())
        {
            await Context.ForbidAsync(TokenScheme.Name);
        }
        else
        {
            await base.HandleForbiddenAsync(properties);
        }
    }

    private async Task<bool> HasTokensAsync() => await schemes.GetSchemeAsync(TokenScheme.Name) is not null;
}
