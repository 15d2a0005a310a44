using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tabs;

namespace OrchardCore.Customers;

/// <summary>Opens the tabs of a customer's page that the user may see.</summary>
public sealed class CustomerTabs(IEnumerable<ICustomerTab> tabs, AddressCards addresses, IAuthorizationService authorizationService, IStringLocalizer<CustomerTabs> S)
{
    /// <summary>Further on no tab has anything, and the number of its rows can still be counted.</summary>
    private const int MaxPage = 1_000_000;

    /// <summary>The tabs, and what stands in the one that is asked for; <see langword="null"/> when there is no such tab for this user.</summary>
    public async Task<OpenedTab?> OpenAsync(ContentItem customer, CustomerTabRequest request, IUrlHelper url, ClaimsPrincipal user)
    {
        var allowed = await AllowedAsync(customer, user);
        var current = allowed.FirstOrDefault(tab => tab.Name == request.Tab);

        if (current is null && !string.IsNullOrEmpty(request.Tab))
        {
            return null;
        }

        var returnUrl = url.IsLocalUrl(request.ReturnUrl) ? request.ReturnUrl : null;
        string Address(string? tab) => url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId, tab, returnUrl })!;

        return new OpenedTab(
            [
                new(S["Overview"], null, Address(null), current is null),
                .. allowed.Select(tab => new TabLink(tab.Text, tab.Count(customer), Address(tab.Name), tab == current)),
            ],
            current?.ViewName,
            current is null ? null : await current.BuildAsync(new CustomerTabContext(customer, user, Math.Clamp(request.PageNum, 1, MaxPage), request.Search) { ReturnUrl = returnUrl }))
        {
            Addresses = current is null ? addresses.Overview(customer) : null,
        };
    }

    private async Task<List<ICustomerTab>> AllowedAsync(ContentItem customer, ClaimsPrincipal user)
    {
        var allowed = new List<ICustomerTab>();

        foreach (var tab in tabs.OrderBy(tab => tab.Order))
        {
            if (await authorizationService.AuthorizeAsync(user, tab.Permission, customer))
            {
                allowed.Add(tab);
            }
        }

        return allowed;
    }
}

/// <summary>What the address of a customer's page asks for.</summary>
public sealed class CustomerTabRequest
{
    /// <summary>The name of a tab; <see langword="null"/> for the overview.</summary>
    public string? Tab { get; set; }

    public int PageNum { get; set; } = 1;

    public string? Search { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <summary>The row of tabs, and the content of the one that is open.</summary>
/// <param name="ViewName">The partial view of the open tab; <see langword="null"/> for the overview.</param>
public sealed record OpenedTab(IReadOnlyList<TabLink> Links, string? ViewName, object? Model)
{
    /// <summary>What the overview says of the customer's addresses; <see langword="null"/> for another tab.</summary>
    public AddressOverviewModel? Addresses { get; init; }
}

public sealed record TabLink(string Text, int? Count, string Url, bool IsCurrent);
