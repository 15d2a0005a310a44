using OrchardCore.Customers.Sites;
using YesSql.Indexes;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// A change that a user wanted to make at a storefront while acting for a customer, written before it is made and never
/// changed afterwards; a document in <see cref="CustomersConstants.Collection"/>. What was refused is kept as well.
/// </summary>
public sealed class AssistedAction
{
    /// <summary>The longest summary.</summary>
    public const int MaxSummary = 255;

    /// <summary>The longest reference.</summary>
    public const int MaxReference = 64;

    /// <summary>How many one session may have.</summary>
    public const int MaxOfSession = 10_000;

    /// <summary>How many one session may have within a minute: more than people make.</summary>
    public const int MaxPerMinute = 120;

    /// <summary>Given by the session of the database.</summary>
    public long Id { get; set; }

    /// <summary>What the storefront may know it by.</summary>
    public string ActionId { get; set; } = "";

    /// <summary>As in <see cref="AssistedSession"/>.</summary>
    public string SessionId { get; set; } = "";

    /// <summary>1 for the session's first one, without gaps.</summary>
    public int Number { get; set; }

    /// <summary>When the storefront asked.</summary>
    public DateTime Utc { get; set; }

    /// <summary>What is changed.</summary>
    public AssistActionKind Kind { get; set; }

    /// <summary>In the storefront's words, such as <c>2 × Desk lamp</c>; at most 255 characters.</summary>
    public string Summary { get; set; } = "";

    /// <summary>What the storefront finds it by, such as <c>cart-17</c>; at most 64 characters.</summary>
    public string? Reference { get; set; }

    /// <summary>Why it was not allowed; <see langword="null"/> when it was.</summary>
    public AssistRefusal? Refusal { get; set; }

    /// <summary>From the session, as all that follows: the content item id of the customer.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>The id of the user who acts.</summary>
    public string AgentId { get; set; } = "";

    /// <summary>The user's name at that time.</summary>
    public string AgentName { get; set; } = "";

    /// <summary>The code of the site.</summary>
    public string Site { get; set; } = "";

    /// <summary>What the user may do there.</summary>
    public AssistMode Mode { get; set; }

    /// <summary>Why the user acts.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>What is changed at a storefront.</summary>
public enum AssistActionKind
{
    Cart,
    Order,
    Address,
    Profile,
    Password,
    Email,
    Consent,
    Payment,

    /// <summary>How the customer logs in: two-factor authentication, passkeys, linked log-ins; closing the account.</summary>
    Security,
}

/// <summary>Why a change is not allowed. Storefronts are told these names.</summary>
public enum AssistRefusal
{
    /// <summary>Nobody but the customer changes this.</summary>
    CustomerOnly,

    /// <summary>The session changes nothing.</summary>
    LookOnly,

    /// <summary>The session changes the cart alone.</summary>
    CartOnly,

    /// <summary>The customer is on hold: nobody orders.</summary>
    OnHold,

    /// <summary>The session has as many changes as one may have.</summary>
    TooManyActions,
}

/// <summary>Finds the actions of a session by their numbers, and those of a customer.</summary>
public sealed class AssistedActionIndex : MapIndex
{
    /// <summary>The session and the number, see <see cref="KeyOf"/>; unique in the database.</summary>
    public string Key { get; set; } = "";

    /// <summary>The content item id of the customer.</summary>
    public string CustomerId { get; set; } = "";

    public static string KeyOf(string sessionId, int number) => $"{sessionId}:{number}";
}

internal sealed class AssistedActionIndexProvider : IndexProvider<AssistedAction>
{
    public AssistedActionIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<AssistedAction> context) => context.For<AssistedActionIndex>().Map(action => new AssistedActionIndex
    {
        Key = AssistedActionIndex.KeyOf(action.SessionId, action.Number),
        CustomerId = action.CustomerId,
    });
}
