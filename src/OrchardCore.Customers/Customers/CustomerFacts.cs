using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>
/// The customer's record as the overview tells it, in the sections of the form. A section is edited where its anchor is:
/// the form's fieldset of the same id.
/// </summary>
public sealed class CustomerFacts(
    CustomerFields fields,
    CustomerCustomFields customFields,
    CustomerFormReader reader,
    ILocalClock localClock,
    CustomerUsers users,
    IStringLocalizer<CustomerFacts> S)
{
    /// <summary>With a fixed number of queries.</summary>
    /// <param name="utc">Now; a hold that is over is not told.</param>
    public async Task<IReadOnlyList<CustomerSection>> ReadAsync(ContentItem customer, DateTime utc)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var form = await reader.DescribeAsync(part, isNew: false);

        return
        [
            new(S["Who"], "customer-who", Who(part)),
            new(S["Reach"], "customer-reach", [.. Reach(part), .. await ConsentsAsync(part)]),
            new(S["Business"], "customer-business", Business(part)),
            new(S["Sales"], "customer-sales", Sales(part, form)),
            new(S["State"], "customer-state", await StateAsync(customer, part, utc)),
            new(S["More"], "customer-more", [.. More(part), .. await CustomAsync(customer)]),
        ];
    }

    /// <summary>What stands below the name on every tab: how to reach the customer.</summary>
    public IReadOnlyList<CustomerFact> Line(CustomerPart part) => [.. Texts(part, nameof(part.Company), nameof(part.Email), nameof(part.Phone)).SelectMany(Given)];

    /// <summary>A moment in the site's zone, and who it was.</summary>
    public async Task<string?> WhenAsync(DateTime? utc, string? by)
    {
        if (utc is null)
        {
            return null;
        }

        var when = (await localClock.ToSiteZoneAsync(utc.Value)).ToString("f", CultureInfo.CurrentCulture);

        return string.IsNullOrEmpty(by) ? when : S["{0} by {1}", when, by];
    }

    private IReadOnlyList<CustomerFact> Who(CustomerPart part) =>
    [
        .. Texts(part, nameof(part.Title), nameof(part.FirstName), nameof(part.MiddleName), nameof(part.LastName), nameof(part.Suffix), nameof(part.Company)),
        new(fields.Label(nameof(part.DateOfBirth)), part.DateOfBirth?.ToString("D", CultureInfo.CurrentCulture)),
        new(fields.Label(nameof(part.Gender)), fields.GenderLabel(part.Gender)),
    ];

    private IEnumerable<CustomerFact> Reach(CustomerPart part)
        => Texts(part, nameof(part.Email), nameof(part.Phone), nameof(part.SecondPhone));

    private async Task<IReadOnlyList<CustomerFact>> ConsentsAsync(CustomerPart part)
    {
        var facts = new List<CustomerFact>();

        foreach (var consent in part.Consents)
        {
            var when = await WhenAsync(consent.Utc, by: null) ?? "";
            var text = consent.IsGiven ? S["Yes, since {0}", when] : S["No, since {0}", when];

            facts.Add(new(fields.ChannelLabel(consent.Channel), text) { Detail = string.Join(" – ", new[] { consent.Source, consent.Wording }.Where(detail => !string.IsNullOrEmpty(detail))) });
        }

        return facts;
    }

    /// <summary>Its address stands among the customer's addresses, as its country prints it.</summary>
    private IReadOnlyList<CustomerFact> Business(CustomerPart part) => part.Business is not { } business ? [] :
    [
        new(fields.Label(nameof(part.Business)), S["Yes"]),
        .. Given(new(fields.BusinessName, business.Name)),
        .. Given(new(fields.TaxNumber, business.TaxNumber)),
        .. Given(new(fields.RegistrationNumber, business.RegistrationNumber)),
    ];

    private IReadOnlyList<CustomerFact> Sales(CustomerPart part, CustomerFormContext form) =>
    [
        .. Given(new(fields.Label(nameof(part.PreferredSite)), part.PreferredSite is { } site ? form.SiteLabel(site) : null)),
        .. Given(new(fields.Label(nameof(part.Sites)), string.Join(", ", part.Sites.Select(form.SiteLabel)))),
        .. Given(new(fields.Label(nameof(part.Currency)), fields.CurrencyLabel(part.Currency))),
        .. Given(new(fields.Label(nameof(part.Language)), fields.LanguageLabel(part.Language))),
        .. Given(new(fields.Label(nameof(part.Groups)), string.Join(", ", form.Groups.Where(group => part.Groups.Contains(group.Id, StringComparer.Ordinal)).Select(group => group.Name)))),
    ];

    private async Task<IReadOnlyList<CustomerFact>> StateAsync(ContentItem customer, CustomerPart part, DateTime utc)
    {
        var facts = new List<CustomerFact>
        {
            new(fields.Label(nameof(part.Status)), fields.Label(part.Status)),
            new(S["Created"], await WhenAsync(customer.CreatedUtc, await users.NameAsync(customer.Owner))),
            new(S["Last changed"], await WhenAsync(customer.ModifiedUtc, customer.Author)),
        };

        if (part.Hold is { } hold && hold.IsInForce(utc))
        {
            var text = hold.UntilUtc is { } until ? S["until {0}", (await localClock.LastDayAsync(until)).ToString("D", CultureInfo.CurrentCulture)] : S["until released"];
            facts.Insert(1, new(fields.Label(nameof(part.Hold)), text) { Detail = hold.Reason });
        }

        return facts;
    }

    private IEnumerable<CustomerFact> More(CustomerPart part)
        => new[] { new CustomerFact(fields.Label(nameof(part.CustomId)), part.CustomId) }
            .Concat(Texts(part, nameof(part.MemberNumber), nameof(part.MemberVerificationCode)).Concat(part.References.Select(reference => new CustomerFact(reference.Key, reference.Value))).SelectMany(Given));

    /// <summary>The merchant's fields that say something, of any item.</summary>
    public async Task<IReadOnlyList<CustomerFact>> CustomAsync(ContentItem customer)
    {
        var stored = CustomerCustomFields.Stored(customer);
        var facts = new List<CustomerFact>();

        foreach (var field in await customFields.ListAsync(customer.ContentType))
        {
            facts.AddRange(Given(new(field.Label, customFields.Read(stored, field) switch
            {
                CustomerCell.Text { Value: var text } => text,
                CustomerCell.Labels { Values: var texts } => string.Join(", ", texts),
                CustomerCell.Time { Utc: var utc } => await WhenAsync(utc, by: null),
                var cell => throw new InvalidOperationException($"No field is told by a {cell.GetType().Name}."),
            })));
        }

        return facts;
    }

    private IEnumerable<CustomerFact> Texts(CustomerPart part, params string[] names)
        => fields.Texts.Where(field => names.Contains(field.Name, StringComparer.Ordinal)).Select(field => new CustomerFact(field.Label, field.Read(part)) { Url = Url(field.Name, field.Read(part)) });

    /// <summary>What many customers don't have is left out where they don't.</summary>
    private static IEnumerable<CustomerFact> Given(CustomerFact fact) => string.IsNullOrEmpty(fact.Text) ? [] : [fact];

    private static string? Url(string field, string? text) => field switch
    {
        nameof(CustomerPart.Email) when text is not null => "mailto:" + Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal),
        nameof(CustomerPart.Phone) or nameof(CustomerPart.SecondPhone) => PhoneNumber.Parse(text)?.ToUrl(),
        _ => null,
    };
}

/// <summary>Facts that belong together.</summary>
/// <param name="Anchor">The id of the form's fieldset where they are edited.</param>
public sealed record CustomerSection(string Title, string Anchor, IReadOnlyList<CustomerFact> Facts)
{
    /// <summary>Leads to the form and back; <see langword="null"/> for who may not edit.</summary>
    public string? EditUrl { get; init; }
}

/// <summary>One line of the customer's record.</summary>
/// <param name="Text">Empty when it is not given.</param>
public sealed record CustomerFact(string Label, string? Text)
{
    /// <summary>Writes or calls; <see langword="null"/> when the text is no address.</summary>
    public string? Url { get; init; }

    /// <summary>Said below the text.</summary>
    public string? Detail { get; init; }
}
