using System.Text;
using CsvHelper;
using OrchardCore.Customers.Transfer.Files;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

/// <summary>Files nobody would write, made up from a seed.</summary>
public sealed class CsvFuzzTests
{
    private static readonly string[] Pieces = ["\"", "\"", "\"\"", ",", ",", ";", "\n", "\n", "\r\n", "\r", " ", "a", "bc", "1", "=", "'", "\0", "\uFEFF", "\u00E9", "\U0001F600", "\uFFFD", "x,y,z\n", "\"q\",\"r\",\"s\"\n"];

    [Fact]
    public async Task AHundredThousandRowsRaiseNothing()
    {
        var rows = 0;

        for (var seed = 0; rows < 100_000; seed++)
        {
            var text = MakeUp(new Random(seed), 4_000);
            var bytes = Encoding.UTF8.GetBytes(text);
            var found = await new CsvDetector(CsvFiles.Texts).DetectAsync(new MemoryStream(bytes));
            var format = new CsvFormat { Encoding = found.Format?.Encoding ?? CsvFormat.Encodings[seed % 4], Delimiter = CsvFormat.Delimiters[seed % 4], HasHeader = seed % 2 == 0 };
            using var reader = await CsvFiles.OpenAsync(new MemoryStream(bytes), format);
            var read = await CsvFiles.ReadAsync(reader);
            rows += read.Count;

            Assert.Equal(Enumerable.Range(1, read.Count), read.Select(row => (int)row.Number));
            Assert.All(read.Zip(read.Skip(1)), pair => Assert.True(pair.First.Line < pair.Second.Line));
            Assert.All(read.Where(row => row.Problem is null), row => Assert.Equal(reader.Header.Names.Count, row.Cells.Count));
        }
    }

    [Fact]
    public async Task ArbitraryBytesRaiseNothing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var bytes = new byte[3_000];
            new Random(seed).NextBytes(bytes);

            foreach (var encoding in CsvFormat.Encodings)
            {
                using var reader = await CsvFiles.OpenAsync(new MemoryStream(bytes), new CsvFormat { Encoding = encoding });
                Assert.NotNull(await CsvSample.ReadAsync(reader));
            }
        }
    }

    /// <summary>What comes in one portion reads as what comes in many, and whoever skips goes on where the other is.</summary>
    [Fact]
    public async Task HowAFileArrivesMakesNoDifference()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var text = MakeUp(new Random(seed), 600);
            var bytes = Encoding.UTF8.GetBytes(text);
            var rows = (await CsvFiles.ReadAsync(text)).Select(CsvFiles.InShort).ToList();
            using var slow = await CsvFiles.OpenAsync(new SlowStream(bytes, 1 + (seed % 7)));
            var skipped = await slow.SkipAsync(rows.Count / 2);

            Assert.Equal(rows.Count / 2, skipped);
            Assert.Equal(rows.Skip(rows.Count / 2), (await CsvFiles.ReadAsync(slow)).Select(CsvFiles.InShort));
        }
    }

    /// <summary>Where no row has a problem, CsvHelper reads the whole file in the same way.</summary>
    [Fact]
    public async Task RowsAreDividedAsCsvHelperDividesThem()
    {
        var compared = 0;

        for (var seed = 0; seed < 20_000; seed++)
        {
            var text = MakeUp(new Random(seed), 12).Replace("\0", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal);
            var rows = await CsvFiles.ReadAsync("a,b,c,d\n" + text + "\n");

            if (rows.All(row => row.Problem is null))
            {
                compared += rows.Count;
                Assert.Equal(Expected(text + "\n"), rows.Select(row => string.Join('|', row.Cells).TrimEnd('|')));
            }
        }

        Assert.InRange(compared, 10_000, int.MaxValue);
    }

    /// <summary>Lines that open quotation marks again, whatever was open before.</summary>
    [Theory]
    [InlineData("a\",\"\n")]
    [InlineData("a\"b,\"\"\"x\n")]
    [InlineData("x,\"\n")]
    [InlineData("\"\n")]
    [InlineData("\"\"\n\"x\n")]
    public async Task LinesThatOpenQuotationMarksAgainAndAgainComeOnceEach(string line)
    {
        const int count = 100_000;
        var records = new CsvRecords(new StringReader(string.Concat(Enumerable.Repeat(line, count))), ',');
        var (last, characters) = (0L, 0L);

        while (await records.ReadAsync() is { } record)
        {
            Assert.True(record.Line > last);
            last = record.LastLine;
            characters += record.Text.Length;
        }

        Assert.InRange(characters, 1, line.Length * count);
        Assert.InRange(last, count - 1, 2 * count);
    }

    private static IEnumerable<string> Expected(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false });

        while (reader.Read())
        {
            var cells = reader.Current.ToArray().Select(SpreadsheetText.Unguard).ToList();

            if (!cells.All(string.IsNullOrWhiteSpace))
            {
                yield return string.Join('|', cells.Take(4)).TrimEnd('|');
            }
        }
    }

    private static string MakeUp(Random random, int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
