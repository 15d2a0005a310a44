using System.Linq.Expressions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerStatusFilter(CustomerFields fields, IStringLocalizer<CustomerStatusFilter> S) : ICustomerListFilter
{
    public string Name => "status";

    public LocalizedString Label => fields.Label(nameof(CustomerPart.Status));

    public LocalizedString Hint => S["Show only customers with this status"];

    public CustomerFilterKind Kind => CustomerFilterKind.Choice;

    public Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync()
        => Task.FromResult<IReadOnlyList<CustomerFilterOption>>([.. Enum.GetValues<CustomerStatus>().Select(status => new CustomerFilterOption(status.ToString(), fields.Label(status)))]);

    public Task<string?> DescribeAsync(string value) => Task.FromResult(Parse(value) is { } status ? fields.Label(status).Value : null);

    public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
        => Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(Parse(value) is null ? null : index => index.Status == value);

    private static CustomerStatus? Parse(string value) => Enum.GetNames<CustomerStatus>().Contains(value, StringComparer.Ordinal) ? Enum.Parse<CustomerStatus>(value) : null;
}
