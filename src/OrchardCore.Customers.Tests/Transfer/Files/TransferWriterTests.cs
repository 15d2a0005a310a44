using System.Text;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

[Seed("V9")]
public sealed class TransferWriterTests
{
    [Fact]
    public async Task CsvIsWrittenAsTheStandardSays()
    {
        var text = await WriteCsvAsync(new CsvWriterOptions(';', HasByteOrderMark: false), ["a", "b;c"], ["1", null, "x"], ["q\"q", "new\nline", " blank "], ["007", "+49 30 1", "=1+1"]);

        Assert.Equal("a;\"b;c\"\r\n1;;x\r\n\"q\"\"q\";\"new\nline\";\" blank \"\r\n007;+49 30 1;'=1+1\r\n", text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CsvBeginsWithAByteOrderMarkIfSomebodyWantsIt(bool hasMark)
    {
        var text = await WriteCsvAsync(new CsvWriterOptions(HasByteOrderMark: hasMark), ["a"]);

        Assert.Equal(hasMark, text[0] == '\uFEFF');
    }

    [Fact]
    public async Task AnotherWriterGoesOnWithACsvFile()
    {
        using var file = new MemoryStream();

        await using (var first = new CsvTransferWriter(file, new CsvWriterOptions()))
        {
            await first.WriteHeaderAsync(["a", "b"]);
            await first.WriteAsync([["1", "2"]]);
        }

        await using (var second = new CsvTransferWriter(file, new CsvWriterOptions()))
        {
            await second.WriteAsync([["3", "4"]]);
            await second.CompleteAsync();
        }

        Assert.Equal("\uFEFFa,b\r\n1,2\r\n3,4\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task TenThousandTextsComeBackFromCsv(char delimiter)
    {
        var options = new CsvWriterOptions(delimiter, HasByteOrderMark: delimiter == ',');
        var rows = MakeUp(seed: delimiter, text => text.Replace("\0", "", StringComparison.Ordinal));
        using var file = new MemoryStream();
        await using var writer = new CsvTransferWriter(file, options);
        await writer.WriteHeaderAsync(["=a", "b", "c", "d"]);
        await writer.WriteAsync(rows);
        file.Position = 0;

        using var reader = await CsvFiles.OpenAsync(file, options.Format);
        var read = await CsvFiles.ReadAsync(reader);

        Assert.Equal(["=a", "b", "c", "d"], reader.Header.Names);
        Assert.All(read, row => Assert.Null(row.Problem));
        Assert.Equal(rows, read.Select(row => row.Cells.ToArray()));

        // What makes a workbook of it reads it faster, and the same.
        file.Position = 0;
        using var text = new StreamReader(file, Encoding.UTF8);
        var (records, lines, again) = (new CsvRecords(text, delimiter), new CsvLines(options), new List<string[]>());

        while (await records.ReadAsync() is { } record)
        {
            again.Add(lines.Read(record.Text.Span));
        }

        Assert.Equal(rows, again.Skip(1));
    }

    [Fact]
    public async Task TenThousandTextsComeBackFromAWorkbookAndNoneIsAFormula()
    {
        var rows = MakeUp(seed: 5, text => text);
        using var file = await WriteXlsxAsync(limits: null, ["=a", "b", "c", "d"], rows);
        using var book = new XlsxFile(file);

        Assert.Equal(0, book.Formulas);
        Assert.Equal("Customers", Assert.Single(book.Sheets).Name);
        Assert.Equal(["'=a", "b", "c", "d"], book.Rows(0).First());
        Assert.Equal(rows, book.Rows(0).Skip(1).Select(row => row.Select(SpreadsheetText.Unguard).ToArray()));
    }

    [Theory]
    [InlineData("007")]
    [InlineData("1e5")]
    [InlineData("2020-01-31")]
    [InlineData("\uD800x\uDC00")]
    [InlineData("a\r\nb")]
    [InlineData("_x005F_")]
    [InlineData("\uFFFE\uFFFF")]
    public async Task AWorkbookHoldsEveryTextAsItIs(string text)
    {
        using var file = await WriteXlsxAsync(limits: null, ["a"], [[text]]);
        using var book = new XlsxFile(file);

        Assert.Equal([text], book.Rows(0).Last());
    }

    [Fact]
    public async Task AFullSheetIsFollowedByAnotherOneWithTheHeader()
    {
        var rows = Enumerable.Range(1, 25).Select(number => new string?[] { $"{number}" }).ToArray();
        using var file = await WriteXlsxAsync(XlsxLimits.OfExcel with { Rows = 11 }, ["a"], rows);
        using var book = new XlsxFile(file);

        Assert.Equal(["Customers", "Customers 2", "Customers 3"], book.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([11, 11, 6], book.Sheets.Select((_, index) => book.Rows(index).Count()));
        Assert.All(book.Sheets.Select((_, index) => index), index => Assert.Equal(["a"], book.Rows(index).First()));
        Assert.Equal(rows.Select(row => row[0]), Enumerable.Range(0, 3).SelectMany(index => book.Rows(index).Skip(1)).Select(row => row[0]));
    }

    [Fact]
    public async Task ASheetIsFullTooWhenItIsLarge()
    {
        using var file = await WriteXlsxAsync(XlsxLimits.OfExcel with { Length = 5_000 }, ["a"], [.. Enumerable.Repeat(new string?[] { new('x', 1_000) }, 10)]);
        using var book = new XlsxFile(file);

        Assert.InRange(book.Sheets.Count, 2, 3);
    }

    [Fact]
    public async Task ATextLongerThanExcelTakesIsCutAndCounted()
    {
        using var file = new MemoryStream();
        await using var writer = new XlsxTransferWriter(file);
        await writer.WriteHeaderAsync(["a"]);
        await writer.WriteAsync([[new string('x', 32_767)], [new string('x', 32_766) + "\U0001F600"]]);
        await writer.CompleteAsync();
        using var book = new XlsxFile(file);

        Assert.Equal(1, writer.Cut);
        Assert.Equal([32_767, 32_766], book.Rows(0).Skip(1).Select(row => row[0].Length));
    }

    private static string[][] MakeUp(int seed, Func<string, string> change)
    {
        var random = new Random(seed);

        // What is blank altogether is no row.
        return [.. Enumerable.Range(0, 2_500).Select(number => new[] { "", "", "" }.Select(_ => change(NastyTexts.Next(random))).Append($"{number}").ToArray())];
    }

    private static async Task<string> WriteCsvAsync(CsvWriterOptions options, string[] header, params string?[][] rows)
    {
        using var file = new MemoryStream();
        await using var writer = new CsvTransferWriter(file, options);
        await writer.WriteHeaderAsync(header);
        await writer.WriteAsync(rows);
        await writer.CompleteAsync();

        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task<MemoryStream> WriteXlsxAsync(XlsxLimits? limits, string[] header, string?[][] rows)
    {
        var file = new MemoryStream();
        await using var writer = new XlsxTransferWriter(file, limits);
        await writer.WriteHeaderAsync(header);

        foreach (var batch in rows.Chunk(7))
        {
            await writer.WriteAsync(batch);
        }

        await writer.CompleteAsync();

        return file;
    }
}
