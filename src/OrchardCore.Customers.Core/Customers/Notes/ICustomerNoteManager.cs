using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Notes;

/// <summary>
/// Keeps the notes on customers. It flushes what it saves and answers with a <see cref="Result"/>: the keys of its errors
/// are names of <see cref="CustomerNote"/> properties, or empty.
/// </summary>
public interface ICustomerNoteManager
{
    /// <summary>The note with that id, if it is one on this customer; else <see langword="null"/>.</summary>
    Task<CustomerNote?> FindAsync(string customerId, long id);

    /// <summary>The notes on a customer from a certain place on, the latest first.</summary>
    Task<IReadOnlyList<CustomerNote>> FindAsync(string customerId, int skip, int count);

    /// <summary>The notes on a customer that are pinned, the latest first.</summary>
    Task<IReadOnlyList<CustomerNote>> FindPinnedAsync(string customerId, int count);

    /// <summary>Adds a note in the name of the <see cref="CustomerActor"/>.</summary>
    Task<Result> AddAsync(ContentItem customer, string? text);

    /// <summary>
    /// Changes the text of a note, unless somebody else did since it had this revision. Then the key of the error is
    /// <see cref="CustomerNote.Revision"/>.
    /// </summary>
    Task<Result> ChangeAsync(CustomerNote note, string? text, int revision);

    /// <summary>Pins a note to the customer's overview, or takes it off.</summary>
    Task<Result> PinAsync(CustomerNote note, bool isPinned);

    /// <summary>Deletes a note; one that is gone already is deleted.</summary>
    Task<Result> DeleteAsync(CustomerNote note);
}
