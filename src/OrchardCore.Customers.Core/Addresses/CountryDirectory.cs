using System.Collections.Concurrent;
using System.Globalization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Addresses;

/// <summary>The countries of the world, their subdivisions, and how addresses look there.</summary>
public sealed class CountryDirectory
{
    private const string English = "en";

    /// <summary>What everybody writes instead of a code.</summary>
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal) { ["USA"] = "US", ["UK"] = "GB", ["UAE"] = "AE" };

    private readonly CountryData _data;
    private readonly AddressFormat _withoutPostalCode;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Country>> _countries = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>> _namesOfOneCountry;

    /// <summary>With the data that the module brings.</summary>
    public CountryDirectory()
        : this(CountryData.Read())
    {
    }

    internal CountryDirectory(CountryData data)
    {
        _data = data;
        _namesOfOneCountry = new(NamesOfOneCountry);
        var generic = data.Formats.Generic;
        _withoutPostalCode = generic with { Lines = [.. generic.Lines.Select(line => line.Replace("{PostalCode} ", "", StringComparison.Ordinal))] };
    }

    /// <summary>All countries, in the order of their names in the user's language.</summary>
    public IReadOnlyList<Country> Countries => _countries.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ =>
        [.. _data.Names[English].Keys.Select(code => new Country(code, NameOf(code))).OrderBy(country => country.Name, StringComparer.CurrentCulture)]);

    /// <summary>The subdivisions of a country, in the order of their names; none where there is no list.</summary>
    public IReadOnlyList<Subdivision> SubdivisionsOf(string? country)
        => country is not null && _data.Subdivisions.TryGetValue(country, out var subdivisions)
            ? [.. subdivisions.Select(pair => new Subdivision(pair.Key, pair.Value)).OrderBy(subdivision => subdivision.Name, StringComparer.CurrentCulture)]
            : [];

    public AddressFormat FormatOf(string? country)
        => country is not null && _data.Formats.Countries.TryGetValue(country, out var format) ? format
            : _data.Formats.WithoutPostalCode.Contains(country) ? _withoutPostalCode
            : _data.Formats.Generic;

    public bool IsCountry(string code) => _data.Names[English].ContainsKey(code);

    public bool IsSubdivision(string? country, string code)
        => country is not null && _data.Subdivisions.TryGetValue(country, out var subdivisions) && subdivisions.ContainsKey(code);

    /// <summary>The name of a country in the user's language; the code itself when there is no such country (any more).</summary>
    public string NameOf(string code) => Names(CultureInfo.CurrentUICulture).GetValueOrDefault(code) ?? _data.Names[English].GetValueOrDefault(code) ?? code;

    /// <summary>The name of a subdivision; what is no code of the country is a name already.</summary>
    public string NameOfSubdivision(string? country, string subdivision)
        => country is not null && _data.Subdivisions.TryGetValue(country, out var subdivisions) ? subdivisions.GetValueOrDefault(subdivision, subdivision) : subdivision;

    /// <summary>
    /// The code that a text means: the code itself, or the name in English, in the user's language or in any other that there is;
    /// <see langword="null"/> when it means none, or might mean several.
    /// </summary>
    public string? ReadCountry(string text)
    {
        var code = text.Trim().ToUpperInvariant();

        return IsCountry(code) ? code : Abbreviations.GetValueOrDefault(code) ?? Find(_data.Names[English], text) ?? Find(Names(CultureInfo.CurrentUICulture), text)
            ?? _namesOfOneCountry.Value.GetValueOrDefault(SearchText.Fold(text));
    }

    /// <summary>The subdivision that a text means: <c>NY</c>, <c>US-NY</c> or <c>New York</c>; <see langword="null"/> when it means none.</summary>
    public string? ReadSubdivision(string country, string text)
    {
        if (!_data.Subdivisions.TryGetValue(country, out var subdivisions))
        {
            return null;
        }

        var code = text.Trim().ToUpperInvariant();

        return subdivisions.ContainsKey(code) ? code
            : subdivisions.ContainsKey($"{country}-{code}") ? $"{country}-{code}"
            : Find(subdivisions, text) ?? Find(FormatOf(country).LocalSubdivisions, text);
    }

    /// <summary>What somebody may have meant who wrote a country that there is not, as <c>Germany (DE)</c>; at most three.</summary>
    internal IReadOnlyList<string> NearestCountries(string text)
        => [.. NearestTexts.Find(text, Countries, country => country.Code, country => country.Name, country => _data.Names[English][country.Code]).Select(country => $"{country.Name} ({country.Code})")];

    /// <summary>The same for the subdivisions of a country.</summary>
    internal IReadOnlyList<string> NearestSubdivisions(string country, string text)
        => [.. NearestTexts.Find(text, SubdivisionsOf(country), subdivision => subdivision.Code, subdivision => subdivision.Code[(country.Length + 1)..], subdivision => subdivision.Name).Select(subdivision => $"{subdivision.Name} ({subdivision.Code})")];

    private static string? Find(IReadOnlyDictionary<string, string> names, string text)
    {
        var folded = SearchText.Fold(text);
        var codes = names.Where(pair => SearchText.Fold(pair.Value) == folded).Select(pair => pair.Key).Take(2).ToList();

        return codes is [var code] ? code : null;
    }

    /// <summary>Codes by folded names of all languages, without names that are those of several countries.</summary>
    private Dictionary<string, string> NamesOfOneCountry()
        => _data.Names.Values
            .SelectMany(names => names)
            .Where(pair => IsCountry(pair.Key))
            .GroupBy(pair => SearchText.Fold(pair.Value), pair => pair.Key, StringComparer.Ordinal)
            .Where(codes => codes.Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(codes => codes.Key, codes => codes.First(), StringComparer.Ordinal);

    /// <summary>Both Norwegians are written alike here.</summary>
    private Dictionary<string, string> Names(CultureInfo culture)
        => _data.Names.GetValueOrDefault(culture.TwoLetterISOLanguageName is "nb" or "nn" ? "no" : culture.TwoLetterISOLanguageName) ?? _data.Names[English];
}

/// <param name="Code">ISO 3166-1 alpha-2.</param>
public sealed record Country(string Code, string Name);

/// <param name="Code">ISO 3166-2.</param>
public sealed record Subdivision(string Code, string Name);
