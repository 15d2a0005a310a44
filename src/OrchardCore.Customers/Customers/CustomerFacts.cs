using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>
/// What the overview says of a customer, in sections as the form has them. A section is edited where its anchor is: the
/// form's fieldset of the same id.
/// </summary>
public sealed class CustomerFacts(
    CustomerFields fields,
    CustomerNames names,
    CustomerComparison comparison,
    IContentDefinitionManager contentDefinitionManager,
    ILocalClock localClock,
    IStringLocalizer<CustomerFacts> S)
{
    public async Task<IReadOnlyList<CustomerSection>> BuildAsync(ContentItem customer)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        CustomerSection more = new(S["More"], "customer-more", await MoreAsync(customer));

        return
        [
            new(S["Details"], "customer-who", Who(part)),
            new(S["Contact"], "customer-reach", Reach(part)),
            new(S["Business"], "customer-business", Business(part)),
            new(S["Sales"], "customer-sales", await SalesAsync(part)),
            new(S["State"], "customer-state", await StateAsync(part)),
            .. more.Facts.Count > 0 ? [more] : Array.Empty<CustomerSection>(),
            new(S["Record"], null, await RecordAsync(customer, part)),
        ];
    }

    /// <summary>What stands below the name on every tab: how to reach the customer, and who looks after it.</summary>
    public async Task<IReadOnlyList<CustomerFact>> LineAsync(CustomerPart part)
    {
        CustomerFact[] line =
        [
            Text(nameof(CustomerPart.Company), part.Company),
            Text(nameof(CustomerPart.Email), part.Email),
            Text(nameof(CustomerPart.Phone), part.Phone),
            new(fields.Label(nameof(CustomerPart.ManagedBy)), await names.OfUserAsync(part.ManagedBy) is { } manager ? S["managed by {0}", manager].Value : null, null),
        ];

        return [.. line.Where(fact => !string.IsNullOrEmpty(fact.Text))];
    }

    /// <summary>A moment in the site's zone.</summary>
    public async Task<string?> WhenAsync(DateTime? utc)
        => utc is { } moment ? (await localClock.ToSiteZoneAsync(moment)).ToString("f", CultureInfo.CurrentCulture) : null;

    private IReadOnlyList<CustomerFact> Who(CustomerPart part) =>
    [
        Text(nameof(CustomerPart.Title), part.Title),
        Text(nameof(CustomerPart.FirstName), part.FirstName),
        Text(nameof(CustomerPart.MiddleName), part.MiddleName),
        Text(nameof(CustomerPart.LastName), part.LastName),
        Text(nameof(CustomerPart.Suffix), part.Suffix),
        Text(nameof(CustomerPart.Company), part.Company),
        Text(nameof(CustomerPart.DateOfBirth), part.DateOfBirth?.ToString("D", CultureInfo.CurrentCulture)),
        Text(nameof(CustomerPart.Gender), fields.GenderLabel(part.Gender)),
    ];

    private IReadOnlyList<CustomerFact> Reach(CustomerPart part) =>
    [
        Text(nameof(CustomerPart.Email), part.Email),
        Text(nameof(CustomerPart.Phone), part.Phone),
        Text(nameof(CustomerPart.SecondPhone), part.SecondPhone),
    ];

    private IReadOnlyList<CustomerFact> Business(CustomerPart part) => part.Business is { } business
        ?
        [
            new(S["Business name"], business.Name, null),
            new(S["Tax number"], business.TaxNumber, null),
            new(S["Registration number"], business.RegistrationNumber, null),
        ]
        : [new(S["Business"], S["A private person"], null)];

    private async Task<IReadOnlyList<CustomerFact>> SalesAsync(CustomerPart part)
    {
        var sites = await names.OfSitesAsync();
        string Site(string code) => sites.GetValueOrDefault(code, code);

        return
        [
            Text(nameof(CustomerPart.PreferredSite), part.PreferredSite is { } preferred ? Site(preferred) : null),
            Text(nameof(CustomerPart.Sites), string.Join(", ", part.Sites.Select(Site))),
            Text(nameof(CustomerPart.Currency), part.Currency),
            Text(nameof(CustomerPart.Language), part.Language),
        ];
    }

    private async Task<IReadOnlyList<CustomerFact>> StateAsync(CustomerPart part)
    {
        var groups = await names.OfItemsAsync(part.Groups);

        return
        [
            Text(nameof(CustomerPart.Status), fields.Label(part.Status)),
            new(S["On hold"], part.Hold is { } hold ? await DescribeAsync(hold) : S["No"], null),
            Text(nameof(CustomerPart.Groups), string.Join(", ", part.Groups.Select(id => groups.GetValueOrDefault(id, id)))),
            Text(nameof(CustomerPart.ManagedBy), await names.OfUserAsync(part.ManagedBy)),
        ];
    }

    private async Task<IReadOnlyList<CustomerFact>> RecordAsync(ContentItem customer, CustomerPart part) =>
    [
        Text(nameof(CustomerPart.Number), part.Number),
        Text(nameof(CustomerPart.CustomId), part.CustomId),
        new(S["Created"], await ByAsync(customer.CreatedUtc, await names.OfUserAsync(customer.Owner)), null),
        new(S["Last changed"], await ByAsync(customer.ModifiedUtc, customer.Author), null),
    ];

    /// <summary>The merchant's own fields, of whichever part.</summary>
    private async Task<IReadOnlyList<CustomerFact>> MoreAsync(ContentItem customer)
    {
        var type = await contentDefinitionManager.GetTypeDefinitionAsync(customer.ContentType);
        var parts = CustomerDifferences.Parts(customer);

        return
        [
            .. from part in type?.Parts ?? []
               from field in part.PartDefinition.Fields
               select new CustomerFact(field.DisplayName(), comparison.Text($"{part.Name}.{field.Name}", parts[part.Name]?[field.Name]), null),
        ];
    }

    private async Task<string> DescribeAsync(CustomerHold hold)
    {
        var until = hold.UntilUtc is null ? S["until it is released"].Value : S["until {0}", (await WhenAsync(hold.UntilUtc))!].Value;

        return string.IsNullOrEmpty(hold.Reason) ? until : S["{0}, {1}", hold.Reason, until];
    }

    /// <summary>When, and by whom.</summary>
    public async Task<string?> ByAsync(DateTime? utc, string? by)
        => await WhenAsync(utc) is { } when && !string.IsNullOrEmpty(by) ? S["{0} by {1}", when, by] : await WhenAsync(utc);

    private CustomerFact Text(string field, string? text) => new(fields.Label(field), text, Url(field, text));

    private static string? Url(string field, string? text) => field switch
    {
        nameof(CustomerPart.Email) when text is not null => "mailto:" + Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal),
        nameof(CustomerPart.Phone) or nameof(CustomerPart.SecondPhone) => PhoneNumber.Parse(text)?.ToUrl(),
        _ => null,
    };
}

/// <summary>Facts that belong together.</summary>
/// <param name="Anchor">The id of the form's fieldset where they are edited; <see langword="null"/> when nobody edits them.</param>
public sealed record CustomerSection(string Title, string? Anchor, IReadOnlyList<CustomerFact> Facts)
{
    /// <summary>Leads to the form and back; <see langword="null"/> for who may not edit.</summary>
    public string? EditUrl { get; init; }
}

/// <summary>One line of the customer's record.</summary>
/// <param name="Text">Empty when it is not given.</param>
/// <param name="Url">Writes or calls; <see langword="null"/> when the text is no address.</param>
public sealed record CustomerFact(string Label, string? Text, string? Url);
