using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Lists;

/// <summary>Columns that name a user.</summary>
internal sealed class UserColumns(CustomerUsers users, CustomerFields fields, IStringLocalizer<UserColumns> S) : ICustomerColumnSource
{
    private const int FirstOrder = 200;

    public Task<IReadOnlyList<ICustomerListColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerListColumn>>(
    [
        new UserColumn("managedby", fields.Label(nameof(CustomerPart.ManagedBy)), FirstOrder, users, customer => customer.GetOrCreate<CustomerPart>().ManagedBy),
        new UserColumn("createdby", S["Created by"], FirstOrder + 1, users, customer => customer.Owner),
    ]);

    private sealed class UserColumn(string name, LocalizedString heading, int order, CustomerUsers users, Func<ContentItem, string?> userOf) : ICustomerListColumn
    {
        public string Name => name;

        public LocalizedString Heading => heading;

        public int Order => order;

        public bool IsShownByDefault => false;

        public async Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers)
        {
            var names = await users.NamesAsync(customers.Select(userOf));

            return [.. customers.Select(customer => new CustomerCell.Text(userOf(customer) is { } id ? names.GetValueOrDefault(id) : null))];
        }
    }
}
