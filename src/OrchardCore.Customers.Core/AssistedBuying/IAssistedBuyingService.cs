using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Sites;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Lets users act for customers at storefronts. The address of the storefront carries a code that can be exchanged once, by
/// that storefront alone, within a minute. The keys of errors are names of <see cref="AssistRequest"/> properties,
/// <see cref="AssistFields.Code"/>, or empty. Whoever may act is asked again whenever the storefront asks.
/// </summary>
public interface IAssistedBuyingService
{
    /// <summary>Why this user can't act for the customer, whatever the site; <see langword="null"/> when it can.</summary>
    Task<LocalizedString?> ExplainAsync(ClaimsPrincipal agent, ContentItem customer);

    /// <summary>The sites of the customer where this user may act for it, the preferred one first.</summary>
    Task<IReadOnlyList<StoreSite>> FindSitesAsync(ClaimsPrincipal agent, ContentItem customer);

    /// <summary>Begins a session, and makes the code. It is flushed; nothing is kept of the code but a hash.</summary>
    /// <returns>Where to lead the user's browser, with the code; <see langword="null"/> when it was refused.</returns>
    Task<(Result Result, AssistedStart? Start)> StartAsync(ClaimsPrincipal agent, AssistRequest request);

    /// <summary>
    /// Exchanges a code. Of all who try at once, one gets through. A code that is unknown, altered, late, used or meant for
    /// another site or origin is refused in the same words; one that was used already ends the session that it began.
    /// Ask before the session of the database writes anything.
    /// </summary>
    /// <param name="site">The code of the site whose storefront asks, and has proved to be it.</param>
    /// <param name="origin">Where that storefront has got the code.</param>
    Task<(Result Result, AssistedVisit? Visit)> ExchangeAsync(string site, string? code, string? origin);

    /// <summary>
    /// The session, if the user acts for the customer now and still may; <see langword="null"/> otherwise. When something it
    /// takes is no longer there, it ends for good.
    /// </summary>
    Task<AssistedVisit?> FindRunningAsync(string sessionId);

    /// <summary>Those of a customer, the latest first.</summary>
    Task<IReadOnlyList<AssistedSession>> FindAsync(string customerId, int skip, int count);

    /// <summary>A session of that customer, whatever became of it; <see langword="null"/> when there is none.</summary>
    Task<AssistedSession?> FindAsync(string customerId, string sessionId);

    /// <summary>The storefront ends a session. One that is over already stays as it is.</summary>
    Task EndAsync(string sessionId);

    /// <summary>A user of the admin ends a session at once, or takes back its code.</summary>
    Task<Result> RevokeAsync(string customerId, string sessionId);
}

/// <summary>What a user asks for.</summary>
public sealed class AssistRequest
{
    /// <summary>The content item id of the customer.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>The code of one of the customer's sites.</summary>
    public string? Site { get; set; }

    /// <summary>One of the site's modes.</summary>
    public AssistMode? Mode { get; set; }

    /// <summary>Why, in the user's words.</summary>
    public string? Reason { get; set; }

    /// <summary>Where the session is to be opened, one of the site's allowed origins; <see langword="null"/> for its storefront.</summary>
    public string? Origin { get; set; }
}

/// <summary>A session that was begun.</summary>
/// <param name="Url">Where the browser is to go: the storefront, with the code.</param>
public sealed record AssistedStart(AssistedSession Session, string Url);

/// <summary>A session that runs.</summary>
public sealed record AssistedVisit(AssistedSession Session, ContentItem Customer, StoreSite Site);

/// <summary>The keys of errors that concern nothing a user asks for.</summary>
public static class AssistFields
{
    /// <summary>The code that a storefront exchanges, and its name in the storefront's address.</summary>
    public const string Code = "assist_code";
}
