using System.Linq.Expressions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerManagedByFilter(CustomerUsers users, CustomerFields fields, IStringLocalizer<CustomerManagedByFilter> S) : ICustomerListFilter
{
    private const string Nobody = "nobody";
    private const int MaxIdLength = 26;

    public string Name => "managedby";

    public LocalizedString Label => fields.Label(nameof(CustomerPart.ManagedBy));

    public LocalizedString Hint => S["Show only customers who are managed by this user"];

    public CustomerFilterKind Kind => CustomerFilterKind.Choice;

    public async Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync()
        => [new(Nobody, S["Nobody"]), .. (await users.OfferedAsync()).Select(user => new CustomerFilterOption(user.Id, user.Name))];

    /// <summary>A user who is gone is no reason to show the customers of all others.</summary>
    public async Task<string?> DescribeAsync(string value)
        => value == Nobody ? S["Nobody"]
            : !IsId(value) ? null
            : (await users.OfferedAsync()).FirstOrDefault(user => user.Id == value).Name ?? (await users.NamesAsync([value])).GetValueOrDefault(value, S["A user who is gone"]);

    public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
    {
        var user = value == Nobody ? "" : value;

        return Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(IsId(value) ? index => index.ManagedBy == user : null);
    }

    private static bool IsId(string value) => value.Length <= MaxIdLength && value.All(char.IsAsciiLetterOrDigit);
}
