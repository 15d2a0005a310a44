using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Bulk;

/// <summary>A bulk action that changes the record and saves it, if there is something to change.</summary>
public abstract class CustomerRecordAction(ICustomerManager manager) : ICustomerBulkAction
{
    public abstract string Name { get; }

    public abstract LocalizedString Text { get; }

    public abstract LocalizedString Hint { get; }

    public abstract string Icon { get; }

    public virtual Permission Permission => CustomersPermissions.EditCustomers;

    public virtual Task<CustomerBulkInput?> GetInputAsync() => Task.FromResult<CustomerBulkInput?>(null);

    public async Task<Result> ApplyAsync(ContentItem customer, string? value)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        if (!Change(part, value))
        {
            return Result.Success();
        }

        part.Apply();

        return await manager.UpdateAsync(customer);
    }

    /// <summary>Changes the record.</summary>
    /// <returns>Whether there was something to change.</returns>
    protected abstract bool Change(CustomerPart part, string? value);
}

internal sealed class ActivateAction(ICustomerManager manager, IStringLocalizer<ActivateAction> S) : CustomerRecordAction(manager)
{
    public override string Name => "activate";

    public override LocalizedString Text => S["Activate"];

    public override LocalizedString Hint => S["Let these customers take part in the shop"];

    public override string Icon => "circle-check";

    protected override bool Change(CustomerPart part, string? value)
    {
        var changes = part.Status != CustomerStatus.Active;
        part.Status = CustomerStatus.Active;

        return changes;
    }
}

internal sealed class DeactivateAction(ICustomerManager manager, IStringLocalizer<DeactivateAction> S) : CustomerRecordAction(manager)
{
    public override string Name => "deactivate";

    public override LocalizedString Text => S["Deactivate"];

    public override LocalizedString Hint => S["Shut these customers out of the shop; their records stay"];

    public override string Icon => "xmark";

    protected override bool Change(CustomerPart part, string? value)
    {
        var changes = part.Status != CustomerStatus.Inactive;
        part.Status = CustomerStatus.Inactive;

        return changes;
    }
}

internal sealed class HoldAction(ICustomerManager manager, IStringLocalizer<HoldAction> S) : CustomerRecordAction(manager)
{
    public override string Name => "hold";

    public override LocalizedString Text => S["Hold"];

    public override LocalizedString Hint => S["Keep these customers from ordering until they are released"];

    public override string Icon => "circle-pause";

    public override Task<CustomerBulkInput?> GetInputAsync()
        => Task.FromResult<CustomerBulkInput?>(new(S["Reason"], Options: null, IsRequired: true));

    protected override bool Change(CustomerPart part, string? value)
    {
        if (part.Hold is { UntilUtc: null } hold && hold.Reason == value)
        {
            return false;
        }

        part.Hold = new CustomerHold { Reason = value };

        return true;
    }
}

internal sealed class ReleaseAction(ICustomerManager manager, IStringLocalizer<ReleaseAction> S) : CustomerRecordAction(manager)
{
    public override string Name => "release";

    public override LocalizedString Text => S["Release"];

    public override LocalizedString Hint => S["End the hold of these customers"];

    public override string Icon => "check";

    protected override bool Change(CustomerPart part, string? value)
    {
        var changes = part.Hold is not null;
        part.Hold = null;

        return changes;
    }
}

internal sealed class DeleteAction(ICustomerManager manager, IStringLocalizer<DeleteAction> S) : ICustomerBulkAction
{
    public string Name => "delete";

    public LocalizedString Text => S["Delete"];

    public LocalizedString Hint => S["Delete these customers for good"];

    public string Icon => "trash";

    public Permission Permission => CustomersPermissions.DeleteCustomers;

    public bool IsDestructive => true;

    public Task<Result> ApplyAsync(ContentItem customer, string? value) => manager.DeleteAsync(customer);
}
