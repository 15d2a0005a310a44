using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>What may be changed in which mode, all of it.</summary>
public sealed class AssistRulesTests
{
    private static readonly AssistActionKind[] OfTheCustomerOnly = [AssistActionKind.Password, AssistActionKind.Email, AssistActionKind.Consent, AssistActionKind.Payment, AssistActionKind.Security];

    public static TheoryData<AssistActionKind, AssistMode, bool, AssistRefusal?> Changes => new()
    {
        { AssistActionKind.Cart, AssistMode.LookOnly, false, AssistRefusal.LookOnly },
        { AssistActionKind.Cart, AssistMode.LookOnly, true, AssistRefusal.LookOnly },
        { AssistActionKind.Cart, AssistMode.Cart, false, null },
        { AssistActionKind.Cart, AssistMode.Cart, true, null },
        { AssistActionKind.Cart, AssistMode.Full, false, null },
        { AssistActionKind.Cart, AssistMode.Full, true, null },
        { AssistActionKind.Order, AssistMode.LookOnly, false, AssistRefusal.LookOnly },
        { AssistActionKind.Order, AssistMode.LookOnly, true, AssistRefusal.LookOnly },
        { AssistActionKind.Order, AssistMode.Cart, false, AssistRefusal.CartOnly },
        { AssistActionKind.Order, AssistMode.Cart, true, AssistRefusal.CartOnly },
        { AssistActionKind.Order, AssistMode.Full, false, null },
        { AssistActionKind.Order, AssistMode.Full, true, AssistRefusal.OnHold },
        { AssistActionKind.Address, AssistMode.LookOnly, false, AssistRefusal.LookOnly },
        { AssistActionKind.Address, AssistMode.LookOnly, true, AssistRefusal.LookOnly },
        { AssistActionKind.Address, AssistMode.Cart, false, AssistRefusal.CartOnly },
        { AssistActionKind.Address, AssistMode.Cart, true, AssistRefusal.CartOnly },
        { AssistActionKind.Address, AssistMode.Full, false, null },
        { AssistActionKind.Address, AssistMode.Full, true, null },
        { AssistActionKind.Profile, AssistMode.LookOnly, false, AssistRefusal.LookOnly },
        { AssistActionKind.Profile, AssistMode.LookOnly, true, AssistRefusal.LookOnly },
        { AssistActionKind.Profile, AssistMode.Cart, false, AssistRefusal.CartOnly },
        { AssistActionKind.Profile, AssistMode.Cart, true, AssistRefusal.CartOnly },
        { AssistActionKind.Profile, AssistMode.Full, false, null },
        { AssistActionKind.Profile, AssistMode.Full, true, null },
    };

    [Theory, MemberData(nameof(Changes))]
    public void AModeAllowsWhatItSays(AssistActionKind kind, AssistMode mode, bool isOnHold, AssistRefusal? refusal)
        => Assert.Equal(refusal, AssistRules.Explain(kind, mode, isOnHold));

    [Fact]
    public void LogInEmailConsentAndPaymentAreTheCustomersAloneInEveryMode()
        => Assert.All(
            from kind in OfTheCustomerOnly from mode in Enum.GetValues<AssistMode>() from isOnHold in new[] { false, true } select AssistRules.Explain(kind, mode, isOnHold),
            refusal => Assert.Equal(AssistRefusal.CustomerOnly, refusal));

    /// <summary>A kind or a mode that comes later is refused until somebody says what holds for it.</summary>
    [Fact]
    public void WhatIsUnknownIsRefused()
    {
        Assert.Equal(AssistRefusal.CustomerOnly, AssistRules.Explain((AssistActionKind)99, AssistMode.Full, isOnHold: false));
        Assert.All(Enum.GetValues<AssistActionKind>(), kind => Assert.NotNull(AssistRules.Explain(kind, (AssistMode)99, isOnHold: false)));
    }

    [Fact]
    public void EveryKindStandsInTheTable()
        => Assert.Equal(
            Enum.GetValues<AssistActionKind>().Length * Enum.GetValues<AssistMode>().Length * 2,
            Changes.Count + OfTheCustomerOnly.Length * Enum.GetValues<AssistMode>().Length * 2);
}
