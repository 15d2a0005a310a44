using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;

namespace OrchardCore.Customers.Groups;

/// <summary>A bulk action that asks for one of the groups.</summary>
internal abstract class CustomerGroupAction(ICustomerManager manager, ICustomerGroupManager groups, IStringLocalizer S) : CustomerRecordAction(manager)
{
    public override async Task<CustomerBulkInput?> GetInputAsync()
        => new(S["Group"], [.. (await groups.ListNamesAsync()).Select(group => new Lists.CustomerFilterOption(group.Id, group.Name))], IsRequired: true);
}

internal sealed class AddToGroupAction(ICustomerManager manager, ICustomerGroupManager groups, IStringLocalizer<AddToGroupAction> S) : CustomerGroupAction(manager, groups, S)
{
    public override string Name => "join";

    public override LocalizedString Text => S["Add to group"];

    public override LocalizedString Hint => S["Put these customers in a group, besides those they are in"];

    public override string Icon => "users";

    protected override bool Change(CustomerPart part, string? value)
    {
        if (part.Groups.Contains(value, StringComparer.Ordinal))
        {
            return false;
        }

        part.Groups = [.. part.Groups, value!];

        return true;
    }
}

internal sealed class RemoveFromGroupAction(ICustomerManager manager, ICustomerGroupManager groups, IStringLocalizer<RemoveFromGroupAction> S) : CustomerGroupAction(manager, groups, S)
{
    public override string Name => "leave";

    public override LocalizedString Text => S["Remove from group"];

    public override LocalizedString Hint => S["Take these customers out of a group; they stay in their others"];

    public override string Icon => "users";

    protected override bool Change(CustomerPart part, string? value)
    {
        var others = part.Groups.Where(group => group != value).ToArray();
        var changes = others.Length < part.Groups.Length;
        part.Groups = others;

        return changes;
    }
}
