using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Groups;

/// <summary>The groups of each customer, by name.</summary>
internal sealed class CustomerGroupColumn(ICustomerGroupManager groups, CustomerFields fields) : ICustomerListColumn
{
    public string Name => "groups";

    public LocalizedString Heading => fields.Label(nameof(CustomerPart.Groups));

    public int Order => 45;

    public bool IsShownByDefault => false;

    public async Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers)
    {
        var memberships = customers.Select(customer => customer.GetOrCreate<CustomerPart>().Groups).ToList();
        var names = memberships.Any(ids => ids.Length > 0) ? await groups.ListNamesAsync() : [];

        return [.. memberships.Select(ids => new CustomerCell.Labels([.. names.Where(group => ids.Contains(group.Id, StringComparer.Ordinal)).Select(group => group.Name)]))];
    }
}
