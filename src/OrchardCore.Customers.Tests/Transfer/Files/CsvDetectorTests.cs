using System.IO.Compression;
using System.Text;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

[Seed("T6")]
public sealed class CsvDetectorTests
{
    private const string Text = "Name;Ort;E-Mail\r\nJörg Müller;Köln;joerg@example.com\r\nÅse;Ålesund, Norge;ase@example.com\r\n";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16be", true)]
    [InlineData("utf-16be", false)]
    [InlineData("windows-1252", false)]
    public async Task TheEncodingIsUnderstoodWithAndWithoutAMark(string name, bool hasMark)
    {
        var encoding = CsvEncodings.Get(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        var found = await DetectAsync(bytes);

        Assert.Equal(new CsvFormat { Encoding = name, Delimiter = ';' }, found.Format);

        using var reader = await CsvFiles.OpenAsync(new MemoryStream(bytes), found.Format);
        Assert.Equal(["Name", "Ort", "E-Mail"], reader.Header.Names);
        Assert.Equal("1@2 Jörg Müller|Köln|joerg@example.com", CsvFiles.InShort((await reader.ReadAsync())!));
    }

    [Fact]
    public async Task PlainLettersAreUtf8() => Assert.Equal("utf-8", (await DetectAsync("a,b\n1,2\n"u8.ToArray())).Format!.Encoding);

    [Fact]
    public async Task ACharacterThatTheSampleCutsInTwoIsStillUtf8()
    {
        var text = Encoding.UTF8.GetBytes(new string('é', CsvDetector.SampleSize));

        Assert.Equal("utf-8", (await DetectAsync([(byte)'a', .. text])).Format!.Encoding);
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ';')]
    [InlineData("a\tb\n\"x,y\tz\"\tw\n", '\t')]
    [InlineData("a|b\nx, y|z; w\n", '|')]
    [InlineData("a;b\n\"1;2\";\"x,y\nz,w\"\n", ';')]
    [InlineData("Name\nAnn\nBob, the other\n", ',')]
    [InlineData("sep=;\na,b;c,d\n1,2;3,4\n", ';')]
    [InlineData("Name, first;Mail\nLee, Ann;a@x\nLee, Bob;b@x\nCher;c@x\n", ';')]
    public async Task TheDelimiterIsTheOneThatFits(string text, char delimiter) => Assert.Equal(delimiter, (await DetectAsync(Encoding.UTF8.GetBytes(text))).Format!.Delimiter);

    [Theory]
    [InlineData("Name,Mail\nAnn,ann@example.com\n", true)]
    [InlineData("Name,Mail\n", true)]
    [InlineData("sep=,\nName,Mail\nAnn,1\n", true)]
    [InlineData("Name,Name\nAnn,1\n", true)]
    [InlineData("Ann,ann@example.com\nBob,bob@example.com\n", false)]
    [InlineData("Ann,10115\nBob,80331\n", false)]
    [InlineData("Ann,Ann\nBob,Bob\n", false)]
    [InlineData("Ann,2020-01-31\nBob,2020-02-01\n", false)]
    public async Task WhetherTheFirstRowHasTheNamesIsSeen(string text, bool hasHeader) => Assert.Equal(hasHeader, (await DetectAsync(Encoding.UTF8.GetBytes(text))).Format!.HasHeader);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t\r\n")]
    [InlineData("\uFEFF\n\uFEFF\n")]
    public async Task AnEmptyFileIsRefused(string text) => Assert.Equal("The file is empty.", await RefuseAsync(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task AWorkbookIsRefusedAndToldHowToSaveIt()
    {
        using var file = new MemoryStream();
        await using (var writer = new XlsxTransferWriter(file))
        {
            await writer.WriteHeaderAsync(["Name"]);
            await writer.CompleteAsync();
        }

        Assert.Contains("Save As and the type CSV UTF-8", await RefuseAsync(file.ToArray()), StringComparison.Ordinal);
        Assert.Contains("Excel workbook", await RefuseAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArchiveIsRefused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("customers.csv");
        }

        Assert.Contains("compressed archive", await RefuseAsync(file.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "picture")]
    [InlineData("FFD8FFE000104A46", "picture")]
    [InlineData("474946383961", "picture")]
    [InlineData("255044462D312E37", "document")]
    [InlineData("1F8B0800", "compressed archive")]
    public async Task WhatSomethingElseIsInIsRefusedWhateverItsNameIs(string bytes, string said) => Assert.Contains(said, await RefuseAsync(Convert.FromHexString(bytes)), StringComparison.Ordinal);

    [Fact]
    public async Task AWebPageIsRefused() => Assert.Contains("web page", await RefuseAsync("\r\n<!DOCTYPE html><html>"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public async Task BinaryDataIsRefused()
    {
        var bytes = new byte[5_000];
        new Random(3).NextBytes(bytes);
        bytes[0] = (byte)'x';

        Assert.Contains("no text", await RefuseAsync(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASingleNulIsAMatterOfItsRow() => Assert.NotNull((await DetectAsync("Name,Mail\nA\0nn,ann@example.com\n"u8.ToArray())).Format);

    private static Task<CsvDetection> DetectAsync(byte[] bytes) => new CsvDetector(CsvFiles.Texts).DetectAsync(new SlowStream(bytes, 1_000));

    private static async Task<string> RefuseAsync(byte[] bytes)
    {
        var found = await DetectAsync(bytes);
        Assert.Null(found.Format);

        return found.Problem!;
    }
}
