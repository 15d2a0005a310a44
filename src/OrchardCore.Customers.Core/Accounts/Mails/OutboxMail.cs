using YesSql.Indexes;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>
/// A mail that waits to be sent, written in the transaction of what it is about: both are kept, or neither is. What it says
/// is encrypted as long as it waits, and gone once it is sent.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>Given by the session.</summary>
    public long Id { get; set; }

    public CustomerMailKind Kind { get; set; }

    /// <summary>
    /// Whether it is no mail yet, but is written when its turn comes: somebody gave an address and wants a password, and who
    /// that is, is found out then; or it is one of many invitations, whose link is to work from the day it goes out.
    /// </summary>
    public bool IsRequest { get; set; }

    /// <summary>The content item id of the customer; empty when that is yet to be found out.</summary>
    public string CustomerId { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary>What it says, encrypted; <see langword="null"/> when it was sent or given up.</summary>
    public string? Body { get; set; }

    /// <summary>What links in the mail begin with, for a request.</summary>
    public string? Address { get; set; }

    /// <summary>Whether it is one of many, which go out at a certain rate.</summary>
    public bool IsBulk { get; set; }

    /// <summary>The id of the user who wanted it, for a request; <see langword="null"/> when it was no user.</summary>
    public string? AskedById { get; set; }

    /// <summary>The name of that user.</summary>
    public string? AskedBy { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>When it is of no use any more; <see langword="null"/> for never.</summary>
    public DateTime? ExpiresUtc { get; set; }

    /// <summary>When it is tried next; while somebody sends it, when others may take it over.</summary>
    public DateTime DueUtc { get; set; }

    public DateTime? SentUtc { get; set; }

    public OutboxMailState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Who sends it.</summary>
    public string? Sender { get; set; }

    /// <summary>Why it could not be sent the last time, as the mail server said it.</summary>
    public string? Problem { get; set; }
}

/// <summary>How far a mail is.</summary>
public enum OutboxMailState
{
    Waiting,
    Sending,
    Sent,

    /// <summary>It could not be sent, and is not tried any more.</summary>
    GivenUp,
}

/// <summary>Finds mails: those that are due, those of a customer, and how many went out of late.</summary>
public sealed class OutboxMailIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string CustomerId { get; set; } = "";

    public bool IsOpen { get; set; }

    public bool IsBulk { get; set; }

    public DateTime DueUtc { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary><see langword="default"/> when it was not.</summary>
    public DateTime SentUtc { get; set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; set; }
}

/// <summary>Maps the mails of the module's collection.</summary>
public sealed class OutboxMailIndexProvider : IndexProvider<OutboxMail>
{
    public OutboxMailIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<OutboxMail> context) => context.For<OutboxMailIndex>().Map(mail => new OutboxMailIndex
    {
        CustomerId = mail.CustomerId,
        IsOpen = mail.State is OutboxMailState.Waiting or OutboxMailState.Sending,
        IsBulk = mail.IsBulk,
        DueUtc = mail.DueUtc,
        CreatedUtc = mail.CreatedUtc,
        SentUtc = mail.SentUtc ?? default,
        Attempts = mail.Attempts,
    });
}
