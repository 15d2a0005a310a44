using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Recent;

/// <summary>Short lists of customers: those the user opened last, and those that are like the one being typed.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerLookupController(RecentCustomers recent, CustomerLookup lookup) : Controller
{
    private const int MaxSimilar = 5;

    [HttpGet]
    [Admin("Customers/Recent", CustomersRoutes.Recent)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Recent() => View(Links(await recent.FindAsync(HttpContext)));

    [HttpGet]
    [Admin("Customers/Similar", CustomersRoutes.Similar)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Similar(string? name, string? email, string? phone, string? except)
        => PartialView(Links(await lookup.FindSimilarAsync(name, email, phone, except ?? "", MaxSimilar, User)));

    private IReadOnlyList<CustomerLink> Links(IEnumerable<ContentItem> customers) => [.. customers.Select(customer =>
    {
        var part = customer.GetOrCreate<CustomerPart>();

        return new CustomerLink(customer.ListName(), part.Number, part.Company, Url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId })!);
    })];
}

/// <summary>A customer in a short list.</summary>
public sealed record CustomerLink(string Name, string? Number, string? Company, string Url);
