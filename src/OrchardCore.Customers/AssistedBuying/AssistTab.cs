using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Who acts and has acted for the customer, where and why.</summary>
internal sealed class AssistTab(IAssistedBuyingService assist, AssistedSessionRows rows, IStringLocalizer<AssistTab> S) : ICustomerTab
{
    public const string TabName = "assisted";

    private const int PageSize = 20;

    public string Name => TabName;

    public LocalizedString Text => S["Assisted buying"];

    public int Order => 40;

    public Permission Permission => AssistedBuyingPermissions.AssistCustomers;

    public string ViewName => "_CustomerAssisted";

    public async Task<object> BuildAsync(CustomerTabContext context)
    {
        var id = context.Customer.ContentItemId;

        // One more than the page has, to know whether there are older ones.
        var found = await assist.FindAsync(id, (context.Page - 1) * PageSize, PageSize + 1);

        return new AssistTabModel(id, await rows.DrawAsync([.. found.Take(PageSize)]), context.ReturnUrl, new PageTurn(context.Page, found.Count > PageSize, id, TabName, context.ReturnUrl));
    }
}

/// <summary>The tab Assisted buying.</summary>
public sealed record AssistTabModel(string CustomerId, IReadOnlyList<AssistedSessionRow> Rows, string? ReturnUrl, PageTurn Turn);
