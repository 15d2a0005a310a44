using OrchardCore.Customers.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("  Åse\t  BJØRNSDÓTTIR ", "ase bjornsdottir")]
    [InlineData("Straße", "strasse")]
    [InlineData("Þórður Æsa Œuvre", "thordur aesa oeuvre")]
    [InlineData("Łódź", "lodz")]
    [InlineData("İSTANBUL ığdır", "istanbul igdir")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ", "full width")]
    [InlineData("O’Malley", "o'malley")]
    [InlineData("Ελένη", "ελενη")]
    [InlineData("Їжакевич Йосип", "іжакевич иосип")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("محمـــد", "محمد")]
    [InlineData("بن־דוד", "بن־דוד")]
    [InlineData("a\u200Eb\u202Ec", "abc")]
    public void CaseAccentsWidthAndSpacesAreFolded(string? text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Theory]
    [InlineData("कु", "क")]
    [InlineData("が", "か")]
    [InlineData("กี่", "กา")]
    public void VowelSignsThatCarryTheMeaningAreKept(string one, string other) => Assert.NotEqual(SearchText.Fold(one), SearchText.Fold(other));

    [Theory]
    [InlineData("50%")]
    [InlineData("under_score")]
    [InlineData("[a-z]")]
    [InlineData("C:\\x")]
    public void NoWildcardOfLikeIsLeft(string text)
    {
        Assert.DoesNotContain(SearchText.Fold(text), "%_[\\".Contains);
        Assert.NotEqual(SearchText.Fold(text), SearchText.Fold(text.Replace('%', 'x').Replace('_', 'x').Replace('[', 'x').Replace('\\', 'x')));
    }

    [Fact]
    public void FoldingTwiceChangesNothing()
    {
        foreach (var text in new[] { "Åse Bjørnsdóttir", "50% _[\\", "مُحَمَّد", "प्रिया", "ﬁ ﷺ Ǆ", "\uD800 lone" })
        {
            Assert.Equal(SearchText.Fold(text), SearchText.Fold(SearchText.Fold(text)));
        }
    }

    [Fact]
    public void KeysFitTheirColumnAndEndInAWholeCharacter()
    {
        var key = SearchText.FoldKey(string.Concat(Enumerable.Repeat("😀", 200)));

        Assert.InRange(key.Length, 250, SearchText.MaxLength);
        Assert.False(char.IsHighSurrogate(key[^1]));
    }

    [Theory]
    [InlineData("+49 (30) 23125-000", "493023125000")]
    [InlineData("٠١٢٣", "0123")]
    [InlineData(null, "")]
    public void DigitsOfAPhoneNumberAreAscii(string? phone, string digits) => Assert.Equal(digits, SearchText.Digits(phone));

    [Theory]
    [InlineData(" José@Example.COM ", "josé@example.com")]
    [InlineData(null, "")]
    public void EMailAddressesKeepTheirAccents(string? email, string folded) => Assert.Equal(folded, SearchText.FoldEmail(email));
}
