using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers;

/// <summary>Says on the customer's page who the customer is, how to reach her, and what the user may do.</summary>
public sealed class CustomerPageBuilder(
    CustomerFacts facts,
    CustomerOverview overview,
    CustomerActionLinks actions,
    CustomerTabs tabs,
    CustomerHead head)
{
    /// <summary>The page with one of its tabs open; <see langword="null"/> when there is no such tab for this user.</summary>
    public async Task<CustomerPageViewModel?> BuildAsync(ContentItem customer, CustomerTabRequest request, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        if (await tabs.OpenAsync(customer, request, url, user) is not { } tab)
        {
            return null;
        }

        var links = await actions.OnPageAsync(customer, CustomersRoutes.Display, listUrl, url, user);

        return new CustomerPageViewModel
        {
            Head = await head.BuildAsync(customer, listUrl, url, user),
            Tab = tab,
            Overview = tab.ViewName is null ? await overview.BuildAsync(customer, listUrl, url, user) : null,
            Actions = [.. links.Select((link, index) => link with { IsPrimary = index == 0 && !link.IsDangerous })],
            ListUrl = listUrl,
        };
    }

    public CustomerDeleteViewModel AskToDelete(ContentItem customer, string listUrl) => new(actions.Ask(customer, CustomersRoutes.Delete), listUrl);

    /// <inheritdoc cref="CustomerFacts.WhenAsync"/>
    public Task<string?> WhenAsync(DateTime? utc, string? by) => facts.WhenAsync(utc, by);
}
