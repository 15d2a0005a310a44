using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.History;

/// <summary>Who changed what, field by field.</summary>
internal sealed class CustomerHistoryTab(CustomerHistoryReader history, IStringLocalizer<CustomerHistoryTab> S) : ICustomerTab
{
    public const string TabName = "history";

    private const int PageSize = 20;

    public string Name => TabName;

    public LocalizedString Text => S["History"];

    public int Order => 90;

    public Permission Permission => CustomersPermissions.ViewCustomers;

    public string ViewName => "_CustomerHistory";

    public async Task<object> BuildAsync(CustomerTabContext context)
    {
        var page = await history.ReadAsync(context.Customer.ContentItemId, context.Page, PageSize);

        return new CustomerHistoryModel(page.Entries, page.IsUnreadable, new PageTurn(context.Page, page.HasOlder, context.Customer.ContentItemId, TabName, context.ReturnUrl));
    }
}

public sealed record CustomerHistoryModel(IReadOnlyList<HistoryEntry> Entries, bool IsUnreadable, PageTurn Turn);
