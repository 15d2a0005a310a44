using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>What stands on top of a customer's page whichever tab is open: who it is, how to reach her, and who manages her.</summary>
public sealed class CustomerHead(CustomerFacts facts, ManagedByPages managedBy, CustomerFields fields, IClock clock)
{
    public async Task<CustomerHeadModel> BuildAsync(ContentItem customer, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        return new(
            customer.ListName(),
            part.Number,
            [.. CustomerBadges.For(part, clock.UtcNow, fields).Select(badge => badge.ToListBadge())],
            facts.Line(part),
            await managedBy.BuildAsync(customer, listUrl, url, user));
    }
}

/// <param name="Badges">The states the customer is in.</param>
/// <param name="Line">How to reach the customer.</param>
public sealed record CustomerHeadModel(string Name, string? Number, IReadOnlyList<ListBadge> Badges, IReadOnlyList<CustomerFact> Line, ManagedByModel ManagedBy);
