using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers;

/// <summary>What the fields of a customer are called, in the user's language, and how long their texts may be.</summary>
public sealed class CustomerFields(IStringLocalizer<CustomerFields> S)
{
    /// <summary>The full name of a field, as errors and forms use it: <c>CustomerPart.Email</c>.</summary>
    public static string FullName(string field) => $"{nameof(CustomerPart)}.{field}";

    /// <summary>The text fields in the order of the form.</summary>
    public IReadOnlyList<CustomerTextField> Texts { get; } =
    [
        new(nameof(CustomerPart.Title), S["Title"], 50, part => part.Title, (part, text) => part.Title = text),
        new(nameof(CustomerPart.FirstName), S["First name"], 100, part => part.FirstName, (part, text) => part.FirstName = text),
        new(nameof(CustomerPart.MiddleName), S["Middle name"], 100, part => part.MiddleName, (part, text) => part.MiddleName = text),
        new(nameof(CustomerPart.LastName), S["Last name"], 100, part => part.LastName, (part, text) => part.LastName = text),
        new(nameof(CustomerPart.Suffix), S["Suffix"], 50, part => part.Suffix, (part, text) => part.Suffix = text),
        new(nameof(CustomerPart.ContactName), S["Contact name"], 255, part => part.ContactName, (part, text) => part.ContactName = text),
        new(nameof(CustomerPart.Company), S["Company"], 255, part => part.Company, (part, text) => part.Company = text),
        new(nameof(CustomerPart.Email), S["E-mail"], 254, part => part.Email, (part, text) => part.Email = text),
        new(nameof(CustomerPart.Phone), S["Phone"], 50, part => part.Phone, (part, text) => part.Phone = text),
        new(nameof(CustomerPart.SecondPhone), S["Second phone"], 50, part => part.SecondPhone, (part, text) => part.SecondPhone = text),
    ];

    /// <summary>The label of any field, also of those that are no text.</summary>
    /// <exception cref="ArgumentException">There is no field of that name.</exception>
    public LocalizedString Label(string field) => TryLabel(field) ?? throw new ArgumentException($"A customer has no field '{field}'.", nameof(field));

    /// <summary>The label of a field; <see langword="null"/> when it is none of ours.</summary>
    public LocalizedString? TryLabel(string field) => field switch
    {
        nameof(CustomerPart.DateOfBirth) => S["Date of birth"],
        nameof(CustomerPart.Gender) => S["Gender"],
        nameof(CustomerPart.Status) => S["Status"],
        nameof(CustomerPart.Number) => S["Customer number"],
        nameof(CustomerPart.CustomId) => S["Id"],
        nameof(CustomerPart.Language) => S["Language"],
        nameof(CustomerPart.Currency) => S["Currency"],
        nameof(CustomerPart.PreferredSite) => S["Preferred site"],
        nameof(CustomerPart.Sites) => S["Further sites"],
        nameof(CustomerPart.Groups) => S["Groups"],
        nameof(CustomerPart.ManagedBy) => S["Managed by"],
        _ => Texts.FirstOrDefault(text => text.Name == field)?.Label,
    };

    public LocalizedString Label(CustomerStatus status) => status switch
    {
        CustomerStatus.Inactive => S["Inactive"],
        _ => S["Active"],
    };

    /// <summary>The label of a gender in the settings, translated for those the module brings; <see langword="null"/> reads "Not said".</summary>
    public LocalizedString GenderLabel(string? gender) => gender switch
    {
        null or "" => S["Not said"],
        "Female" => S["Female"],
        "Male" => S["Male"],
        "Other" => S["Other"],
        _ => new(gender, gender),
    };
}

/// <summary>One text field of a <see cref="CustomerPart"/>; its length is counted in UTF-16 code units, as in HTML.</summary>
public sealed record CustomerTextField(string Name, LocalizedString Label, int MaxLength, Func<CustomerPart, string?> Read, Action<CustomerPart, string?> Write);
