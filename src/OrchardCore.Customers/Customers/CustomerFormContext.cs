using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers;

/// <summary>What the customer form is drawn with: labels, limits, and what can be chosen.</summary>
/// <param name="Part">The customer as it stands, for what the form shows and does not edit.</param>
/// <param name="ConsentHints">When and how each channel was agreed to, by the channel's name.</param>
public sealed record CustomerFormContext(
    CustomerPart Part,
    bool IsNew,
    CustomerSettings Settings,
    CustomerSiteList SiteList,
    CustomerFields Fields,
    IReadOnlyList<CustomerGroupName> Groups,
    IReadOnlyDictionary<string, string> ConsentHints)
{
    /// <summary>The id of the list of languages that may be chosen instead of typed.</summary>
    public const string LanguagesId = "customer-languages";

    /// <summary>The id of the list of titles.</summary>
    public const string TitlesId = "customer-titles";

    /// <summary>An input of one of our fields, with its label and limits.</summary>
    public FieldModel Field(string name, string? value) => new(name, Fields.Label(name), value)
    {
        IsRequired = Settings.IsRequired(name),
        MaxLength = Fields.Texts.Concat(Fields.Choices).FirstOrDefault(text => text.Name == name)?.MaxLength,
    };

    /// <summary>Genders of the settings, and the customer's own when it has left them.</summary>
    public ChoiceModel Gender(string? value) => Choice(nameof(CustomerPart.Gender), value, Fields.GenderLabel(null), Settings.Genders.Select(gender => new ListOption(gender, Fields.GenderLabel(gender))));

    public ChoiceModel Currency(string? value, string empty)
        => Choice(nameof(CustomerPart.Currency), value, empty, Currencies.All.Select(currency => new ListOption(currency.Code, Fields.CurrencyLabel(currency.Code))));

    public ChoiceModel PreferredSite(string? value, string empty)
        => Choice(nameof(CustomerPart.PreferredSite), value, empty, SiteList.Offered.Select(site => new ListOption(site.Code, SiteLabel(site.Code))), SiteLabel);

    /// <summary>The sites that are offered, and the customer's own that are not.</summary>
    public ChecksModel Sites(string[] values) => new(nameof(CustomerPart.Sites), Fields.Label(nameof(CustomerPart.Sites)),
        [.. SiteList.Offered.Select(site => site.Code).Union(values).Select(code => new CheckOption(code, SiteLabel(code), values.Contains(code, StringComparer.Ordinal)))]);

    public ChecksModel GroupChecks(string[] values) => new(nameof(CustomerPart.Groups), Fields.Label(nameof(CustomerPart.Groups)),
        [.. Groups.Select(group => new CheckOption(group.Id, group.Name, values.Contains(group.Id, StringComparer.Ordinal)))]);

    /// <summary>What the customer agrees to by each box.</summary>
    public ChecksModel ConsentChecks(string[] values) => new(nameof(CustomerPart.Consents), Fields.Label(nameof(CustomerPart.Consents)),
        [.. Settings.ConsentChannels.Select(channel => new CheckOption(channel.Name, Fields.ChannelLabel(channel.Name), values.Contains(channel.Name, StringComparer.Ordinal), ConsentHints.GetValueOrDefault(channel.Name, channel.Wording)))]);

    public string SiteLabel(string code) => SiteList.NameOf(code);

    private ChoiceModel Choice(string name, string? value, string empty, IEnumerable<ListOption> options, Func<string, string>? label = null)
    {
        var offered = options.ToList();

        if (!string.IsNullOrEmpty(value) && offered.TrueForAll(option => option.Value != value))
        {
            offered.Add(new ListOption(value, label?.Invoke(value) ?? value));
        }

        return new(Field(name, value), [new ListOption("", empty), .. offered]);
    }
}
