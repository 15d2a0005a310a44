using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>Says on the customer's page who the customer is, how to reach her, and what the user may do.</summary>
public sealed class CustomerPageBuilder(
    CustomerFacts facts,
    CustomerOverview overview,
    CustomerActionLinks actions,
    CustomerTabs tabs,
    CustomerBadgeBuilder badges)
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
            Badges = badges.For(part),
            Line = await facts.LineAsync(part),
            Tab = tab,
            Overview = tab.ViewName is null ? await overview.BuildAsync(customer, listUrl, url, user) : null,
            Actions = [.. links.Select((link, index) => link with { IsPrimary = index == 0 && !link.IsDangerous })],
            ListUrl = listUrl,
        };
    }

    public CustomerDeleteViewModel AskToDelete(ContentItem customer, string listUrl) => new(actions.Ask(customer, CustomersRoutes.Delete), listUrl);

    /// <inheritdoc cref="CustomerFacts.ByAsync"/>
    public Task<string?> WhenAsync(DateTime? utc, string? by) => facts.ByAsync(utc, by);
}

/// <summary>The states of a customer, beside its name.</summary>
public sealed class CustomerBadgeBuilder(CustomerFields fields, IClock clock, IStringLocalizer<CustomerBadgeBuilder> S)
{
    public IReadOnlyList<ListBadge> For(CustomerPart part)
    {
        List<ListBadge> badges = [CustomerBadges.For(part.Status, fields).ToListBadge()];

        if (part.Hold?.IsInForce(clock.UtcNow) == true)
        {
            badges.Add(new ListBadge(S["On hold"], "triangle-exclamation", "warning"));
        }

        return badges;
    }
}
