using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>Says on the customer's page who the customer is, how to reach her, and what the user may do.</summary>
public sealed class CustomerPageBuilder(
    CustomerFields fields,
    CustomerActionLinks actions,
    CustomerTabs tabs,
    CustomerFacts facts,
    IClock clock)
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
            States = [.. CustomerBadges.For(part, clock.UtcNow, fields).Select(badge => badge.ToListBadge())],
            Tab = tab,
            Sections = tab.ViewName is null ? await facts.ReadAsync(customer, clock.UtcNow) : [],
            Actions = [.. links.Select((link, index) => link with { IsPrimary = index == 0 && !link.IsDangerous })],
            ListUrl = listUrl,
        };
    }

    public CustomerDeleteViewModel AskToDelete(ContentItem customer, string listUrl) => new(actions.Ask(customer, CustomersRoutes.Delete), listUrl);

    /// <inheritdoc cref="CustomerFacts.WhenAsync"/>
    public Task<string?> WhenAsync(DateTime? utc, string? by) => facts.WhenAsync(utc, by);
}
