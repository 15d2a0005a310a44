using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Bulk;

/// <summary>Says who manages these customers, or that nobody does.</summary>
internal sealed class AssignManagerAction(ICustomerManager manager, CustomerManagers managers, CustomerFields fields, IStringLocalizer<AssignManagerAction> S)
    : CustomerRecordAction(manager)
{
    public override string Name => "assign";

    public override LocalizedString Text => S["Assign managed by"];

    public override LocalizedString Hint => S["Choose the user who manages these customers"];

    public override string Icon => "circle-user";

    public override Permission Permission => CustomersPermissions.AssignCustomerManagers;

    public override async Task<CustomerBulkInput?> GetInputAsync() => new(
        fields.Label(nameof(CustomerPart.ManagedBy)),
        [new("", S["Nobody"]), .. (await managers.OfferedAsync()).Select(user => new CustomerFilterOption(user.Id, user.Name))],
        IsRequired: false);

    protected override bool Change(CustomerPart part, string? value)
    {
        var user = string.IsNullOrEmpty(value) ? null : value;
        var changes = part.ManagedBy != user;
        part.ManagedBy = user;

        return changes;
    }
}
