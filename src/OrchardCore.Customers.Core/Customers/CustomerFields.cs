using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

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
        new(nameof(CustomerPart.MemberNumber), S["Member number"], CodeText.MaxLength, part => part.MemberNumber, (part, text) => part.MemberNumber = text),
        new(nameof(CustomerPart.MemberVerificationCode), S["Card verification code"], CodeText.MaxLength, part => part.MemberVerificationCode, (part, text) => part.MemberVerificationCode = text),
    ];

    /// <summary>The fields whose value is one of a list, in the order of the form.</summary>
    public IReadOnlyList<CustomerTextField> Choices { get; } =
    [
        new(nameof(CustomerPart.Gender), S["Gender"], 50, part => part.Gender, (part, text) => part.Gender = text),
        new(nameof(CustomerPart.Language), S["Language"], Languages.MaxLength, part => part.Language, (part, text) => part.Language = text),
        new(nameof(CustomerPart.Currency), S["Currency"], 3, part => part.Currency, (part, text) => part.Currency = text),
        new(nameof(CustomerPart.PreferredSite), S["Preferred site"], CodeText.MaxLength, part => part.PreferredSite, (part, text) => part.PreferredSite = text),
    ];



    /// <summary>The label of any field, also of those that are no text.</summary>
    /// <exception cref="ArgumentException">There is no field of that name.</exception>
    public LocalizedString Label(string field) => TryLabel(field) ?? throw new ArgumentException($"A customer has no field '{field}'.", nameof(field));

    /// <summary>The label of a field; <see langword="null"/> when it is none of ours.</summary>
    public LocalizedString? TryLabel(string field) => field switch
    {
        nameof(CustomerPart.DateOfBirth) => S["Date of birth"],
        nameof(CustomerPart.Status) => S["Status"],
        nameof(CustomerPart.Number) => S["Customer number"],
        nameof(CustomerPart.CustomId) => S["Id"],
        nameof(CustomerPart.Sites) => S["Further sites"],
        nameof(CustomerPart.Groups) => S["Groups"],
        nameof(CustomerPart.ManagedBy) => S["Managed by"],
        nameof(CustomerPart.AccountId) => S["Account"],
        nameof(CustomerPart.Hold) => S["On hold"],
        nameof(CustomerPart.Consents) => S["Notifications"],
        nameof(CustomerPart.Business) => S["Business user"],
        nameof(CustomerPart.References) => S["References"],
        _ => Texts.Concat(Choices).FirstOrDefault(text => text.Name == field)?.Label,
    };

    public LocalizedString Label(CustomerStatus status) => status switch
    {
        CustomerStatus.Inactive => S["Inactive"],
        _ => S["Active"],
    };

    public LocalizedString HoldReason => S["Reason"];

    public LocalizedString HoldUntil => S["On hold until"];

    public LocalizedString BusinessName => S["Business name"];

    public LocalizedString TaxNumber => S["Tax number"];

    public LocalizedString RegistrationNumber => S["Registration number"];

    public LocalizedString BusinessAddress => S["Business address"];

    public LocalizedString ReferenceKey => S["Key"];

    public LocalizedString ReferenceValue => S["Value"];

    public LocalizedString Answer(bool isYes) => isYes ? S["Yes"] : S["No"];

    /// <summary>What a channel of the settings is called, translated for those the module brings.</summary>
    public LocalizedString ChannelLabel(string channel) => channel switch
    {
        "email" => S["By e-mail"],
        "sms" => S["By text message"],
        "phone" => S["By phone"],
        "post" => S["By post"],
        _ => new(channel, channel),
    };

    /// <summary>A language by its name and tag; empty when there is none.</summary>
    public string LanguageLabel(string? tag) => string.IsNullOrEmpty(tag) ? "" : S["{0} ({1})", Languages.NameOf(tag), tag];

    /// <summary>A currency by its code and name; empty when there is none.</summary>
    public string CurrencyLabel(string? code) => Currencies.Find(code) is { } currency ? S["{0} – {1}", currency.Code, S[currency.Name].Value] : code ?? "";

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
