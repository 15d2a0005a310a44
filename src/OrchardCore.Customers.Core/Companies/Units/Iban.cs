namespace OrchardCore.Customers.Companies;

/// <summary>
/// Account numbers (ISO 13616). The lengths are those of the IBAN registry that SWIFT keeps for ISO, as of October 2025.
/// </summary>
internal static class Iban
{
    /// <summary>A country code, the length, and so on.</summary>
    private const string Lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 " +
        "GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 " +
        "NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static readonly Dictionary<string, int> LengthByCountry = Lengths.Split(' ').ToDictionary(entry => entry[..2], entry => int.Parse(entry[2..], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>How many characters an IBAN of the country has; <see langword="null"/> when the country has none.</summary>
    public static int? LengthIn(string country) => LengthByCountry.TryGetValue(country, out var length) ? length : null;

    /// <summary>Without spaces and in capitals, as it is kept; <see langword="null"/> when there is nothing.</summary>
    public static string? Clean(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character) && character != '-')).ToUpperInvariant();

        return text.Length == 0 ? null : text;
    }

    /// <summary>In groups of four, as it is read.</summary>
    public static string? Print(string? iban) => iban is null ? null : string.Join(' ', iban.Chunk(4).Select(group => new string(group)));

    /// <summary>Whether it has the form of an IBAN: two letters, two digits, then letters and digits, all of them ASCII.</summary>
    public static bool HasForm(string iban)
        => iban.Length is > 4 and <= 34 && char.IsAsciiLetterUpper(iban[0]) && char.IsAsciiLetterUpper(iban[1]) && char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
            && iban.AsSpan(4).IndexOfAnyExcept(LettersAndDigits) < 0;

    /// <summary>Whether its check digits fit (ISO 7064, modulo 97): its country and check digits, moved to the end, leave 1.</summary>
    public static bool HasCheckDigits(string iban)
    {
        var remainder = 0;

        foreach (var character in iban[4..] + iban[..4])
        {
            remainder = char.IsAsciiDigit(character) ? (remainder * 10 + character - '0') % 97 : (remainder * 100 + character - 'A' + 10) % 97;
        }

        return remainder == 1;
    }

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
