using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Accounts;

/// <summary>When customers have logged in last; for who chooses it.</summary>
internal sealed class LastLogInColumn(CustomerLogIns logIns, IStringLocalizer<LastLogInColumn> S) : ICustomerListColumn
{
    public string Name => "lastlogin";

    public LocalizedString Heading => S["Last log-in"];

    public int Order => 200;

    public bool IsShownByDefault => false;

    public async Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers)
    {
        var last = await logIns.FindLastAsync(customers.Select(customer => customer.ContentItemId));

        return [.. customers.Select(customer => new CustomerCell.Time(last.TryGetValue(customer.ContentItemId, out var utc) ? utc : null))];
    }
}
