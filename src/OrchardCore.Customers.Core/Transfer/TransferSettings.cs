namespace OrchardCore.Customers.Transfer;

/// <summary>The site's limits for imports and exports, edited under <c>/Admin/Settings/customers-transfer</c>.</summary>
public sealed class TransferSettings
{
    internal const int MostFileMegabytes = 10_000;

    internal const int MostRows = 50_000_000;

    internal const int MostDays = 365;

    /// <summary>How large a file to import may be, in MiB; 1 to 10,000.</summary>
    public int MaxFileMegabytes { get; set; } = 500;

    /// <summary>How many rows a file to import may have; 1 to 50,000,000.</summary>
    public int MaxRows { get; set; } = 2_000_000;

    /// <summary>For how many days an import can be undone, and its file and failed rows are kept; 1 to 365.</summary>
    public int JournalDays { get; set; } = 30;

    /// <summary>For how many days an export can be downloaded; 1 to 365.</summary>
    public int ExportDays { get; set; } = 7;
}
