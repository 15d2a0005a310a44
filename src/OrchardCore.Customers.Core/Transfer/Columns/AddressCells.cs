using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Transfer;

/// <summary>Writes the cells of one address into it, country and state by their codes.</summary>
internal sealed class AddressCells(CountryDirectory countries, TransferTexts texts, IStringLocalizer<AddressCells> S)
{
    /// <summary>Writes what differs.</summary>
    /// <param name="cells">By the names of <see cref="PostalAddress"/> properties.</param>
    /// <param name="address">A copy of what is stored, or a new one.</param>
    /// <returns>Whether it says something else now.</returns>
    public bool Write(IReadOnlyDictionary<string, CustomerTransferCell> cells, PostalAddress address)
    {
        var changed = cells.Where(pair => pair.Value.Text != (AddressFields.Find(pair.Key).Read(address)?.Trim() ?? "")).ToDictionary(StringComparer.Ordinal);

        if (changed.Count == 0)
        {
            return false;
        }

        var former = new PostalAddress();
        address.CopyTo(former);

        foreach (var (field, cell) in changed)
        {
            AddressFields.Find(field).Write(address, Value(field, cell.Text));
        }

        ReadCountry(changed.GetValueOrDefault(nameof(PostalAddress.Country)), address);

        if (changed.GetValueOrDefault(nameof(PostalAddress.Subdivision)) is { } state && address.Country is not null)
        {
            ReadSubdivision(state, address);
        }

        address.Normalize(countries);

        return !address.Says(former);
    }

    private static string? Value(string field, string text)
        => text.Length == 0 ? null
            : field is nameof(PostalAddress.Phone) or nameof(PostalAddress.PostalCode) ? TransferTexts.WithoutApostrophe(text)
            : text;

    private void ReadCountry(CustomerTransferCell? cell, PostalAddress address)
    {
        if (cell is null || cell.Text.Length == 0)
        {
            return;
        }

        address.Country = countries.ReadCountry(cell.Text);

        if (address.Country is null)
        {
            cell.Fail(texts.Suggest(S["There is no country “{0}”.", cell.Text], countries.NearestCountries(cell.Text), S["Write its code, such as DE, or its name."]));
        }
    }

    /// <summary>Where there is no list, any text is one.</summary>
    private void ReadSubdivision(CustomerTransferCell cell, PostalAddress address)
    {
        var country = address.Country!;

        if (cell.Text.Length == 0 || countries.SubdivisionsOf(country) is not { Count: > 0 } subdivisions)
        {
            return;
        }

        if (countries.ReadSubdivision(country, cell.Text) is { } code)
        {
            address.Subdivision = code;
        }
        else
        {
            cell.Fail(texts.Suggest(
                S["“{0}” is not in the list of {1}.", cell.Text, countries.NameOf(country)],
                countries.NearestSubdivisions(country, cell.Text),
                S["Write a code such as {0}, or a name.", subdivisions[0].Code]));
        }
    }
}
