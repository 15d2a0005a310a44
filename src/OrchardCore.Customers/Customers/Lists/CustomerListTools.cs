using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Lists;

/// <summary>What stands around the list: its views, its columns, and what can be done with many customers at once.</summary>
public sealed class CustomerListTools(
    IEnumerable<ICustomerBulkAction> actions,
    IEnumerable<ICustomerBulkPage> bulkPages,
    IEnumerable<ICustomerListMenuItem> menu,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerListTools> S)
{
    private const string BulkFormId = "customers-bulk";

    public ListViews Views(OpenedList list, IUrlHelper url)
    {
        var usual = list.Views.FirstOrDefault(view => view.ViewId == list.Choice.DefaultViewId);
        var query = url.ListQuery(list.State);

        return new ListViews
        {
            Current = list.View?.Name ?? S["All customers"],
            IsChanged = list.State.IsChanged,
            Links =
            [
                new(S["All customers"], usual is null ? S["Default"].Value : null, url.ListUrl(usual is null ? [] : new() { ["view"] = CustomerListState.NoView }), list.View is null),
                .. list.Views.Select(view => new ListViewLink(view.Name, Note(view, view == usual), url.ListUrl(new() { ["view"] = view.ViewId }), view == list.View)),
            ],
            Save = list is { IsOwn: true, State.IsChanged: true, View: { } open } ? new(url.RouteUrl(CustomersRoutes.SaveView, new { viewId = open.ViewId })!, query) : null,
            Actions = [new(S["Save as view"], S["Save this list, or change the views there are"], "star", url.RouteUrl(CustomersRoutes.Views, new { list = query })!)],
        };
    }

    /// <summary>The columns; and where to look for what was started, for those who may start something.</summary>
    public async Task<IReadOnlyList<ActionLink>> LinksAsync(OpenedList list, IUrlHelper url, ClaimsPrincipal user)
    {
        var columns = new ActionLink(S["Columns"], S["Choose the columns and their order"], "gear", url.RouteUrl(CustomersRoutes.Columns, new { list = url.ListQuery(list.State) })!) { OpensInDialog = true };
        var jobs = url.RouteUrl(CustomersRoutes.Jobs);

        return jobs is not null && await ButtonsAsync(user) is { Count: > 0 }
            ? [columns, new(S["Bulk actions"], S["See what you did with many customers, and how far it is"], "circle-check", jobs)]
            : [columns];
    }

    /// <summary>What can be done with customers as a whole, for those who may.</summary>
    public async Task<ListMenu?> MenuAsync(OpenedList list, IUrlHelper url, ClaimsPrincipal user)
    {
        var links = new List<ActionLink>();
        var query = url.ListQuery(list.State);

        foreach (var item in menu.OrderBy(item => item.Order))
        {
            if (await authorizationService.AuthorizeAsync(user, item.Permission) && url.RouteUrl(item.RouteName, query.Length > 0 ? new { list = query } : null) is { } address)
            {
                links.Add(new(item.Text, item.Hint, item.Icon, address));
            }
        }

        return links.Count > 0 ? new(S["Maintenance"], S["What can be done with customers as a whole"], links) : null;
    }

    /// <summary>The buttons for those who may; none where no page takes them.</summary>
    public async Task<ListBulk?> BulkAsync(CustomerPage page, OpenedList list, IUrlHelper url, ClaimsPrincipal user)
    {
        List<ListBulkButton> buttons = [.. await PagesAsync(url, user), .. await ButtonsAsync(user)];

        return buttons.Count > 0 && page.Customers.Count > 0 && url.RouteUrl(CustomersRoutes.Bulk) is { } address
            ? new(BulkFormId, address, url.ListQuery(Whole(list)), All(page), buttons)
            : null;
    }

    private async Task<List<ListBulkButton>> ButtonsAsync(ClaimsPrincipal user)
    {
        var buttons = new List<ListBulkButton>();

        foreach (var action in actions)
        {
            if (await authorizationService.AuthorizeAsync(user, action.Permission))
            {
                buttons.Add(new(action.Name, action.Text, action.Hint, action.Icon, action.IsDestructive));
            }
        }

        return buttons;
    }

    private async Task<List<ListBulkButton>> PagesAsync(IUrlHelper url, ClaimsPrincipal user)
    {
        var buttons = new List<ListBulkButton>();

        foreach (var page in bulkPages)
        {
            if (await authorizationService.AuthorizeAsync(user, page.Permission) && url.RouteUrl(page.RouteName) is { } address)
            {
                buttons.Add(new(page.RouteName, page.Text, page.Hint, page.Icon, IsDangerous: false) { Url = address });
            }
        }

        return buttons;
    }

    /// <summary>With all that narrows it written out: a view may be changed or deleted before somebody says yes.</summary>
    internal static CustomerListState Whole(OpenedList list) => list.View is { } view ? list.State.From(view.ViewId, isChanged: true) : list.State;

    private string All(CustomerPage page) => page.Total is { } total
        ? S["Select all {0:N0} that match", total]
        : S["Select all that match, more than {0:N0}", CustomerPosition.MaxNumberedRows];

    private string? Note(SavedView view, bool isDefault) => (view.Role, isDefault) switch
    {
        (null, false) => null,
        (null, true) => S["Default"].Value,
        ({ } role, false) => S["Role {0}", role].Value,
        ({ } role, true) => S["Role {0}, default", role].Value,
    };
}
