using System.Text.Json.Serialization;
using OrchardCore.Customers.Sites;
using YesSql.Indexes;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// A user acts for a customer at a storefront. A document in <see cref="CustomersConstants.Collection"/>, made when the user
/// asks for it, with a code that the storefront exchanges; of the code only a hash is kept.
/// </summary>
public sealed class AssistedSession
{
    /// <summary>The longest reason.</summary>
    public const int MaxReason = 500;

    /// <summary>How long the storefront has to exchange the code.</summary>
    public static readonly TimeSpan CodeTime = TimeSpan.FromSeconds(60);

    /// <summary>Given by the session of the database.</summary>
    public long Id { get; set; }

    /// <summary>What the storefront knows it by; never changed.</summary>
    public string SessionId { get; set; } = "";

    /// <summary>The content item id of the customer.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>The id of the user who acts.</summary>
    public string AgentId { get; set; } = "";

    /// <summary>The user's name at that time.</summary>
    public string AgentName { get; set; } = "";

    /// <summary>The code of the site.</summary>
    public string Site { get; set; } = "";

    /// <summary>Where the storefront is that may exchange the code, e.g. <c>https://shop.example.com</c>.</summary>
    public string Origin { get; set; } = "";

    /// <summary>What the user may do there.</summary>
    public AssistMode Mode { get; set; }

    /// <summary>Why, in the user's words; at most 500 characters.</summary>
    public string Reason { get; set; } = "";

    /// <summary>SHA-256 of the code, in hexadecimal digits.</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>When the user asked for it.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>From when on the code is of no use.</summary>
    public DateTime CodeExpiresUtc { get; set; }

    /// <summary>When the code was exchanged; <see langword="null"/> while it was not.</summary>
    public DateTime? StartedUtc { get; set; }

    /// <summary>When the session ends by itself; <see langword="null"/> while the code was not exchanged.</summary>
    public DateTime? ExpiresUtc { get; set; }

    /// <summary>When it was ended before its time.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>The name of the user of the admin who revoked it.</summary>
    public string? EndedBy { get; set; }

    /// <summary>How much was asked to be changed in it, what was refused included; see <see cref="AssistedAction"/>.</summary>
    public int Actions { get; set; }

    /// <summary>How much of that was refused.</summary>
    public int RefusedActions { get; set; }

    /// <summary>Whether the customer is mailed afterwards, as the site had it when the code was exchanged.</summary>
    public bool MailsCustomer { get; set; }

    /// <summary>When, after it was over, the mail to the customer was seen to; <see langword="null"/> while it was not.</summary>
    public DateTime? SettledUtc { get; set; }

    /// <summary>Whether that mail was queued.</summary>
    public bool IsMailed { get; set; }

    /// <summary>What became of it, apart from what passes with time.</summary>
    public AssistedSessionState State { get; set; }

    /// <summary>Whether the code can still be exchanged.</summary>
    public bool IsOpen(DateTime utcNow) => State == AssistedSessionState.Open && utcNow < CodeExpiresUtc;

    /// <summary>Whether the user acts for the customer now. What was settled is over, also on a node whose clock is late.</summary>
    public bool IsRunning(DateTime utcNow) => State == AssistedSessionState.Running && SettledUtc is null && utcNow < ExpiresUtc;

    /// <summary>From when on it is over, if nobody ends it before.</summary>
    [JsonIgnore]
    public DateTime OverUtc => EndedUtc ?? ExpiresUtc ?? CodeExpiresUtc;

    /// <summary>Whether it began, and the mail to the customer is still to be seen to once it is over.</summary>
    [JsonIgnore]
    public bool IsUnsettled => StartedUtc is not null && SettledUtc is null;
}

/// <summary>What became of a session.</summary>
public enum AssistedSessionState
{
    /// <summary>The code was given and not exchanged yet, or never.</summary>
    Open,

    /// <summary>The code was exchanged; the session lasts until its time is over.</summary>
    Running,

    /// <summary>Ended at the storefront.</summary>
    Ended,

    /// <summary>Taken back in the admin.</summary>
    Revoked,

    /// <summary>The code was shown once more: somebody else has it.</summary>
    Replayed,

    /// <summary>Something it takes was no longer there: the permission, the customer's account, the site.</summary>
    Withdrawn,
}

/// <summary>Finds sessions: by their id, by their code, those of a customer, those of a site, and those that are over and unsettled.</summary>
public sealed class AssistedSessionIndex : MapIndex
{
    /// <summary>As in the session; unique in the database.</summary>
    public string SessionId { get; set; } = "";

    /// <summary>Unique in the database.</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>The content item id of the customer.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>When the user asked for it.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>The code of the site.</summary>
    public string Site { get; set; } = "";

    /// <summary>As in the session.</summary>
    public bool IsUnsettled { get; set; }

    /// <summary>As in the session.</summary>
    public DateTime OverUtc { get; set; }
}

internal sealed class AssistedSessionIndexProvider : IndexProvider<AssistedSession>
{
    public AssistedSessionIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<AssistedSession> context) => context.For<AssistedSessionIndex>().Map(session => new AssistedSessionIndex
    {
        SessionId = session.SessionId,
        CodeHash = session.CodeHash,
        CustomerId = session.CustomerId,
        CreatedUtc = session.CreatedUtc,
        Site = session.Site,
        IsUnsettled = session.IsUnsettled,
        OverUtc = session.OverUtc,
    });
}
