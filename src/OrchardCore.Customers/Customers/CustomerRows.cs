using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>Draws customers as rows: what the columns say, and what the user may do with each.</summary>
public sealed class CustomerRows(
    IEnumerable<ICustomerListColumn> columns,
    IEnumerable<ICustomerAction> actions,
    IAuthorizationService authorizationService,
    ILocalClock localClock,
    CustomerFields fields,
    IStringLocalizer<CustomerRows> S)
{
    /// <summary>One row per customer. The first column is the row's title and links to the customer's page.</summary>
    public async Task<IReadOnlyList<ListRow>> BuildAsync(IReadOnlyList<ContentItem> customers, string returnUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var allowed = await AllowedAsync(user);
        var rows = new List<ListRow>(customers.Count);

        foreach (var customer in customers)
        {
            rows.Add(await RowAsync(customer, allowed, returnUrl, url));
        }

        return rows;
    }

    private async Task<ListRow> RowAsync(ContentItem customer, List<ICustomerAction> allowed, string returnUrl, IUrlHelper url)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var name = part.ContactName ?? part.Number ?? customer.ContentItemId;
        var cells = new List<ListCell>();

        foreach (var column in columns.Skip(1))
        {
            cells.Add(await CellAsync(column.GetValue(customer)));
        }

        return new ListRow(
            name,
            part.Number,
            CustomerUrl(CustomersRoutes.Display),
            cells,
            [.. allowed.Select(action => new ListAction(action.Text, action.Hint, action.Icon, CustomerUrl(action.RouteName), action.IsDestructive ? Confirmation(name) : null))]);

        string CustomerUrl(string route) => url.RouteUrl(route, new { id = customer.ContentItemId, returnUrl })!;
    }

    private string Confirmation(string name) => S["Delete {0}? This cannot be undone.", name];

    private async Task<ListCell> CellAsync(object? value) => value switch
    {
        DateTime utc => new ListCell { Time = await localClock.ConvertToLocalAsync(new DateTimeOffset(utc, TimeSpan.Zero)) },
        CustomerStatus status => new ListCell { Badge = CustomerBadges.For(status, fields) },
        _ => new ListCell { Text = value?.ToString() },
    };

    private async Task<List<ICustomerAction>> AllowedAsync(ClaimsPrincipal user)
    {
        var allowed = new List<ICustomerAction>();

        foreach (var action in actions)
        {
            if (await authorizationService.AuthorizeAsync(user, action.Permission))
            {
                allowed.Add(action);
            }
        }

        return allowed;
    }
}

/// <summary>How a status looks: a word, a shape and a colour.</summary>
internal static class CustomerBadges
{
    public static ListBadge For(CustomerStatus status, CustomerFields fields) => status == CustomerStatus.Active
        ? new(fields.Label(status), "circle-check", "success")
        : new(fields.Label(status), "circle-pause", "secondary");
}
