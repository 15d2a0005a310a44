using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Customers.Sites;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Draws sessions, each with the latest of what was changed in it.</summary>
public sealed class AssistedSessionRows(IAssistedActions actions, IStoreSiteManager sites, AssistedSessionTexts texts, ILocalClock localClock, IClock clock)
{
    /// <summary>How many changes of each session are shown; of the others there is a number.</summary>
    public const int Changes = 10;

    /// <summary>However many sessions and changes there are, it asks once for the sites, and once for the changes.</summary>
    public async Task<IReadOnlyList<AssistedSessionRow>> DrawAsync(IReadOnlyList<AssistedSession> sessions)
    {
        var names = (await sites.FindAllAsync()).ToDictionary(site => site.Code, site => site.Name, StringComparer.Ordinal);
        var latest = await actions.FindLatestAsync(sessions, Changes);
        var rows = new List<AssistedSessionRow>();

        foreach (var session in sessions)
        {
            rows.Add(await DrawAsync(session, names.GetValueOrDefault(session.Site, session.Site), latest[session.SessionId]));
        }

        return rows;
    }

    /// <summary>Draws a session with these of its changes.</summary>
    public async Task<AssistedSessionRow> DrawAsync(AssistedSession session, IReadOnlyList<AssistedAction> changes)
        => await DrawAsync(session, (await sites.FindAsync(session.Site))?.Name ?? session.Site, changes);

    private async Task<AssistedSessionRow> DrawAsync(AssistedSession session, string site, IEnumerable<AssistedAction> latest)
    {
        var now = clock.UtcNow;
        var changes = new List<AssistedChangeRow>();

        foreach (var action in latest)
        {
            changes.Add(new(await localClock.ToSiteZoneAsync(action.Utc), texts.Label(action.Kind), action.Summary, action.Reference, action.Refusal is { } refusal ? texts.Refused(refusal) : null));
        }

        return new(session.SessionId, session.AgentName, site, texts.Label(session.Mode), session.Reason)
        {
            State = texts.State(session, now),
            Created = await localClock.ToSiteZoneAsync(session.CreatedUtc),
            Until = session.StartedUtc is null ? null : await localClock.ToSiteZoneAsync(session.OverUtc),
            MayRevoke = session.IsOpen(now) || session.IsRunning(now),
            IsMailed = session.IsMailed,
            IsOpen = session.IsRunning(now),
            Total = session.Actions == 0 ? null : texts.Count(session),
            HasMore = session.Actions > changes.Count,
            Changes = changes,
        };
    }
}

/// <summary>A session as it is drawn.</summary>
public sealed record AssistedSessionRow(string Id, string Agent, string Site, string Mode, string Reason)
{
    public required ListBadge State { get; init; }

    /// <summary>In the site's zone.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ends or ended; <see langword="null"/> for one that never began.</summary>
    public required DateTimeOffset? Until { get; init; }

    public required bool MayRevoke { get; init; }

    /// <summary>Whether the customer was told.</summary>
    public required bool IsMailed { get; init; }

    /// <summary>Whether the changes are unfolded.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>How many changes there were; <see langword="null"/> for none.</summary>
    public required string? Total { get; init; }

    /// <summary>Whether these changes are not all.</summary>
    public required bool HasMore { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<AssistedChangeRow> Changes { get; init; }
}

/// <summary>A change as it is drawn.</summary>
/// <param name="When">In the site's zone.</param>
/// <param name="Refusal"><see langword="null"/> for one that was allowed.</param>
public sealed record AssistedChangeRow(DateTimeOffset When, string Kind, string Summary, string? Reference, ListBadge? Refusal);
