using System.Text;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Transfer.Files;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

/// <summary>What tests do with CSV files that stand in no database.</summary>
internal static class CsvFiles
{
    public static readonly CsvTexts Texts = new(new PlainLocalizer<CsvTexts>());

    public static Task<CsvRowReader> OpenAsync(Stream stream, CsvFormat? format = null) => CsvRowReader.OpenAsync(stream, format ?? new CsvFormat(), Texts);

    public static Task<CsvRowReader> OpenAsync(string text, CsvFormat? format = null) => OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), format);

    public static async Task<IReadOnlyList<CsvRow>> ReadAsync(string text, CsvFormat? format = null)
    {
        using var reader = await OpenAsync(text, format);

        return await ReadAsync(reader);
    }

    public static async Task<IReadOnlyList<CsvRow>> ReadAsync(CsvRowReader reader)
    {
        var rows = new List<CsvRow>();

        while (await reader.ReadAsync() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Reads a file whose rows can be taken as they are.</summary>
    public static async Task<IReadOnlyList<string>> ReadGoodAsync(string text, CsvFormat? format = null)
        => [.. (await ReadAsync(text, format)).Select(row =>
        {
            Assert.Null(row.Problem);

            return string.Join('|', row.Cells);
        })];

    /// <summary>A row in short: its number, line, cells and problem.</summary>
    public static string InShort(CsvRow row) => $"{row.Number}@{row.Line} {string.Join('|', row.Cells)}{(row.Problem is null ? "" : " ! " + row.Problem)}";

    /// <summary>Texts as they are in English.</summary>
    private sealed class PlainLocalizer<T> : IStringLocalizer<T>
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}

/// <summary>Gives its bytes in small portions, as a slow network does.</summary>
internal sealed class SlowStream(byte[] bytes, int portion) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(buffer.Length, portion)], cancellationToken);
}

/// <summary>A stream without end of what somebody makes up; it is never held as a whole.</summary>
/// <param name="make">The next bytes, by the number of the portion; none at the end.</param>
internal sealed class MadeUpStream(Func<int, byte[]> make) : Stream
{
    private byte[] _portion = [];
    private int _offset;
    private int _number;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_offset == _portion.Length)
        {
            (_portion, _offset) = (make(_number++), 0);
        }

        var count = Math.Min(buffer.Length, _portion.Length - _offset);
        _portion.AsMemory(_offset, count).CopyTo(buffer);
        _offset += count;

        return ValueTask.FromResult(count);
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>What it costs in memory is seen only where nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
