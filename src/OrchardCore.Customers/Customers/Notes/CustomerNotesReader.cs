using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Notes;

/// <summary>Reads the notes on a customer for its page, in the site's time.</summary>
public sealed class CustomerNotesReader(ICustomerNoteManager notes, ILocalClock localClock)
{
    /// <summary>More than these would hide what else the overview says.</summary>
    private const int MaxPinned = 5;

    public async Task<IReadOnlyList<NoteModel>> ReadPinnedAsync(string customerId)
        => await DrawAsync(await notes.FindPinnedAsync(customerId, MaxPinned), NoteRights.None);

    /// <summary>One page, the latest first.</summary>
    public async Task<(IReadOnlyList<NoteModel> Notes, bool HasOlder)> ReadAsync(string customerId, int page, int size, NoteRights rights)
    {
        // One more than the page has, to know whether there are older ones.
        var found = await notes.FindAsync(customerId, (page - 1) * size, size + 1);

        return (await DrawAsync(found.Take(size), rights), found.Count > size);
    }

    public async Task<NoteModel> DrawAsync(CustomerNote note, NoteRights rights) => new()
    {
        Id = note.Id,
        CustomerId = note.CustomerId,
        Text = note.Text,
        Author = note.AuthorName,
        Created = await localClock.ToSiteZoneAsync(note.CreatedUtc),
        Changed = note.ChangedUtc is { } changed ? await localClock.ToSiteZoneAsync(changed) : null,
        IsPinned = note.IsPinned,
        MayPin = rights.MayWrite,
        MayChange = rights.MayChange(note),
        MayDelete = rights.MayDelete(note),
    };

    private async Task<IReadOnlyList<NoteModel>> DrawAsync(IEnumerable<CustomerNote> found, NoteRights rights)
    {
        var drawn = new List<NoteModel>();

        foreach (var note in found)
        {
            drawn.Add(await DrawAsync(note, rights));
        }

        return drawn;
    }
}

/// <summary>What a user may do with the notes on a customer.</summary>
/// <param name="UserId">The user, whose own notes are.</param>
/// <param name="MayWrite">Whether the user may edit the customer.</param>
/// <param name="MayDeleteAny">Whether the user may delete the customer, with all the notes on it.</param>
public sealed record NoteRights(string? UserId, bool MayWrite, bool MayDeleteAny)
{
    public static readonly NoteRights None = new(null, false, false);

    public bool MayChange(CustomerNote note) => MayWrite && UserId is not null && note.AuthorId == UserId;

    public bool MayDelete(CustomerNote note) => MayChange(note) || (MayWrite && MayDeleteAny);
}

/// <summary>A note as it is drawn.</summary>
public sealed class NoteModel
{
    public required long Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Text { get; init; }

    public required string? Author { get; init; }

    /// <summary>In the site's zone.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>In the site's zone; <see langword="null"/> when it never was.</summary>
    public required DateTimeOffset? Changed { get; init; }

    public required bool IsPinned { get; init; }

    public required bool MayPin { get; init; }

    public required bool MayChange { get; init; }

    public required bool MayDelete { get; init; }
}
