namespace OrchardCore.Customers.Transfer.Export;

/// <summary>What the page that asks posts.</summary>
public sealed class ExportForm
{
    public ExportWhich Which { get; set; }

    /// <summary>The content item ids that were ticked.</summary>
    public string[]? Ids { get; set; }

    /// <summary>The query string of the list.</summary>
    public string? List { get; set; }

    public ExportWhat Columns { get; set; }

    /// <summary>The names of the columns that are ticked.</summary>
    public string[]? Chosen { get; set; }

    public ExportFormat Format { get; set; }

    public char Delimiter { get; set; } = ',';

    public bool HasByteOrderMark { get; set; }

    /// <summary>Whether it is kept among the exports also when it is short.</summary>
    public bool Keep { get; set; }

    /// <summary>The id of the run to be; made by the page that asks, so that sending it twice starts one.</summary>
    public string? Job { get; set; }
}

/// <summary>Which customers are exported.</summary>
public enum ExportWhich
{
    /// <summary>All that the user may see.</summary>
    All,

    /// <summary>All that the list shows.</summary>
    Listed,

    /// <summary>Those that were ticked.</summary>
    Ticked,
}

/// <summary>Which columns the file has.</summary>
public enum ExportWhat
{
    /// <summary>Those of the list.</summary>
    Listed,

    /// <summary>All that the user may export.</summary>
    All,

    /// <summary>Those that are ticked.</summary>
    Chosen,
}
