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
    private readonly Stream _target;
    private readonly XlsxLimits _limits;
    private readonly WaitingStream _waiting = new();
    private readonly ZipArchive _archive;
    private readonly StringBuilder _text = new();
    private IReadOnlyList<string> _header = [];
    private StreamWriter? _sheet;
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

            WriteRow(row, XlsxParts.TextStyle);
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
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        if (_sheet is not null)
        {
            await _sheet.FlushAsync(cancellationToken);
        }

        await _waiting.PassAsync(_target, cancellationToken);
    }

    private void WritePart(string name, string content)
    {
        using var writer = OpenPart(name);
        writer.Write(content);
    }

    private StreamWriter OpenPart(string name) => new(_archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private void BeginSheet()
    {
        _sheet = OpenPart(XlsxParts.Sheet(++_sheets));
        (_rows, _length) = (0, 0);
        _sheet.Write(XlsxParts.SheetBegin);

        if (_header.Count > 0)
        {
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<cols><col min=\"1\" max=\"{_header.Count}\" width=\"20\" style=\"{XlsxParts.TextStyle}\" customWidth=\"1\"/></cols>"));
        }

        _sheet.Write("<sheetData>");
        WriteRow(_header, XlsxParts.HeaderStyle);
    }

    private void EndSheet()
    {
        _sheet!.Write(XlsxParts.SheetEnd);
        _sheet.Dispose();
        _sheet = null;
    }

    private void WriteRow(IReadOnlyList<string?> row, int style)
    {
        _text.Clear().Append("<row>");

        foreach (var cell in row)
        {
            WriteCell(cell, style);
        }

        _text.Append("</row>");
        _sheet!.Write(_text);
        _rows++;
        _length += _text.Length;
    }

    private void WriteCell(string? text, int style)
    {
        if (string.IsNullOrEmpty(text))
        {
            _text.Append("<c/>");
            return;
        }

        var guarded = SpreadsheetText.Guard(text);
        Cut += guarded.Length > XlsxText.MaxLength ? 1 : 0;
        _text.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        XlsxText.Append(_text, XlsxText.Cut(guarded));
        _text.Append("</t></is></c>");
    }
}

/// <summary>When a sheet is full.</summary>
/// <param name="Rows">How many rows it has, the header among them.</param>
/// <param name="Length">How many characters of XML it has about; archives of this kind have parts of less than 4 GB.</param>
/// <param name="SheetName">What the sheets are called.</param>
internal sealed record XlsxLimits(int Rows, long Length, string SheetName = "Customers")
{
    public static readonly XlsxLimits OfExcel = new(1_048_576, 1_000_000_000);
}
