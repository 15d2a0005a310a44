using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;
using OrchardCore.Users.Services;

namespace OrchardCore.Customers;

/// <summary>Says on the customer's page who the customer is and how to reach her.</summary>
public sealed class CustomerPageBuilder(CustomerFields fields, ILocalClock localClock, IUserService userService, IStringLocalizer<CustomerPageBuilder> S)
{
    public async Task<IReadOnlyList<CustomerFact>> FactsAsync(ContentItem customer)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var creator = await userService.GetUserByUniqueIdAsync(customer.Owner);

        return
        [
            .. fields.Texts.Where(field => field.Name != nameof(CustomerPart.ContactName)).Select(field => new CustomerFact(field.Label, field.Read(part), Url(field.Name, part))),
            new(fields.Label(nameof(CustomerPart.DateOfBirth)), part.DateOfBirth?.ToString("D", CultureInfo.CurrentCulture), null),
            new(fields.Label(nameof(CustomerPart.Gender)), fields.Label(part.Gender), null),
            new(S["Created"], await WhenAsync(customer.CreatedUtc, creator?.UserName), null),
            new(S["Last changed"], await WhenAsync(customer.ModifiedUtc, customer.Author), null),
        ];
    }

    public ListBadge Status(ContentItem customer) => CustomerBadges.For(customer.GetOrCreate<CustomerPart>().Status, fields);

    /// <summary>A moment in the site's zone, and who it was.</summary>
    public async Task<string?> WhenAsync(DateTime? utc, string? by)
    {
        if (utc is null)
        {
            return null;
        }

        var local = await localClock.ConvertToLocalAsync(new DateTimeOffset(utc.Value, TimeSpan.Zero));
        var when = local.ToString("f", CultureInfo.CurrentCulture);

        return string.IsNullOrEmpty(by) ? when : S["{0} by {1}", when, by];
    }

    private static string? Url(string field, CustomerPart part) => field switch
    {
        nameof(CustomerPart.Email) when part.Email is not null => "mailto:" + Uri.EscapeDataString(part.Email).Replace("%40", "@", StringComparison.Ordinal),
        nameof(CustomerPart.Phone) => PhoneNumber.Parse(part.Phone)?.ToUrl(),
        _ => null,
    };
}

/// <summary>One line of the customer's record.</summary>
/// <param name="Text">Empty when it is not given.</param>
/// <param name="Url">Writes or calls; <see langword="null"/> when the text is no address.</param>
public sealed record CustomerFact(string Label, string? Text, string? Url);
