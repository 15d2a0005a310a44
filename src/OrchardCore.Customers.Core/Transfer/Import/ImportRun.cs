using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>
/// An import of a file, from the moment it was uploaded until its undo: what was understood of the file, what is wanted, and
/// how far it is.
/// </summary>
public sealed class ImportRun : Job
{
    /// <summary>The id of the file in the store; <see langword="null"/> when it was deleted.</summary>
    public string? FileId { get; set; }

    /// <summary>What the file was called where it came from.</summary>
    public string FileName { get; set; } = "";

    /// <summary>How long the file is, in bytes.</summary>
    public long FileLength { get; set; }

    public CsvFormat Format { get; set; } = new();

    /// <summary>The names of the file's columns, in their order; as many as its first row has.</summary>
    public string[] Headings { get; set; } = [];

    /// <summary>For each column of the file the name of an <see cref="ICustomerTransferColumn"/>; <see langword="null"/> for those that are not imported.</summary>
    public string?[] Columns { get; set; } = [];

    public ImportOptions Options { get; set; } = new();

    /// <summary>The language of who asked, for messages and for what countries are called.</summary>
    public string Culture { get; set; } = "";

    public ImportPhase Phase { get; set; }

    /// <summary>How many rows of the file, or of the journal, this phase has gone past.</summary>
    public long Position { get; set; }

    /// <summary>How many bytes of the file this phase has read.</summary>
    public long BytesRead { get; set; }

    /// <summary>How many rows the file has; <see langword="null"/> as long as it was not read to its end.</summary>
    public long? Rows { get; set; }

    /// <summary>What the trial found.</summary>
    public ImportCounts Trial { get; set; } = new();

    /// <summary>What the import did.</summary>
    public ImportCounts Result { get; set; } = new();

    /// <summary>How many created customers were invited, and what could not be.</summary>
    public ImportFollowUp Invited { get; set; } = new();

    /// <summary>How many customers the undo brought back to what they were, and how many it left.</summary>
    public ImportFollowUp Undone { get; set; } = new();

    /// <summary>When this phase was begun.</summary>
    public DateTime? PhaseStartedUtc { get; set; }

    /// <summary>When the import was done or ended.</summary>
    public DateTime? ImportedUtc { get; set; }

    /// <summary>Until when it can be undone; <see langword="null"/> when the journal is gone, or there was nothing to undo.</summary>
    public DateTime? UndoUntilUtc { get; set; }

    /// <summary>Whether it can still be said what is wanted of it, and then begun.</summary>
    internal bool MayBePlanned() => FileId is not null && !IsOpen() && (Phase == ImportPhase.Trial || (Phase == ImportPhase.Setup && State != JobState.Cancelled));

    /// <summary>Whether it can be undone at that moment.</summary>
    internal bool MayBeUndone(DateTime utc)
        => !IsOpen() && State != JobState.Paused && Phase is ImportPhase.Import or ImportPhase.Invite && UndoUntilUtc > utc && Result.Created + Result.Updated > 0;

    /// <summary>What the file calls a column, for who corrects it; the name of the column itself when the file has none such.</summary>
    internal string HeadingOf(string column) => Array.IndexOf(Columns, column) is var index and >= 0 && index < Headings.Length ? Headings[index] : column;

    /// <summary>The counts of the phase that reads the file.</summary>
    public ImportCounts Counts() => Phase == ImportPhase.Trial ? Trial : Result;
}

/// <summary>What is done at the moment, or was done last; <see cref="Job.State"/> says how far that is.</summary>
public enum ImportPhase
{
    /// <summary>Somebody says what the columns mean and how it is to be done.</summary>
    Setup,

    /// <summary>The file is read as for the import, and nothing is saved.</summary>
    Trial,

    Import,

    /// <summary>Created customers are invited.</summary>
    Invite,

    Undo,
}

/// <summary>What became of the rows of a file.</summary>
public sealed class ImportCounts
{
    public long Read { get; set; }

    public long Created { get; set; }

    public long Updated { get; set; }

    /// <summary>Those whose customer says already what the row says.</summary>
    public long Unchanged { get; set; }

    /// <summary>Those that were not wanted: duplicates that are skipped, and rows that say so.</summary>
    public long Skipped { get; set; }

    public long Deleted { get; set; }

    public long Failed { get; set; }
}

/// <summary>What became of customers that an import had created or changed.</summary>
public sealed class ImportFollowUp
{
    public long Done { get; set; }

    /// <summary>Those that were left as they are, see <see cref="ImportLogKind"/>.</summary>
    public long Left { get; set; }
}
