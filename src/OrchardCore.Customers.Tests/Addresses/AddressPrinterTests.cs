using System.Globalization;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public sealed class AddressPrinterTests
{
    private static readonly CountryDirectory Countries = new();

    private readonly AddressPrinter _printer = new(Countries);

    public AddressPrinterTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("DE", "53225", "Bonn", null, "Ann Lee|Acme|Street 1|Floor 2|53225 Bonn|Germany")]
    [InlineData("AT", "1010", "Wien", null, "Acme|Ann Lee|Street 1|Floor 2|1010 Wien|Austria")]
    [InlineData("CH", "8001", "Zürich", null, "Acme|Ann Lee|Street 1|Floor 2|8001 Zürich|Switzerland")]
    [InlineData("FR", "33380", "Mios", null, "Acme|Ann Lee|Street 1|Floor 2|33380 MIOS|France")]
    [InlineData("GB", "EC1Y 8SY", "London", null, "Ann Lee|Acme|Street 1|Floor 2|LONDON|EC1Y 8SY|United Kingdom")]
    [InlineData("IE", "D02 AF30", "Dublin 2", "IE-D", "Ann Lee|Acme|Street 1|Floor 2|Dublin 2|Co. Dublin|D02 AF30|Ireland")]
    [InlineData("US", "10118-0110", "New York", "US-NY", "Ann Lee|Acme|Street 1|Floor 2|New York, NY 10118-0110|United States")]
    [InlineData("CA", "K1A 0B1", "Ottawa", "CA-ON", "Ann Lee|Acme|Street 1|Floor 2|Ottawa ON K1A 0B1|Canada")]
    [InlineData("NL", "1012 JS", "Amsterdam", null, "Acme|Ann Lee|Street 1|Floor 2|1012 JS Amsterdam|Netherlands")]
    [InlineData("IS", "101", "Reykjavík", null, "Ann Lee|Acme|Street 1|Floor 2|101 Reykjavík|Iceland")]
    [InlineData("JP", "100-0013", "Chiyoda-ku", "JP-13", "Ann Lee|Acme|Street 1|Floor 2|Chiyoda-ku, Tokyo 100-0013|Japan")]
    [InlineData("AE", null, "Al Ain", "AE-AZ", "Ann Lee|Acme|Street 1|Floor 2|Al Ain|Abu Dhabi|United Arab Emirates")]
    [InlineData("AE", null, "Dubai", "AE-DU", "Ann Lee|Acme|Street 1|Floor 2|Dubai|United Arab Emirates")]
    [InlineData("HK", null, "Kowloon", null, "Ann Lee|Acme|Street 1|Floor 2|Kowloon|Hong Kong SAR China")]
    [InlineData("BR", "40301-110", "Salvador", "BR-BA", "Ann Lee|Acme|Street 1|Floor 2|40301-110 Salvador|Bahia|Brazil")]
    [InlineData("DE", "53225", "Bonn", "DE-NW", "Ann Lee|Acme|Street 1|Floor 2|53225 Bonn|North Rhine-Westphalia|Germany")]
    [InlineData("ZZ", "1", "Nowhere", "X", "Ann Lee|Acme|Street 1|Floor 2|1 Nowhere|X|ZZ")]
    [Seed("S8", "E17")]
    public void AnAddressIsPrintedAsItsCountryWritesIt(string country, string? postalCode, string city, string? subdivision, string expected)
        => Assert.Equal(expected.Split('|'), _printer.Print(new PostalAddress
        {
            ContactName = "Ann Lee",
            Company = "Acme",
            Line1 = "Street 1",
            Line2 = "Floor 2",
            City = city,
            PostalCode = postalCode,
            Subdivision = subdivision,
            Country = country,
        }));

    [Fact]
    public void AJapaneseAddressInItsOwnScriptBeginsWithThePostalCode()
        => Assert.Equal(["〒100-0013", "東京都千代田区霞が関1-3-2", "株式会社さくら", "山田太郎", "Japan"], _printer.Print(new PostalAddress
        {
            ContactName = "山田太郎",
            Company = "株式会社さくら",
            Line1 = "霞が関1-3-2",
            City = "千代田区",
            Subdivision = "JP-13",
            PostalCode = "100-0013",
            Country = "JP",
        }));

    [Theory]
    [InlineData("US", null, "New York", "US-NY", "New York, NY|United States")]
    [InlineData("US", "10118", null, "US-NY", "NY 10118|United States")]
    [InlineData("US", "10118", "New York", null, "New York 10118|United States")]
    [InlineData("IE", null, null, null, "Ireland")]
    public void WhatIsMissingLeavesNoCommaBehind(string country, string? postalCode, string? city, string? subdivision, string expected)
        => Assert.Equal(expected.Split('|'), _printer.Print(new PostalAddress { Country = country, PostalCode = postalCode, City = city, Subdivision = subdivision }));

    [Theory]
    [InlineData("de", "Deutschland")]
    [InlineData("ja", "ドイツ")]
    [InlineData("nb-NO", "Tyskland")]
    [InlineData("mt", "Germany")]
    [Seed("T11")]
    public void TheCountryIsNamedInTheUsersLanguage(string language, string name)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal([name], _printer.Print(new PostalAddress { Country = "DE" }));
        Assert.Contains(new Country("DE", name), Countries.Countries);
    }

    [Fact]
    [Seed("T11", "T13")]
    public void EveryCountryOfTheWorldIsThere()
    {
        Assert.Equal(249, Countries.Countries.Count);
        Assert.Equal(57, Countries.SubdivisionsOf("US").Count);
        Assert.All(Countries.Countries, country => Assert.Matches("^[A-Z]{2}$", country.Code));
        Assert.All(Countries.Countries.SelectMany(country => Countries.SubdivisionsOf(country.Code)), subdivision => Assert.Matches("^[A-Z]{2}-[A-Z0-9]{1,3}$", subdivision.Code));
    }

    [Theory]
    [InlineData("US", "NY", "US-NY")]
    [InlineData("US", "us-ny", "US-NY")]
    [InlineData("US", "new york", "US-NY")]
    [InlineData("CA", "ON", "CA-ON")]
    [InlineData("JP", "Kyoto", "JP-26")]
    [InlineData("JP", "京都府", "JP-26")]
    [InlineData("US", "Atlantis", null)]
    [InlineData("CA", "US-NY", null)]
    [Seed("T12")]
    public void ASubdivisionIsUnderstoodHoweverItIsWritten(string country, string text, string? code) => Assert.Equal(code, Countries.ReadSubdivision(country, text));

    [Theory]
    [InlineData("US", "10118", "10118")]
    [InlineData("CA", "k1a0b1", "K1A 0B1")]
    [InlineData("GB", "ec1y8sy", "EC1Y 8SY")]
    [InlineData("NL", "1012js", "1012 JS")]
    [InlineData("IE", "d02af30", "D02 AF30")]
    [InlineData("JP", "１０００００１３", "１０００００１３")]
    [InlineData("JP", "１０００013", "100-0013")]
    [InlineData("JP", "〒100-0013", "100-0013")]
    [InlineData("FR", "33 380", "33380")]
    [InlineData("AE", "٠٠٠٠٠", "00000")]
    [InlineData("DE", "533", "533")]
    public void APostalCodeIsArrangedAsItsCountryWritesIt(string country, string typed, string kept)
    {
        var address = new PostalAddress { Country = country, PostalCode = typed };
        address.Normalize(Countries);

        Assert.Equal(kept.Normalize(System.Text.NormalizationForm.FormKC), address.PostalCode);
    }

    [Fact]
    public void EveryExampleOfAPostalCodeIsOne()
        => Assert.All(Countries.Countries.Select(country => Countries.FormatOf(country.Code)).Where(format => format.PostalExample is not null), format =>
            Assert.All(format.PostalExample!.Split(" or "), example =>
            {
                Assert.True(format.IsPostalCode(example), example);
                Assert.Equal(example, format.Arrange(example));
            }));
}
