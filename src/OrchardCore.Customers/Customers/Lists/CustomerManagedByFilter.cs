using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.ManagedBy;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerManagedByFilter(
    CustomerUsers users,
    CustomerManagers managers,
    ManagedByRights rights,
    CustomerFields fields,
    IStringLocalizer<CustomerManagedByFilter> S) : ICustomerListFilter
{
    private const string Nobody = "nobody";

    public string Name => "managedby";

    public LocalizedString Label => fields.Label(nameof(CustomerPart.ManagedBy));

    public LocalizedString Hint => S["Show only customers who are managed by this user"];

    public CustomerFilterKind Kind => CustomerFilterKind.Choice;

    /// <summary>Who sees only the customers she manages need not know who manages the others.</summary>
    public async Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync() => !await rights.SeesAllAsync() ? [] :
    [
        new(Nobody, S["Nobody"]),
        .. (await managers.OfferedAsync()).Take(CustomerManagers.MaxOffered).Select(user => new CustomerFilterOption(user.Id, user.Name)),
    ];

    /// <summary>A user who is gone is no reason to show the customers of all others.</summary>
    public async Task<string?> DescribeAsync(string value)
        => value == Nobody ? S["Nobody"]
            : !ManagedByRule.IsId(value) ? null
            : (await users.NamesAsync([value])).GetValueOrDefault(value, S["A user who is gone"]);

    public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
    {
        var user = value == Nobody ? "" : value;

        return Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(ManagedByRule.IsId(value) ? index => index.ManagedBy == user : null);
    }
}
