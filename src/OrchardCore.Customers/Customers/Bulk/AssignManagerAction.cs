using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace OrchardCore.Customers.Bulk;

/// <summary>Says who manages these customers, or that nobody does.</summary>
internal sealed class AssignManagerAction(ICustomerManager manager, CustomerFields fields, ISession session, IStringLocalizer<AssignManagerAction> S)
    : CustomerRecordAction(manager)
{
    private const int MaxUsers = 200;

    public override string Name => "assign";

    public override LocalizedString Text => S["Assign managed by"];

    public override LocalizedString Hint => S["Choose the user who manages these customers"];

    public override string Icon => "circle-user";

    public override async Task<CustomerBulkInput?> GetInputAsync()
    {
        var query = session.Query<User, UserIndex>();
        query.NoDuplicates();
        var users = await query.OrderBy(index => index.NormalizedUserName).Take(MaxUsers).ListAsync();
        IEnumerable<CustomerFilterOption> nobody = [new("", S["Nobody"])];

        return new(
            fields.Label(nameof(CustomerPart.ManagedBy)),
            [.. nobody, .. users.Where(user => user.IsEnabled).Select(user => new CustomerFilterOption(user.UserId, user.UserName))],
            IsRequired: false);
    }

    protected override bool Change(CustomerPart part, string? value)
    {
        var user = string.IsNullOrEmpty(value) ? null : value;
        var changes = part.ManagedBy != user;
        part.ManagedBy = user;

        return changes;
    }
}
