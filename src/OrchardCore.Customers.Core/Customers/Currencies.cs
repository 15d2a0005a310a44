using System.Collections.Frozen;

namespace OrchardCore.Customers;

/// <summary>The currencies that are in use, from <c>currencies.txt</c>.</summary>
public static class Currencies
{
    private static readonly Lazy<IReadOnlyList<Currency>> Table = new(Read);

    private static readonly Lazy<FrozenDictionary<string, Currency>> ByCode = new(() => Table.Value.ToFrozenDictionary(currency => currency.Code, StringComparer.OrdinalIgnoreCase));

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<Currency> All => Table.Value;

    /// <summary>The currency with that code (ISO 4217), in whatever case; <see langword="null"/> when there is none.</summary>
    public static Currency? Find(string? code) => code is null ? null : ByCode.Value.GetValueOrDefault(code);

    private static IReadOnlyList<Currency> Read()
    {
        using var stream = typeof(Currencies).Assembly.GetManifestResourceStream("currencies.txt")!;
        using var reader = new StreamReader(stream);

        return [.. reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => new Currency(line[..3], line[4..]))];
    }
}

/// <param name="Code">Three letters (ISO 4217), e.g. <c>EUR</c>.</param>
/// <param name="Name">In English, e.g. <c>Euro</c>.</param>
public sealed record Currency(string Code, string Name);
