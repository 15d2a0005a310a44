using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Notes;

/// <summary>The page on which a note is written, or deleted.</summary>
public sealed class NoteFormModel
{
    public required ContentItem Customer { get; init; }

    /// <summary><see langword="null"/> for a new note.</summary>
    public long? NoteId { get; init; }

    /// <summary>The revision of the note that the user has seen.</summary>
    public int Revision { get; init; }

    public required string? Text { get; init; }

    /// <summary>What somebody else made of the note meanwhile; <see langword="null"/> when nobody did.</summary>
    public string? StoredText { get; init; }

    /// <summary>The notes on the customer.</summary>
    public required string LeaveUrl { get; init; }

    public required string? ReturnUrl { get; init; }

    public required KeptForm Kept { get; init; }
}
