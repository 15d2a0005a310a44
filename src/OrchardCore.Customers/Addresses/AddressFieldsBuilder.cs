using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Addresses;

/// <summary>Says which fields an address has in its country, in which order, and what they are called there.</summary>
public sealed class AddressFieldsBuilder(
    CountryDirectory countries,
    AddressFields fields,
    IEnumerable<AddressPlace> places,
    IAuthorizationService authorizationService,
    IStringLocalizer<AddressFieldsBuilder> S)
{
    private const string Whole = "col-12";
    private const string Half = "col-12 col-sm-6";

    private static readonly string[] Place = [nameof(PostalAddress.PostalCode), nameof(PostalAddress.City), nameof(PostalAddress.Subdivision)];

    /// <summary>The fields of an address for which nothing is skipped, such as that of a business.</summary>
    /// <param name="prefix">The names of the fields begin with it, after the prefix of the page they stand on.</param>
    public AddressFieldsModel Build(string prefix, PostalAddress address)
    {
        var format = countries.FormatOf(address.Country);
        var place = Place
            .Where(name => format.Has(name) || !string.IsNullOrEmpty(AddressFields.Find(name).Read(address)))
            .OrderBy(name => Array.FindIndex(format.Lines, line => line.Contains(name, StringComparison.Ordinal)) is var line and >= 0 ? line : int.MaxValue)
            .ThenBy(name => format.Lines.FirstOrDefault(line => line.Contains(name, StringComparison.Ordinal))?.IndexOf(name, StringComparison.Ordinal));

        return new AddressFieldsModel(prefix, address,
        [
            new(Input(nameof(PostalAddress.Country)), Whole, CountryOptions(address.Country)) { IsCountry = true },
            Text(nameof(PostalAddress.ContactName), Half),
            Text(nameof(PostalAddress.Company), Half),
            Text(nameof(PostalAddress.Line1), Whole),
            Text(nameof(PostalAddress.Line2), Half),
            Text(nameof(PostalAddress.Line3), Half),
            .. place.Select(name => new AddressFieldModel(Input(name), Half, name == nameof(PostalAddress.Subdivision) ? SubdivisionOptions(address) : null)),
            new(Input(nameof(PostalAddress.Phone)) with { Type = "tel" }, Half, null),
            new(Input(nameof(PostalAddress.Email)) with { InputMode = "email" }, Half, null),
        ]);

        AddressFieldModel Text(string name, string width) => new(Input(name), width, null);

        FieldModel Input(string name) => new($"{prefix}.{name}", fields.Label(name, address.Country), AddressFields.Find(name).Read(address))
        {
            MaxLength = AddressFields.Find(name).MaxLength,
            IsRequired = format.Requires(name),
            MayBeLeftEmpty = true,
            Hint = name == nameof(PostalAddress.PostalCode) && format.PostalExample is { } example ? S["For example {0}", example].Value : null,
        };
    }

    /// <summary>The fields of an address of the book; who may skips what its country asks for.</summary>
    /// <param name="ownerType">The content type of the owner: who may change it may have the fields drawn anew.</param>
    public async Task<AddressFieldsModel> BuildAsync(string prefix, AddressInput address, string ownerType, ClaimsPrincipal user)
        => Build(prefix, address) with
        {
            FieldsRoute = (places.FirstOrDefault(place => place.OwnerType == ownerType) ?? AddressPlace.Customer).Fields,
            MaySkip = await authorizationService.AuthorizeAsync(user, CustomersPermissions.SkipAddressValidation),
            IsUnchecked = address.IsUnchecked == true,
        };

    /// <summary>A country that is not in the list any more stays chosen.</summary>
    private IReadOnlyList<ListOption> CountryOptions(string? country) =>
    [
        new("", S["Choose a country"]),
        .. Kept(country, countries.Countries.Select(option => option.Code)),
        .. countries.Countries.Select(option => new ListOption(option.Code, $"{option.Name} ({option.Code})")),
    ];

    private IReadOnlyList<ListOption>? SubdivisionOptions(PostalAddress address) => countries.SubdivisionsOf(address.Country) is not { Count: > 0 } subdivisions ? null :
    [
        new("", S["None chosen"]),
        .. Kept(address.Subdivision, subdivisions.Select(option => option.Code)),
        .. subdivisions.Select(option => new ListOption(option.Code, $"{option.Name} ({option.Code})")),
    ];

    private static IEnumerable<ListOption> Kept(string? value, IEnumerable<string> values)
        => string.IsNullOrEmpty(value) || values.Contains(value) ? [] : [new ListOption(value, value)];
}
