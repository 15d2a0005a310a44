using System.Text.Json.Nodes;
using YesSql.Indexes;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What one step of an import has to tell of its rows, saved in the transaction of the step.</summary>
public sealed class ImportLog
{
    public string JobId { get; set; } = "";

    public ImportLogKind Kind { get; set; }

    /// <summary>How many rows of this kind the run had told of before.</summary>
    public long First { get; set; }

    public List<ImportLogRow> Rows { get; set; } = [];
}

/// <summary>What a log is about.</summary>
public enum ImportLogKind
{
    /// <summary>Rows that the trial found to be wrong.</summary>
    TrialFailed,

    /// <summary>Rows that were not imported, with their cells, so that they can be corrected and imported again.</summary>
    Failed,

    /// <summary>Customers that were created or changed, with what they were before.</summary>
    Journal,

    /// <summary>Customers that could not be invited.</summary>
    NotInvited,

    /// <summary>Customers that the undo left as they are.</summary>
    NotUndone,
}

/// <summary>What there is to tell of one row.</summary>
public sealed class ImportLogRow
{
    /// <summary>The number of the row in the file, from 1, without the header.</summary>
    public long Row { get; set; }

    /// <summary>The line of the file it begins at.</summary>
    public long Line { get; set; }

    /// <summary>As they stood in the file, where the row was refused.</summary>
    public string[]? Cells { get; set; }

    /// <summary>What is wrong.</summary>
    public CustomerTransferError[] Errors { get; set; } = [];

    /// <summary>The content item id of the customer, where there is one.</summary>
    public string? CustomerId { get; set; }

    public ImportOutcome Outcome { get; set; }

    /// <summary>What was stored of a changed customer before, by the names of parts.</summary>
    public JsonObject? Before { get; set; }

    /// <summary>The <see cref="ImportJournal.Stamp"/> of what the import saved: who still has it was not changed since.</summary>
    public string? After { get; set; }
}

/// <summary>What becomes of a row.</summary>
public enum ImportOutcome
{
    Failed,
    Created,
    Updated,
    Unchanged,
    Skipped,
    Deleted,
}

/// <summary>Finds the page of a run's log that begins with a certain row.</summary>
public sealed class ImportLogIndex : MapIndex
{
    public string JobId { get; set; } = "";

    /// <summary>The name of an <see cref="ImportLogKind"/>.</summary>
    public string Kind { get; set; } = "";

    public long First { get; set; }

    public long Last { get; set; }
}

/// <summary>Maps the logs of the module's collection.</summary>
public sealed class ImportLogIndexProvider : IndexProvider<ImportLog>
{
    public ImportLogIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<ImportLog> context) => context.For<ImportLogIndex>().Map(log => new ImportLogIndex
    {
        JobId = log.JobId,
        Kind = log.Kind.ToString(),
        First = log.First,
        Last = log.First + log.Rows.Count - 1,
    });
}
