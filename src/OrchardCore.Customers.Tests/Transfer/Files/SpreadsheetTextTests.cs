using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

[Seed("V9")]
public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)")]
    [InlineData("\t=1")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData("\0x")]
    [InlineData("  =1")]
    [InlineData("\u00A0\u200B=1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20SUM(1)")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("+49 A1")]
    [InlineData(" +49 30 1234")]
    [InlineData("-1-1")]
    public void WhatASpreadsheetWouldRunGetsAnApostrophe(string text)
    {
        Assert.Equal("'" + text, SpreadsheetText.Guard(text));
        Assert.Equal(text, SpreadsheetText.Unguard("'" + text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ann")]
    [InlineData("007")]
    [InlineData("+49 30 1234")]
    [InlineData("+1 (555) 123-45.67/8")]
    [InlineData("-12")]
    [InlineData("-12.50")]
    [InlineData("-1,234.50")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("'s-Hertogenbosch")]
    [InlineData("a=b")]
    [InlineData("ann@example.com")]
    [InlineData("   ")]
    public void OtherTextStaysAsItIs(string text)
    {
        Assert.Equal(text, SpreadsheetText.Guard(text));
        Assert.Equal(text, SpreadsheetText.Unguard(text));
    }

    [Theory]
    [InlineData("'=1", "''=1")]
    [InlineData("''=1", "'''=1")]
    [InlineData("'+49 30 1234", "''+49 30 1234")]
    public void TextThatIsAnApostropheBeforeAFormulaComesBack(string text, string guarded)
    {
        Assert.Equal(guarded, SpreadsheetText.Guard(text));
        Assert.Equal(text, SpreadsheetText.Unguard(guarded));
    }

    [Theory]
    [InlineData("'=1", "=1")]
    [InlineData("'+49 30 1234", "+49 30 1234")]
    [InlineData("'-5", "-5")]
    public void WhatAnotherProgramGuardedIsReadToo(string theirs, string text) => Assert.Equal(text, SpreadsheetText.Unguard(theirs));

    [Fact]
    public void EveryTextComesBackAndNoneLeavesAsAFormula()
    {
        var random = new Random(9);

        for (var round = 0; round < 200_000; round++)
        {
            var text = NastyTexts.Next(random);
            var guarded = SpreadsheetText.Guard(text);

            Assert.Equal(text, SpreadsheetText.Unguard(guarded));
            Assert.False(guarded.Length > 0 && guarded[0] is '=' or '@' or '\t' or '\r' or '\n' or '\0' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', guarded);
            Assert.True(guarded.Length == 0 || guarded[0] is not ('+' or '-') || guarded.All(character => char.IsAsciiDigit(character) || " ()+-./,".Contains(character, StringComparison.Ordinal)), guarded);
        }
    }
}

/// <summary>Texts that have given trouble to somebody.</summary>
internal static class NastyTexts
{
    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\0", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "'", "\"", "\"\"", ",", ";", "|", " ", "\u00A0", "\u200B",
        "0", "1", "9", "49", "(", ")", ".", "/", "a", "B", "\u00E9", "\u00DF", "\u4E2D", "\U0001F600", "_x0041_", "_x", "_", "&", "<", ">", "]]>", "&amp;", "\u0001", "\u001F", "\u007F", "\uFEFF", "\uFFFD",
        "=1+1", "sep=;", "Ann", "example.com", "</t>",
    ];

    public static string Next(Random random) => string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
