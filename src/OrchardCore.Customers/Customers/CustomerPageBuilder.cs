using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;
using OrchardCore.Users.Services;

namespace OrchardCore.Customers;

/// <summary>Says on the customer's page who the customer is, how to reach her, and what the user may do.</summary>
public sealed class CustomerPageBuilder(
    CustomerFields fields,
    CustomerActionLinks actions,
    CustomerTabs tabs,
    ILocalClock localClock,
    IUserService userService,
    IStringLocalizer<CustomerPageBuilder> S)
{
    /// <summary>The page with one of its tabs open; <see langword="null"/> when there is no such tab for this user.</summary>
    public async Task<CustomerPageViewModel?> BuildAsync(ContentItem customer, CustomerTabRequest request, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        if (await tabs.OpenAsync(customer, request, url, user) is not { } tab)
        {
            return null;
        }

        var part = customer.GetOrCreate<CustomerPart>();
        var links = await actions.OnPageAsync(customer, CustomersRoutes.Display, listUrl, url, user);

        return new CustomerPageViewModel
        {
            Name = customer.ListName(),
            Number = part.Number,
            Status = CustomerBadges.For(part.Status, fields).ToListBadge(),
            Tab = tab,
            Facts = tab.ViewName is null ? await FactsAsync(customer, part) : [],
            Actions = [.. links.Select((link, index) => link with { IsPrimary = index == 0 && !link.IsDangerous })],
            ListUrl = listUrl,
        };
    }

    public CustomerDeleteViewModel AskToDelete(ContentItem customer, string listUrl) => new(actions.Ask(customer, CustomersRoutes.Delete), listUrl);

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

    private async Task<IReadOnlyList<CustomerFact>> FactsAsync(ContentItem customer, CustomerPart part)
    {
        var creator = await userService.GetUserByUniqueIdAsync(customer.Owner);

        return
        [
            .. fields.Texts.Where(field => field.Name != nameof(CustomerPart.ContactName)).Select(field => new CustomerFact(field.Label, field.Read(part), Url(field.Name, part))),
            new(fields.Label(nameof(CustomerPart.DateOfBirth)), part.DateOfBirth?.ToString("D", CultureInfo.CurrentCulture), null),
            new(fields.Label(nameof(CustomerPart.Gender)), fields.GenderLabel(part.Gender), null),
            new(S["Created"], await WhenAsync(customer.CreatedUtc, creator?.UserName), null),
            new(S["Last changed"], await WhenAsync(customer.ModifiedUtc, customer.Author), null),
        ];
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
