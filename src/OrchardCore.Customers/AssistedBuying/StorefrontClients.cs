using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Customers.Api;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Knows storefronts by their secrets, as RFC 6749 (2.3.1) has it: basic authentication with the code of the site as the name.
/// Nobody guesses a secret, so who is right is never kept waiting; who is wrong is counted, by the site and the network address
/// that asks. Codes are counted by the site and the visitor who has brought them, so that nobody locks out anybody else.
/// </summary>
internal sealed class StorefrontClients(AccountLimits limits, ILogger<StorefrontClients> logger)
{
    private const string Scheme = "Basic";

    private RateLimitAnswer? _visitor;

    /// <summary>The code of the site whose storefront asks; otherwise what to answer it. Ask before the session of the database writes.</summary>
    public async Task<(string? Site, IResult? Refusal)> FindAsync(HttpRequest request, AssistQuestion question)
    {
        if (!TryRead(request.Headers.Authorization, out var site, out var secret))
        {
            return (null, ApiProblems.Unknown(Scheme));
        }

        var (isRight, known) = await LookUpAsync(site, secret);

        if (!isRight)
        {
            return (null, await RefuseAsync(known));
        }

        // What has not the shape of a code is no guess, but a link that was cut off, say.
        if (SecretCode.IsShaped(question.Code))
        {
            _visitor = await limits.TryOfVisitorAsync(AccountAction.AssistCode, site, question.Visitor);
        }

        return _visitor is { IsAllowed: false } refused
            ? (null, TooMany(refused, "Too many codes of assisted sessions that were of no use, from one visitor."))
            : (site, null);
    }

    /// <summary>The code was right, so the visitor's attempt does not count. To be called last: it writes.</summary>
    public Task ForgiveAsync() => _visitor is null ? Task.CompletedTask : limits.ForgiveAsync(_visitor);

    /// <summary>
    /// Whether the secret is the site's, and the site if it has one. In a scope of its own: a request that kept its connection
    /// to the database while another one counts would need two, and many such requests at once would wait for each other.
    /// </summary>
    private static async Task<(bool IsRight, string Known)> LookUpAsync(string site, string secret)
    {
        var (isRight, known) = (false, "");

        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var credentials = scope.ServiceProvider.GetRequiredService<IStorefrontCredentials>();
            isRight = await credentials.IsOfAsync(site, secret);
            known = !isRight && site.Length <= CodeText.MaxLength ? (await credentials.FindAsync(site))?.Site ?? "" : "";
        });

        return (isRight, known);
    }

    /// <param name="known">The site; all that is none is counted together, so there are no more counts than sites have secrets.</param>
    private async Task<IResult> RefuseAsync(string known)
    {
        var failed = await limits.TryFromHereOnAsync(AccountAction.AssistCredential, known);

        if (!failed.IsAllowed)
        {
            return TooMany(failed, "Too many wrong secrets of storefronts from one network address.");
        }

        logger.LogWarning("Somebody gave a wrong secret of a storefront.");

        return ApiProblems.Unknown(Scheme);
    }

    private IResult TooMany(RateLimitAnswer answer, string alarm)
    {
        logger.LogWarning("{Alarm} They are refused for {Seconds} seconds.", alarm, (int)answer.RetryAfter.TotalSeconds);

        return ApiProblems.TooMany(answer.RetryAfter);
    }

    private static bool TryRead(string? header, [NotNullWhen(true)] out string? site, [NotNullWhen(true)] out string? secret)
    {
        (site, secret) = (null, null);

        if (!AuthenticationHeaderValue.TryParse(header, out var basic) || !basic.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || basic.Parameter is not { Length: < 1000 } parameter)
        {
            return false;
        }

        var bytes = new byte[parameter.Length];

        // There are no control characters in either (RFC 7617, 2), and not every database takes them.
        if (!Convert.TryFromBase64String(parameter, bytes, out var length)
            || Encoding.UTF8.GetString(bytes, 0, length) is not { } pair || pair.Any(char.IsControl) || pair.Split(':', 2) is not [var name, var password])
        {
            return false;
        }

        (site, secret) = (name, password);

        return true;
    }
}
