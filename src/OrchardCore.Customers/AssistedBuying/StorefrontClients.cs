using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Customers.Api;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Knows storefronts by their secrets, as RFC 6749 (2.3.1) has it: basic authentication with the code of the site as the name.
/// Failures are counted, of storefronts by the network address they ask from, and of codes by the visitor who has brought them;
/// so nobody locks out anybody else.
/// </summary>
internal sealed class StorefrontClients(IStorefrontCredentials credentials, AccountLimits limits, ILogger<StorefrontClients> logger)
{
    private const int MaxVisitor = 64;

    private RateLimitAnswer? _storefront;
    private RateLimitAnswer? _visitor;

    /// <summary>The code of the site whose storefront asks; otherwise what to answer it. Ask before the session of the database writes.</summary>
    /// <param name="visitor">The network address of who has brought the code, as the storefront has it.</param>
    public async Task<(string? Site, IResult? Refusal)> FindAsync(HttpRequest request, string? visitor)
    {
        if (!TryRead(request.Headers.Authorization, out var site, out var secret))
        {
            return (null, ApiProblems.Unknown("Basic"));
        }

        var fromHere = await limits.TryFromHereAsync(AccountAction.AssistCredential);

        if (!fromHere.IsAllowed)
        {
            return (null, TooMany(fromHere, "Too many wrong secrets of storefronts from one network address."));
        }

        if (!await credentials.IsOfAsync(site, secret))
        {
            logger.LogWarning("Somebody gave a wrong secret of a storefront.");

            return (null, ApiProblems.Unknown("Basic"));
        }

        _storefront = fromHere;
        var ofVisitor = await limits.TryOfVisitorAsync(AccountAction.AssistCode, $"{site} {(visitor is { Length: <= MaxVisitor } ? visitor : "")}");

        if (!ofVisitor.IsAllowed)
        {
            await ForgiveAsync(isRight: false);

            return (null, TooMany(ofVisitor, "Too many codes of assisted sessions that were of no use."));
        }

        _visitor = ofVisitor;

        return (site, null);
    }

    /// <summary>The storefront is who it said it was, so its attempt does not count. To be called last: it writes.</summary>
    /// <param name="isRight">Whether the code was right; then the visitor's attempt does not count either.</param>
    public async Task ForgiveAsync(bool isRight)
    {
        if (_storefront is not null)
        {
            await limits.ForgiveAsync(_storefront);
        }

        if (isRight && _visitor is not null)
        {
            await limits.ForgiveAsync(_visitor);
        }
    }

    private IResult TooMany(RateLimitAnswer answer, string alarm)
    {
        logger.LogError("{Alarm} They are refused for {Seconds} seconds.", alarm, (int)answer.RetryAfter.TotalSeconds);

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

        if (!Convert.TryFromBase64String(parameter, bytes, out var length) || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [var name, var password])
        {
            return false;
        }

        (site, secret) = (name, password);

        return true;
    }
}
