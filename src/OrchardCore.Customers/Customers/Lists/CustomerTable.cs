using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>Draws customers as a table: name and number, what the columns say, and what the user may do with each.</summary>
public sealed class CustomerTable(CustomerActionLinks actions, ILocalClock localClock, CustomerFields fields)
{
    private const string TitleName = "name";

    public IReadOnlyList<ListHeading> Headings(IReadOnlyList<ICustomerListColumn> columns, CustomerListState state, IUrlHelper url) =>
    [
        Heading(TitleName, fields.Label(nameof(CustomerPart.ContactName)), CustomerSort.ContactName, state, url),
        .. columns.Select(column => Heading(column.Name, column.Heading, column.Sort, state, url)),
    ];

    public async Task<IReadOnlyList<ListRow>> RowsAsync(IReadOnlyList<ICustomerListColumn> columns, IReadOnlyList<ContentItem> customers, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var allowed = await actions.AllowedAsync(user);
        var cells = await CellsAsync(columns, customers);

        return [.. customers.Zip(cells, (customer, row) => Row(customer, row, CustomerActionLinks.InRow(allowed, customer, listUrl, url), listUrl, url))];
    }

    private static ListHeading Heading(string name, string text, CustomerSort? sort, CustomerListState state, IUrlHelper url)
        => sort is { } by
            ? new(Style(name), text, url.RouteUrl(CustomersRoutes.List, state.SortedBy(by)), state.Sort == by ? !state.IsDescending : null)
            : new(Style(name), text, null, null);

    /// <summary>A name as part of a CSS class; that of a field has a colon and a dot in it.</summary>
    private static string Style(string name) => name.Replace(':', '-').Replace('.', '-');

    private static ListRow Row(ContentItem customer, IReadOnlyList<ListCell> cells, IReadOnlyList<ActionLink> links, string listUrl, IUrlHelper url)
    {
        var number = customer.GetOrCreate<CustomerPart>().Number;

        return new(customer.ContentItemId, customer.ListName(), number, url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId, returnUrl = listUrl })!, cells, links);
    }

    /// <summary>The cells of each customer's row, in the order of the columns.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<ListCell>>> CellsAsync(IReadOnlyList<ICustomerListColumn> columns, IReadOnlyList<ContentItem> customers)
    {
        var rows = customers.Select(_ => new List<ListCell>()).ToList();

        foreach (var column in columns)
        {
            foreach (var (row, cell) in rows.Zip(await column.GetCellsAsync(customers)))
            {
                row.Add(await CellAsync(cell));
            }
        }

        return rows;
    }

    private async Task<ListCell> CellAsync(CustomerCell cell) => cell switch
    {
        CustomerCell.Email { Address: { } address } when address.LastIndexOf('@') is > 0 and var at => new ListCell.Email(address[..at], address[(at + 1)..]),
        CustomerCell.Email email => new ListCell.Text(email.Address),
        CustomerCell.Time { Utc: { } utc } => new ListCell.Time(await localClock.ToSiteZoneAsync(utc)),
        CustomerCell.Badge badge => new ListCell.Badge(badge.ToListBadge()),
        CustomerCell.Badges badges => new ListCell.Badges([.. badges.Values.Select(badge => badge.ToListBadge())]),
        CustomerCell.Labels labels => new ListCell.Labels(labels.Values),
        CustomerCell.Text text => new ListCell.Text(text.Value),
        _ => new ListCell.Text(null),
    };
}

internal static class CustomerDisplay
{
    /// <summary>What a customer is listed under; one that came in without a name still has to be opened.</summary>
    public static string ListName(this ContentItem customer)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        return part.ContactName ?? part.Number ?? customer.ContentItemId;
    }

    public static ListBadge ToListBadge(this CustomerCell.Badge badge) => new(badge.Value, badge.Icon, badge.Tone switch
    {
        BadgeTone.Good => "success",
        BadgeTone.Attention => "warning",
        _ => "secondary",
    });
}
