using OrchardCore.Customers.Sites;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>What may be changed while somebody acts for a customer. What is not named here, may not.</summary>
internal static class AssistRules
{
    /// <summary>Why not; <see langword="null"/> when it may.</summary>
    public static AssistRefusal? Explain(AssistActionKind kind, AssistMode mode, bool isOnHold) => (kind, mode) switch
    {
        (not (AssistActionKind.Cart or AssistActionKind.Order or AssistActionKind.Address or AssistActionKind.Profile), _) => AssistRefusal.CustomerOnly,
        (AssistActionKind.Cart, AssistMode.Cart or AssistMode.Full) => null,
        (_, AssistMode.Cart) => AssistRefusal.CartOnly,
        (AssistActionKind.Order, AssistMode.Full) => isOnHold ? AssistRefusal.OnHold : null,
        (_, AssistMode.Full) => null,
        _ => AssistRefusal.LookOnly,
    };
}
