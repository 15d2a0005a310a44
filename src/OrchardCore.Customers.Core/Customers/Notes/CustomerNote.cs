using YesSql.Indexes;

namespace OrchardCore.Customers.Notes;

/// <summary>
/// What somebody wrote about a customer for colleagues; a document in <see cref="CustomersConstants.Collection"/>. When
/// the customer is deleted, its notes go too.
/// </summary>
public sealed class CustomerNote
{
    /// <summary>The longest text, counted in UTF-16 code units with a line break as one, as in HTML.</summary>
    public const int MaxLength = 4000;

    /// <summary>Given by the session.</summary>
    public long Id { get; set; }

    /// <summary>The customer's content item id.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>Plain text with line breaks.</summary>
    public string Text { get; set; } = "";

    /// <summary>The id of the user who wrote it.</summary>
    public string? AuthorId { get; set; }

    /// <summary>What that user was called then.</summary>
    public string? AuthorName { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>When its text was last changed; <see langword="null"/> when it never was.</summary>
    public DateTime? ChangedUtc { get; set; }

    /// <summary>Whether it stands on the customer's overview too.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Counts the changes of the text, so that two who edit it at once are told.</summary>
    public int Revision { get; set; }
}

/// <summary>One row per note, for the notes of one customer.</summary>
public sealed class CustomerNoteIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string CustomerId { get; set; } = "";

    public bool IsPinned { get; set; }

    public DateTime CreatedUtc { get; set; }
}

internal sealed class CustomerNoteIndexProvider : IndexProvider<CustomerNote>
{
    public CustomerNoteIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CustomerNote> context)
        => context.For<CustomerNoteIndex>().Map(note => new CustomerNoteIndex { CustomerId = note.CustomerId, IsPinned = note.IsPinned, CreatedUtc = note.CreatedUtc });
}
