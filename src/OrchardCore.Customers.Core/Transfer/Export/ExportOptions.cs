using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Which customers are to be exported, what of them, and into which kind of file.</summary>
public sealed class ExportOptions
{
    public CustomerSelection Selection { get; set; } = new();

    /// <summary>The names of <see cref="ICustomerTransferColumn"/>s in the order of the file. The customer number comes with every file.</summary>
    public string[] Columns { get; set; } = [];

    public ExportFormat Format { get; set; }

    /// <summary>What stands between the cells of a CSV file, one of <see cref="CsvFormat.Delimiters"/>.</summary>
    public char Delimiter { get; set; } = ',';

    /// <summary>Whether a CSV file begins with the mark by which Excel knows UTF-8.</summary>
    public bool HasByteOrderMark { get; set; } = true;

    /// <summary>How the rows are written as CSV; those of a workbook wait in such a file until all of them are there.</summary>
    internal CsvWriterOptions Csv() => Format == ExportFormat.Csv ? new(Delimiter, HasByteOrderMark) : new(HasByteOrderMark: false);
}

/// <summary>A kind of file that customers are exported into.</summary>
public enum ExportFormat
{
    Csv,
    Excel,
}

/// <summary>How many customers are exported while the user waits. A host that wants another number configures these options.</summary>
public sealed class ExportLimits
{
    /// <summary>So many customers are sent as the answer itself; more are exported in the background.</summary>
    public int AtOnce { get; set; } = 2_000;
}
