using System.Text;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

[Seed("T6")]
public sealed class CsvRowReaderTests
{
    [Fact]
    public async Task LinesMayEndInAnyWayAndEmptyOnesDoNotCount()
    {
        var rows = await CsvFiles.ReadAsync("a,b\r1,2\n3,4\r\n\r\n \n,\n\"5\r\n6\",7\r8,9");

        Assert.Equal(["1@2 1|2", "2@3 3|4", "3@7 5\r\n6|7", "4@9 8|9"], rows.Select(CsvFiles.InShort));
    }

    [Theory]
    [InlineData("\"a\"\"b\",c", "a\"b|c")]
    [InlineData("\"a,b\",\"c\"", "a,b|c")]
    [InlineData("5\" pipe,\"\"", "5\" pipe|")]
    [InlineData("say \"hi\",x", "say \"hi\"|x")]
    [InlineData("\"a\" ,b", "a |b")]
    [InlineData("\"\"\"\",'", "\"|'")]
    [InlineData("'=1+1,'s-Gravenhage", "=1+1|'s-Gravenhage")]
    [InlineData("007,+49 30 12", "007|+49 30 12")]
    public async Task CellsAreReadAsSpreadsheetsWriteThem(string row, string cells) => Assert.Equal([cells], await CsvFiles.ReadGoodAsync("a,b\n" + row + "\n"));

    [Fact]
    public async Task MissingCellsAreEmptyAndEmptyOnesTooManyAreLeftOut() => Assert.Equal(["1||", "1|2|3"], await CsvFiles.ReadGoodAsync("a,b,c\n1\n1,2,3,, ,\n"));

    [Fact]
    public async Task ACellTooManyIsAProblemOfItsRow()
    {
        var rows = await CsvFiles.ReadAsync("a,b\n1,2,3\n4,5\n");

        Assert.Contains("The row has 3 cells, and there are 2 columns.", rows[0].Problem, StringComparison.Ordinal);
        Assert.Equal(["1", "2", "3"], rows[0].Cells);
        Assert.Equal("2@3 4|5", CsvFiles.InShort(rows[1]));
    }

    [Theory]
    [InlineData("\"a\"b,c\n")]
    [InlineData("\"a\"b\"c,d\"\n")]
    [InlineData("x, \"a\"\n")]
    public async Task QuotationMarksThatDoNotMatchAreAProblemOfTheirRow(string row)
    {
        var rows = await CsvFiles.ReadAsync("a,b\n" + row + "1,2\n");

        Assert.Contains("quotation marks in line 2 don't match", rows[0].Problem, StringComparison.Ordinal);
        Assert.Equal("2@3 1|2", CsvFiles.InShort(rows[1]));
    }

    [Fact]
    public async Task AQuotationMarkThatNobodyClosesTakesOneLine()
    {
        var lines = Enumerable.Range(0, 5_000).Select(number => $"{number},x{number}");
        var rows = await CsvFiles.ReadAsync("a,b\n1,\"Ann\n" + string.Join('\n', lines) + "\n");

        Assert.Equal("1@2 1|Ann ! The quotation mark in line 2 is not closed. Close it, or write it twice if it is part of the text.", CsvFiles.InShort(rows[0]));
        Assert.Equal(5_001, rows.Count);
        Assert.All(rows.Skip(1), row => Assert.Null(row.Problem));
        Assert.Equal("5001@5002 4999|x4999", CsvFiles.InShort(rows[^1]));
    }

    [Fact]
    public async Task AQuotationMarkThatTheNextQuotedCellSeemsToCloseTakesOneLineToo()
    {
        var rows = await CsvFiles.ReadAsync("a,b\n1,\"Ann\n2,\"Bob, the other\"\n3,Cher\n");

        Assert.Contains("in line 2 is not closed", rows[0].Problem, StringComparison.Ordinal);
        Assert.Equal(["2@3 2|Bob, the other", "3@4 3|Cher"], rows.Skip(1).Select(CsvFiles.InShort));
    }

    [Fact]
    public async Task TheLineIsNamedInWhichTheQuotationMarkWasOpened()
    {
        var rows = await CsvFiles.ReadAsync("a,b,c\n1,\"two\nlines\",\"open\n4,5,6\n");

        Assert.Contains("in line 3 is not closed", rows[0].Problem, StringComparison.Ordinal);
        Assert.Equal("2@4 4|5|6", CsvFiles.InShort(rows[1]));
    }

    /// <summary>A stray quotation mark in a text of several lines makes rows of the lines; none of them is taken for a customer.</summary>
    [Fact]
    public async Task WhatIsLeftOfACellWithABadQuotationMarkIsNoRow()
    {
        var rows = await CsvFiles.ReadAsync("a,b,c\n1,\"a text\nof \"several\" lines\nand more\",3\n4,5,6\n7\n");

        Assert.Contains("in line 2 is not closed", rows[0].Problem, StringComparison.Ordinal);
        Assert.All(rows.Skip(1).SkipLast(2), row => Assert.Contains("perhaps it is no row", row.Problem, StringComparison.Ordinal));
        Assert.Equal(["4@5 4|5|6", "5@6 7||"], rows.TakeLast(2).Select(CsvFiles.InShort));
    }

    [Fact]
    public async Task AFileThatEndsWithinQuotationMarksSaysSo()
    {
        var rows = await CsvFiles.ReadAsync("a,b\n1,2\n3,\"fo");

        Assert.Null(rows[0].Problem);
        Assert.Contains("in line 3 is not closed", rows[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsCutShortInTheMiddleOfARowSaysSo()
    {
        var rows = await CsvFiles.ReadAsync("a,b,c\n1,2,3\n4,5");

        Assert.Contains("ends in the middle of this row", rows[1].Problem, StringComparison.Ordinal);
        Assert.Equal(["1|2|3", "4|5|"], await CsvFiles.ReadGoodAsync("a,b,c\n1,2,3\n4,5\n"));
    }

    [Fact]
    public async Task ACellOf10MegabytesIsAProblemOfItsRow()
    {
        var cell = new string('x', 10_000_000);
        var rows = await CsvFiles.ReadAsync($"a,b\n1,{cell}\n2,\"{cell}\"\n3,4\n5,{cell[..1_000_001]}\n6,{cell[..1_000_000]}\n7,\"{cell}\n8,9\n");

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], rows.Select(row => row.Number));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], rows.Select(row => row.Line));
        Assert.All([rows[0], rows[1], rows[5]], row => Assert.Contains("more than 4000000 characters", row.Problem, StringComparison.Ordinal));
        Assert.Contains("column 2 has 1000001 characters", rows[3].Problem, StringComparison.Ordinal);
        Assert.Equal(1_000, rows[3].Cells[1].Length);
        Assert.All([rows[2], rows[4], rows[6]], row => Assert.Null(row.Problem));
        Assert.Equal(["8", "9"], rows[6].Cells);
    }

    [Fact]
    public async Task MoreThan2000ColumnsAreAProblem()
    {
        var wide = string.Join(',', Enumerable.Range(0, 2_001));
        var rows = await CsvFiles.ReadAsync($"a,b\n{wide}\n1,2\n");

        Assert.Contains("2001 columns; 2000 are the most", rows[0].Problem, StringComparison.Ordinal);
        Assert.Equal(2_000, rows[0].Cells.Count);
        Assert.Null(rows[1].Problem);

        using var reader = await CsvFiles.OpenAsync(wide + "\n1,2\n");
        Assert.Contains("2001 columns", Assert.Single(reader.Header.Problems), StringComparison.Ordinal);
        Assert.Equal(2_000, reader.Header.Names.Count);
    }

    [Fact]
    public async Task ANulIsAProblemOfItsRow()
    {
        var rows = await CsvFiles.ReadAsync("a,b\n1,x\0y\n2,z\n");

        Assert.Contains("NUL", rows[0].Problem, StringComparison.Ordinal);
        Assert.Equal("x\uFFFDy", rows[0].Cells[1]);
        Assert.Equal("2@3 2|z", CsvFiles.InShort(rows[1]));
    }

    [Fact]
    public async Task BytesThatMeanNothingInTheEncodingAreAProblemOfTheirRow()
    {
        byte[] bytes = [.. "a,b\n1,M"u8, 0xFC, .. "ller\n2,\uFFFD\n"u8];
        using var reader = await CsvFiles.OpenAsync(new MemoryStream(bytes));
        var rows = await CsvFiles.ReadAsync(reader);

        Assert.Contains("Choose the encoding", rows[0].Problem, StringComparison.Ordinal);
        Assert.Null(rows[1].Problem);
    }

    [Fact]
    public async Task AByteOrderMarkInTheMiddleIsDropped() => Assert.Equal(["1|2", "3|4", "5|6"], await CsvFiles.ReadGoodAsync("\uFEFFa,b\n\uFEFF1,2\n\uFEFF\"3\",4\n\uFEFF\n5,6\n"));

    [Fact]
    public async Task NamesAreTrimmedAndTwoOfOneNameAreReported()
    {
        using var reader = await CsvFiles.OpenAsync("\n\uFEFF\" \uFEFFName \",, Mail,name\n1,2,3,4\n");

        Assert.Equal(["Name", "B", "Mail", "name"], reader.Header.Names);
        Assert.Equal("Columns 1 and 4 have the same name, name. Rename one of them.", Assert.Single(reader.Header.Problems));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n,,,\n")]
    public async Task AnEmptyFileHasNoColumnsAndNoRows(string text)
    {
        using var reader = await CsvFiles.OpenAsync(text);

        Assert.Empty(reader.Header.Names);
        Assert.Equal("The file is empty.", Assert.Single(reader.Header.Problems));
        Assert.Null(await reader.ReadAsync());
    }

    [Fact]
    public async Task AFileWithNothingButAHeaderHasNoRows()
    {
        using var reader = await CsvFiles.OpenAsync("Name,Mail");

        Assert.Equal(["Name", "Mail"], reader.Header.Names);
        Assert.Empty(reader.Header.Problems);
        Assert.Null(await reader.ReadAsync());
    }

    [Fact]
    public async Task WithoutAHeaderTheColumnsHaveLetters()
    {
        using var reader = await CsvFiles.OpenAsync(string.Join(',', Enumerable.Range(0, 28)) + "\n1,2\n", new CsvFormat { HasHeader = false });

        Assert.Equal(["A", "B", "Z", "AA", "AB"], new[] { 0, 1, 25, 26, 27 }.Select(index => reader.Header.Names[index]));
        Assert.Equal([1, 2], (await CsvFiles.ReadAsync(reader)).Select(row => row.Line));
    }

    [Fact]
    public async Task TheLineThatTellsExcelTheDelimiterIsNoHeader()
    {
        using var reader = await CsvFiles.OpenAsync("sep=;\r\na;b\r\n1;2\r\n", new CsvFormat { Delimiter = ';' });

        Assert.Equal(["a", "b"], reader.Header.Names);
        Assert.Equal("1@3 1|2", CsvFiles.InShort((await reader.ReadAsync())!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoeverSkipsRowsGoesOnWithTheNextOne(bool hasHeader)
    {
        const string text = "a,b\n1,2\n\n3,\"4\n5,6\n,\n\"7\n8\",9\n10,11,12\n13,14\n";
        var format = new CsvFormat { HasHeader = hasHeader };
        var rows = (await CsvFiles.ReadAsync(text, format)).Select(CsvFiles.InShort).ToList();

        for (var count = 0; count <= rows.Count; count++)
        {
            using var reader = await CsvFiles.OpenAsync(text, format);

            Assert.Equal(count, await reader.SkipAsync(count));
            Assert.Equal(rows.Skip(count), (await CsvFiles.ReadAsync(reader)).Select(CsvFiles.InShort));
            Assert.Equal(0, await reader.SkipAsync(1));
        }
    }

    [Fact]
    public async Task TheSampleHasTheFirstRowsAndTellsHowFullEachColumnIs()
    {
        var text = new StringBuilder("a,b,c\n");

        for (var row = 0; row < 12; row++)
        {
            text.Append(row).Append(',').Append(row % 3 == 0 ? "x" : " ").Append(",\n");
        }

        using var reader = await CsvFiles.OpenAsync(text.Append("1,2,3,4\n").ToString());
        var sample = await CsvSample.ReadAsync(reader);

        Assert.Equal((10, 13, 1, true), (sample.Rows.Count, sample.Read, sample.Problems, sample.IsWhole));
        Assert.Equal([13, 5, 1], sample.Filled);
    }

    [Fact]
    public async Task TheSampleEndsAfter10000Rows()
    {
        using var reader = await CsvFiles.OpenAsync("a\n" + string.Concat(Enumerable.Repeat("1\n", 10_001)));
        var sample = await CsvSample.ReadAsync(reader);

        Assert.Equal((10_000, false), (sample.Read, sample.IsWhole));
    }
}
