using System.Security.Claims;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Sites;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

internal sealed class AssistedBuyingService(
    AssistChecker checker,
    AssistedSessions sessions,
    AssistParties parties,
    IClock clock,
    ILogger<AssistedBuyingService> logger,
    IStringLocalizer<AssistedBuyingService> S) : IAssistedBuyingService
{
    public Task<LocalizedString?> ExplainAsync(ClaimsPrincipal agent, ContentItem customer) => checker.ExplainAsync(agent, customer);

    public Task<IReadOnlyList<StoreSite>> FindSitesAsync(ClaimsPrincipal agent, ContentItem customer) => checker.FindSitesAsync(agent, customer);

    public async Task<(Result Result, AssistedStart? Start)> StartAsync(ClaimsPrincipal agent, AssistRequest request)
    {
        if (await parties.FindCustomerAsync(request.CustomerId) is not { } customer)
        {
            return (Refused("", S["This customer is not there any more."]), null);
        }

        if (await checker.ExplainAsync(agent, customer) is { } refusal)
        {
            return (Refused("", refusal), null);
        }

        var reason = VisibleText.Clean(request.Reason);
        var (result, site) = await checker.CheckAsync(agent, customer, request, reason);

        if (site is null)
        {
            return (result, null);
        }

        var code = SecretCode.Create();
        var started = New(agent, request, site, code);
        started.Reason = reason!;

        return await sessions.TrySaveAsync(started)
            ? (result, new(started, QueryHelpers.AddQueryString(AssistSites.EntryOf(site, started.Origin), AssistFields.Code, code)))
            : (Refused("", S["The database refused to save this. Nothing was saved; try again in a moment."]), null);
    }

    public async Task<(Result Result, AssistedVisit? Visit)> ExchangeAsync(string site, string? code, string? origin)
    {
        if (await sessions.FindByCodeAsync(code) is not { } session)
        {
            return Useless(site, session: null, "it is unknown");
        }

        if (session.Site != site || session.Origin != origin)
        {
            return Useless(site, session, "it is meant for another storefront");
        }

        if (session.State != AssistedSessionState.Open)
        {
            return await ReplayedAsync(site, session);
        }

        if (!session.IsOpen(clock.UtcNow))
        {
            return Useless(site, session, "it is too late");
        }

        if (await FindVisitAsync(session) is not { } visit)
        {
            return Useless(site, session, "who asked for it may no longer act for the customer there");
        }

        // Whole seconds, as tokens and documents have them: so the storefront is told the same at every time.
        var now = new DateTime(clock.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        session.State = AssistedSessionState.Running;
        session.StartedUtc = now;
        session.MailsCustomer = visit.Site.AssistedBuying.MailsCustomer;
        session.ExpiresUtc = now.AddMinutes(Math.Clamp(visit.Site.AssistedBuying.SessionMinutes, SiteAssistedBuying.MinSessionMinutes, SiteAssistedBuying.MaxSessionMinutes));

        return await sessions.TrySaveAsync(session) ? (Result.Success(), visit) : await ReplayedAsync(site, session);
    }

    public async Task<AssistedVisit?> FindRunningAsync(string sessionId)
    {
        if (await sessions.FindAsync(sessionId) is not { } session || !session.IsRunning(clock.UtcNow))
        {
            return null;
        }

        var visit = await FindVisitAsync(session);

        if (visit is null && await TryEndAsync(sessionId, AssistedSessionState.Withdrawn))
        {
            logger.LogWarning("The assisted session {Session} was ended: its user may no longer act for the customer there.", sessionId);
        }

        return visit;
    }

    public Task<IReadOnlyList<AssistedSession>> FindAsync(string customerId, int skip, int count) => sessions.FindOfCustomerAsync(customerId, skip, count);

    public async Task<AssistedSession?> FindAsync(string customerId, string sessionId)
        => await sessions.FindAsync(sessionId) is { } session && session.CustomerId == customerId ? session : null;

    public Task EndAsync(string sessionId) => EndAsync(sessionId, AssistedSessionState.Ended, (stored, now) => stored.IsRunning(now));

    public async Task<Result> RevokeAsync(string customerId, string sessionId)
    {
        try
        {
            return await EndAsync(sessionId, AssistedSessionState.Revoked, (stored, now) => stored.CustomerId == customerId && (stored.IsOpen(now) || stored.IsRunning(now)), parties.UserName)
                ? Result.Success()
                : Refused("", S["This session is over already."]);
        }
        catch (AssistBusyException)
        {
            return Refused("", S["Too much is done in this session at this moment. Try again."]);
        }
    }

    /// <summary>Ends a session that somebody else may be about to end.</summary>
    private async Task<bool> TryEndAsync(string sessionId, AssistedSessionState state)
    {
        try
        {
            return await EndAsync(sessionId, state, (stored, now) => stored.IsRunning(now));
        }
        catch (AssistBusyException)
        {
            // Those who are before us ask the same, and end it.
            return false;
        }
    }

    /// <summary>Ends it first, whatever becomes of the mail; what fails there is made up for within a minute or two.</summary>
    private async Task<bool> EndAsync(string sessionId, AssistedSessionState state, Func<AssistedSession, DateTime, bool> isFor, string? by = null)
    {
        var isEnded = await AssistedSessions.EndAsync(sessionId, state, isFor, by);

        if (isEnded)
        {
            await AssistNotices.TrySettleAsync(sessionId, logger);
        }

        return isEnded;
    }

    private AssistedSession New(ClaimsPrincipal agent, AssistRequest request, StoreSite site, string code) => new()
    {
        SessionId = Guid.NewGuid().ToString("N"),
        CustomerId = request.CustomerId,
        AgentId = agent.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
        AgentName = agent.Identity?.Name ?? "",
        Site = site.Code,
        Origin = request.Origin ?? StorefrontAddress.OriginOf(site)!,
        Mode = request.Mode!.Value,
        CodeHash = SecretCode.Hash(code),
        CreatedUtc = clock.UtcNow,
        CodeExpiresUtc = clock.UtcNow + AssistedSession.CodeTime,
    };

    private async Task<AssistedVisit?> FindVisitAsync(AssistedSession session)
        => await parties.FindCustomerAsync(session.CustomerId) is { } customer && await checker.FindSiteAsync(session, customer) is { } site ? new(session, customer, site) : null;

    /// <summary>Whoever comes second may be the one who was meant: nobody goes on with this session (RFC 6749, 4.1.2).</summary>
    private async Task<(Result Result, AssistedVisit? Visit)> ReplayedAsync(string site, AssistedSession session)
    {
        await TryEndAsync(session.SessionId, AssistedSessionState.Replayed);

        return Useless(site, session, "it was used or taken back already; the session is over");
    }

    /// <summary>Why, the log says, and the answer doesn't.</summary>
    private (Result Result, AssistedVisit? Visit) Useless(string site, AssistedSession? session, string why)
    {
        logger.LogWarning("The site {Site} was refused a code for an assisted session: {Why}. Session: {Session}", site, why, session?.SessionId ?? "none");

        return (Refused(AssistFields.Code, S["This link is of no use any more. Start again from the customer's page."]), null);
    }

    private static Result Refused(string key, LocalizedString message) => CustomerWriter.Refused(key, message);
}
