using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Addresses;

/// <summary>Says what is wrong with an address.</summary>
internal sealed class AddressChecker(CountryDirectory countries, AddressFields fields, IStringLocalizer<AddressChecker> S)
{
    /// <summary>Texts fit and can be shown, and the address is what its country asks for unless that is not to be checked.</summary>
    /// <param name="address">Normalized.</param>
    /// <param name="isOldCountry">Whether the country was one when the address was saved before; it may have left the data since.</param>
    /// <param name="fail">Takes the name of a <see cref="PostalAddress"/> property and what is wrong with it.</param>
    public void Check(PostalAddress address, bool isUnchecked, bool isOldCountry, Action<string, LocalizedString> fail)
    {
        foreach (var field in AddressFields.All)
        {
            CheckText(address, field, fail);
        }

        if (address.Email is not null && !CustomerContactRule.IsEmail(address.Email))
        {
            fail(nameof(PostalAddress.Email), S["This is no e-mail address. It looks like name@example.com."]);
        }

        if (address.Phone is not null && PhoneNumber.Parse(address.Phone) is null)
        {
            fail(nameof(PostalAddress.Phone), S["This is no phone number. Use 3 to 15 digits, with +, spaces, brackets and dashes as you like."]);
        }

        if (!isUnchecked)
        {
            CheckCountry(address, isOldCountry, fail);
        }
    }

    private void CheckText(PostalAddress address, AddressField field, Action<string, LocalizedString> fail)
    {
        if (field.Read(address) is not { } text)
        {
            return;
        }

        var label = fields.Label(field.Name, address.Country);

        if (text.Length > field.MaxLength)
        {
            fail(field.Name, S["{0} can have at most {1} characters; this has {2}.", label, field.MaxLength, text.Length]);
        }

        if (!VisibleText.IsShowable(text))
        {
            fail(field.Name, S["{0} contains characters that can't be shown. Type it anew.", label]);
        }
    }

    private void CheckCountry(PostalAddress address, bool isOldCountry, Action<string, LocalizedString> fail)
    {
        if (address.Country is not { } country)
        {
            fail(nameof(PostalAddress.Country), S["Choose a country."]);

            return;
        }

        if (!isOldCountry && !countries.IsCountry(country))
        {
            fail(nameof(PostalAddress.Country), S["There is no country “{0}”. Use its code, such as DE, or its name.", country]);

            return;
        }

        var format = countries.FormatOf(country);

        foreach (var field in AddressFields.All.Where(field => format.Requires(field.Name) && field.Read(address) is null))
        {
            fail(field.Name, S["{0} is required.", fields.Label(field.Name, country)]);
        }

        if (address.PostalCode is { } code && !format.IsPostalCode(code))
        {
            var label = fields.Label(nameof(PostalAddress.PostalCode), country);

            // Spreadsheets take codes for numbers.
            fail(nameof(PostalAddress.PostalCode), code.All(char.IsAsciiDigit) && format.IsPostalCode("0" + code)
                ? S["“{0}” can't be right in {1}. {2} looks like {3}; if a spreadsheet took a zero away, it is {4}.", code, countries.NameOf(country), label, format.PostalExample!, "0" + code]
                : S["“{0}” can't be right in {1}. {2} looks like {3}.", code, countries.NameOf(country), label, format.PostalExample!]);
        }

        if (address.Subdivision is { } subdivision && countries.SubdivisionsOf(country).Count > 0 && !countries.IsSubdivision(country, subdivision))
        {
            fail(nameof(PostalAddress.Subdivision), S["“{0}” is not in the list of {1}. Use a code such as {2}, or a name.", subdivision, countries.NameOf(country), countries.SubdivisionsOf(country)[0].Code]);
        }
    }
}
