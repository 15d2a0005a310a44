using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Lists;

/// <summary>The list of customers: opened as the address says, read, and made into what the partial draws.</summary>
public sealed class CustomerList(CustomerListReader reader, ICustomerFinder finder, CustomerListBuilder builder)
{
    public async Task<ListModel> ShowAsync(IEnumerable<KeyValuePair<string, StringValues>> address, IUrlHelper url, ClaimsPrincipal user)
    {
        var list = await reader.OpenAsync(address, user);
        var query = list.State.ToQuery();
        var page = await finder.FindAsync(query, user);

        return await builder.BuildAsync(page, query, list, url, user);
    }
}
