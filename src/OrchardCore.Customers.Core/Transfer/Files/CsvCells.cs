using System.Text;
using CsvHelper;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Takes rows apart by CsvHelper, which is given one row at a time: of itself it would look for the end of a quotation mark that
/// nobody closed until the file ends, or its buffer, and then give up.
/// </summary>
internal sealed class CsvCells(char delimiter)
{
    private readonly CsvReaderOptions _options = new() { Separator = delimiter, HasHeader = false };
    private byte[] _bytes = [];

    public string[] Read(CsvRecord record)
    {
        var size = Encoding.UTF8.GetMaxByteCount(record.Text.Length);

        if (_bytes.Length < size)
        {
            _bytes = new byte[size];
        }

        using var reader = CsvReader.Create(_bytes.AsMemory(0, Encoding.UTF8.GetBytes(record.Text.Span, _bytes)), _options);

        return reader.Read() ? reader.Current.ToArray() : [];
    }
}
