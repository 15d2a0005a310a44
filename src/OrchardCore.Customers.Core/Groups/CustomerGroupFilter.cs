using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using YesSql.Services;

namespace OrchardCore.Customers.Groups;

/// <summary>The customers of a group; the address has the group's code.</summary>
internal sealed class CustomerGroupFilter(ICustomerGroupManager groups, IStringLocalizer<CustomerGroupFilter> S) : ICustomerListFilter
{
    public const string FilterName = "group";

    public string Name => FilterName;

    public LocalizedString Label => S["Group"];

    public LocalizedString Hint => S["Show only customers in this group"];

    public CustomerFilterKind Kind => CustomerFilterKind.Choice;

    public async Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync()
        => [.. (await groups.ListNamesAsync()).Select(group => new CustomerFilterOption(group.Code, group.Name))];

    public async Task<string?> DescribeAsync(string value) => (await FindAsync(value))?.Name;

    public async Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
    {
        if (await FindAsync(value) is not { } group)
        {
            return null;
        }

        var id = group.Id;

        return index => index.DocumentId.IsIn<CustomerGroupMemberIndex>(member => member.DocumentId, member => member.GroupId == id);
    }

    private async Task<CustomerGroupName?> FindAsync(string code)
        => (await groups.ListNamesAsync()).FirstOrDefault(group => group.Code.Equals(code, StringComparison.OrdinalIgnoreCase) || group.Id == code);
}
