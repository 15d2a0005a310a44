using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tabs;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Who acts and has acted for the customer, where and why.</summary>
internal sealed class AssistTab(IAssistedBuyingService assist, IStoreSiteManager sites, StoreSiteForms forms, ILocalClock localClock, IClock clock, IStringLocalizer<AssistTab> S) : ICustomerTab
{
    public const string TabName = "assisted";

    private const int PageSize = 20;

    public string Name => TabName;

    public LocalizedString Text => S["Assisted buying"];

    public int Order => 40;

    public Permission Permission => AssistedBuyingPermissions.AssistCustomers;

    public string ViewName => "_CustomerAssisted";

    public async Task<object> BuildAsync(CustomerTabContext context)
    {
        var id = context.Customer.ContentItemId;
        var names = (await sites.FindAllAsync()).ToDictionary(site => site.Code, site => site.Name, StringComparer.Ordinal);

        // One more than the page has, to know whether there are older ones.
        var found = await assist.FindAsync(id, (context.Page - 1) * PageSize, PageSize + 1);
        var rows = new List<AssistedSessionRow>();

        foreach (var session in found.Take(PageSize))
        {
            rows.Add(await DrawAsync(session, names));
        }

        return new AssistTabModel(id, rows, context.ReturnUrl, new PageTurn(context.Page, found.Count > PageSize, id, TabName, context.ReturnUrl));
    }

    private async Task<AssistedSessionRow> DrawAsync(AssistedSession session, Dictionary<string, string> names)
    {
        var now = clock.UtcNow;

        return new(session.SessionId, session.AgentName, names.GetValueOrDefault(session.Site, session.Site), forms.Label(session.Mode), session.Reason)
        {
            State = State(session, now),
            Created = await localClock.ToSiteZoneAsync(session.CreatedUtc),
            Until = session.StartedUtc is null ? null : await localClock.ToSiteZoneAsync(session.EndedUtc ?? session.ExpiresUtc!.Value),
            MayRevoke = session.IsOpen(now) || session.IsRunning(now),
        };
    }

    private ListBadge State(AssistedSession session, DateTime now) => session.State switch
    {
        AssistedSessionState.Open when session.IsOpen(now) => new(S["Waits for the storefront"], "circle-info", "primary"),
        AssistedSessionState.Open => new(S["Was not opened"], "circle-pause", "secondary"),
        AssistedSessionState.Running when session.IsRunning(now) => new(S["Running"], "circle-check", "success"),
        AssistedSessionState.Running => new(S["Time is over"], "circle-pause", "secondary"),
        AssistedSessionState.Ended => new(S["Ended at the storefront"], "circle-pause", "secondary"),
        AssistedSessionState.Revoked => new(session.EndedBy is null ? S["Revoked"] : S["Revoked by {0}", session.EndedBy], "xmark", "secondary"),
        AssistedSessionState.Replayed => new(S["Ended: the link was opened twice"], "triangle-exclamation", "danger"),
        _ => new(S["Ended: it was no longer allowed"], "triangle-exclamation", "warning"),
    };
}

/// <summary>The tab Assisted buying.</summary>
public sealed record AssistTabModel(string CustomerId, IReadOnlyList<AssistedSessionRow> Rows, string? ReturnUrl, PageTurn Turn);

/// <summary>A session as it is drawn.</summary>
public sealed record AssistedSessionRow(string Id, string Agent, string Site, string Mode, string Reason)
{
    public required ListBadge State { get; init; }

    /// <summary>In the site's zone.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ends or ended; <see langword="null"/> for one that never began.</summary>
    public required DateTimeOffset? Until { get; init; }

    public required bool MayRevoke { get; init; }
}
