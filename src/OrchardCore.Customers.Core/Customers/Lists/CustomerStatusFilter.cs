using System.Linq.Expressions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerStatusFilter(CustomerFields fields) : ICustomerListFilter
{
    public string Name => "status";

    public LocalizedString Label => fields.Label(nameof(CustomerPart.Status));

    public IReadOnlyList<CustomerFilterOption> Options { get; } =
        [.. Enum.GetValues<CustomerStatus>().Select(status => new CustomerFilterOption(status.ToString(), fields.Label(status)))];

    public Expression<Func<CustomerIndex, bool>> ToPredicate(string value) => index => index.Status == value;
}
