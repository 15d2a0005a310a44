using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Writes a workbook as Excel and LibreOffice read it. Every cell is text, so nothing in it is run or computed and no leading
/// zero is lost. It is written as it comes and never held as a whole. Where a sheet is full, another one follows, with the
/// header. Nobody can go on with a workbook that was begun; so a long export stands in a CSV file until all rows are there, and
/// becomes a workbook in one go (<see cref="TransferFileConverter"/>).
/// </summary>
internal sealed class XlsxTransferWriter : ITransferWriter
{
    /// <summary>How many bytes of XML are compressed at a time.</summary>
    private const int Portion = 32 * 1024;

    /// <summary>How cells begin.</summary>
    private static readonly byte[] TextCell = Cell(XlsxParts.TextStyle);

    private static readonly byte[] HeaderCell = Cell(XlsxParts.HeaderStyle);

    private readonly Stream _target;
    private readonly XlsxLimits _limits;
    private readonly WaitingStream _waiting = new();
    private readonly ZipArchive _archive;
    private readonly WaitingStream _xml = new();
    private IReadOnlyList<string> _header = [];
    private Stream? _sheet;
    private int _sheets;
    private int _rows;
    private long _length;

    /// <param name="target">Where the file goes; it stays open.</param>
    public XlsxTransferWriter(Stream target, XlsxLimits? limits = null)
    {
        _target = target;
        _limits = limits ?? XlsxLimits.OfExcel;
        _archive = new ZipArchive(_waiting, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>How many cells had more text than Excel takes, and were cut.</summary>
    public int Cut { get; private set; }

    public async Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        WritePart("_rels/.rels", XlsxParts.Relationships);
        _header = names;
        BeginSheet();
        await PassAsync(cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyList<string?[]> rows, CancellationToken cancellationToken = default)
    {
        foreach (var row in rows)
        {
            if (_rows >= _limits.Rows || _length >= _limits.Length)
            {
                EndSheet();
                BeginSheet();
            }

            WriteRow(row, TextCell);
        }

        await PassAsync(cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        EndSheet();
        WritePart("xl/workbook.xml", XlsxParts.Workbook(_limits.SheetName, _sheets));
        WritePart("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelationships(_sheets));
        WritePart("xl/styles.xml", XlsxParts.Styles);
        WritePart("[Content_Types].xml", XlsxParts.ContentTypes(_sheets));
        _archive.Dispose();
        await PassAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sheet is not null)
        {
            await _sheet.DisposeAsync();
        }

        _archive.Dispose();
        await _waiting.DisposeAsync();
        await _xml.DisposeAsync();
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        if (_sheet is not null)
        {
            _xml.Pass(_sheet);
            await _sheet.FlushAsync(cancellationToken);
        }

        await _waiting.PassAsync(_target, cancellationToken);
    }

    private void WritePart(string name, string content)
    {
        using var part = OpenPart(name);
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private Stream OpenPart(string name) => _archive.CreateEntry(name, CompressionLevel.Fastest).Open();

    private void BeginSheet()
    {
        _sheet = OpenPart(XlsxParts.Sheet(++_sheets));
        (_rows, _length) = (0, 0);
        _xml.Write(XlsxParts.SheetBegin);

        if (_header.Count > 0)
        {
            _xml.Write(string.Create(CultureInfo.InvariantCulture, $"<cols><col min=\"1\" max=\"{_header.Count}\" width=\"20\" style=\"{XlsxParts.TextStyle}\" customWidth=\"1\"/></cols>"));
        }

        _xml.Write("<sheetData>"u8);
        WriteRow(_header, HeaderCell);
    }

    private void EndSheet()
    {
        _xml.Write(XlsxParts.SheetEnd);
        _xml.Pass(_sheet!);
        _sheet!.Dispose();
        _sheet = null;
    }

    private void WriteRow(IReadOnlyList<string?> row, byte[] cell)
    {
        var before = _xml.Length;
        _xml.Write("<row>"u8);

        for (var column = 0; column < row.Count; column++)
        {
            WriteCell(row[column], cell);
        }

        _xml.Write("</row>"u8);
        _rows++;
        _length += _xml.Length - before;

        if (_xml.Length >= Portion)
        {
            _xml.Pass(_sheet!);
        }
    }

    private void WriteCell(string? text, byte[] cell)
    {
        if (string.IsNullOrEmpty(text))
        {
            _xml.Write("<c/>"u8);
            return;
        }

        var guarded = SpreadsheetText.Guard(text);
        Cut += guarded.Length > XlsxText.MaxLength ? 1 : 0;
        _xml.Write(cell);
        _xml.Write(char.IsWhiteSpace(guarded[0]) || char.IsWhiteSpace(guarded[^1]) ? " xml:space=\"preserve\">"u8 : ">"u8);
        XlsxText.Append(_xml, XlsxText.Cut(guarded));
        _xml.Write("</t></is></c>"u8);
    }

    private static byte[] Cell(int style) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<c s=\"{style}\" t=\"inlineStr\"><is><t"));
}

/// <summary>When a sheet is full.</summary>
/// <param name="Rows">How many rows it has, the header among them.</param>
/// <param name="Length">How many bytes of XML it has about; archives of this kind have parts of less than 4 GB.</param>
/// <param name="SheetName">What the sheets are called.</param>
internal sealed record XlsxLimits(int Rows, long Length, string SheetName = "Customers")
{
    public static readonly XlsxLimits OfExcel = new(1_048_576, 1_000_000_000);
}
