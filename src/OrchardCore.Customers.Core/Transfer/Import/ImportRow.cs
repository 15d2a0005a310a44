using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>A row of the file, and what becomes of it.</summary>
internal sealed class ImportRow(CsvRow source)
{
    private readonly List<CustomerTransferError> _errors = [];

    public CsvRow Source { get; } = source;

    public RowCommand Command { get; set; }

    /// <summary>What stands in the columns that are imported, by the names of the columns; trimmed.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The saved customer it is for; <see langword="null"/> when there is none.</summary>
    public ContentItem? Match { get; set; }

    /// <summary>What is written into; <see langword="null"/> when nothing is.</summary>
    public CustomerTransferRow? Target { get; set; }

    /// <summary>What was stored of the customer.</summary>
    public JsonObject? Before { get; set; }

    public ImportOutcome Outcome { get; set; }

    /// <summary>Whether it was decided what becomes of it.</summary>
    public bool IsDecided { get; private set; }

    public IReadOnlyList<CustomerTransferError> Errors => [.. _errors, .. Target?.Errors ?? []];

    /// <summary>Whether a customer is not what it was, or is not there any more.</summary>
    public bool IsChange => Outcome is ImportOutcome.Created or ImportOutcome.Updated or ImportOutcome.Deleted;

    public bool IsRefused => _errors.Count > 0 || Target?.Errors.Count > 0;

    public string Value(string column) => Values.GetValueOrDefault(column, "");

    public void Decide(ImportOutcome outcome)
    {
        Outcome = outcome;
        IsDecided = true;
    }

    public void Fail(string? column, string message)
    {
        _errors.Add(new CustomerTransferError(column, message));
        Decide(ImportOutcome.Failed);
    }
}
