using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Customers.Sites;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>What staff is told of sessions and changes.</summary>
public sealed class AssistedSessionTexts(StoreSiteForms forms, AssistActionTexts actions, IStringLocalizer<AssistedSessionTexts> S)
{
    public LocalizedString Label(AssistMode mode) => forms.Label(mode);

    public LocalizedString Label(AssistActionKind kind) => actions.Label(kind);

    public ListBadge State(AssistedSession session, DateTime now) => session.State switch
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

    public ListBadge Refused(AssistRefusal refusal) => new(
        refusal switch
        {
            AssistRefusal.CustomerOnly => S["Refused: the customer's alone"],
            AssistRefusal.LookOnly => S["Refused: look only"],
            AssistRefusal.CartOnly => S["Refused: cart only"],
            AssistRefusal.OnHold => S["Refused: on hold"],
            _ => S["Refused"],
        },
        "xmark",
        "warning");

    /// <summary>How much was changed in a session, and how much refused.</summary>
    public string Count(AssistedSession session)
    {
        var allowed = session.Actions - session.RefusedActions;
        var changes = allowed == 1 ? S["1 change"] : S["{0:N0} changes", allowed];

        return session.RefusedActions == 0 ? changes : S["{0}, {1:N0} refused", changes.Value, session.RefusedActions];
    }
}
