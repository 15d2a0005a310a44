namespace OrchardCore.Customers.Accounts;

/// <summary>The fields of the record that are the customer's own to change, in the order of the form. There are no others.</summary>
internal static class DetailsFields
{
    public static readonly IReadOnlyList<OwnField> All =
    [
        new(nameof(CustomerPart.Title), "honorific-prefix", input => input.Title, (input, text) => input.Title = text),
        new(nameof(CustomerPart.FirstName), "given-name", input => input.FirstName, (input, text) => input.FirstName = text),
        new(nameof(CustomerPart.MiddleName), "additional-name", input => input.MiddleName, (input, text) => input.MiddleName = text),
        new(nameof(CustomerPart.LastName), "family-name", input => input.LastName, (input, text) => input.LastName = text),
        new(nameof(CustomerPart.Suffix), "honorific-suffix", input => input.Suffix, (input, text) => input.Suffix = text),
        new(nameof(CustomerPart.ContactName), "name", input => input.ContactName, (input, text) => input.ContactName = text),
        new(nameof(CustomerPart.Company), "organization", input => input.Company, (input, text) => input.Company = text),
        new(nameof(CustomerPart.Phone), "tel", input => input.Phone, (input, text) => input.Phone = text) { Type = "tel" },
        new(nameof(CustomerPart.SecondPhone), "off", input => input.SecondPhone, (input, text) => input.SecondPhone = text) { Type = "tel" },
        new(nameof(CustomerPart.DateOfBirth), "bday", input => input.DateOfBirth, (input, text) => input.DateOfBirth = text) { Type = "date" },
        new(nameof(CustomerPart.Gender), "sex", input => input.Gender, (input, text) => input.Gender = text),
        new(nameof(CustomerPart.Language), "language", input => input.Language, (input, text) => input.Language = text),
    ];
}

/// <param name="Name">The property of <see cref="CustomerPart"/>.</param>
/// <param name="AutoComplete">What browsers know it as (HTML's autofill field names).</param>
internal sealed record OwnField(string Name, string AutoComplete, Func<DetailsInput, string?> Read, Action<DetailsInput, string?> Write)
{
    /// <summary>The HTML input type.</summary>
    public string Type { get; init; } = "text";
}
