using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Shared.Sql;
using YesSql;

namespace OrchardCore.Customers.Groups;

/// <summary>Holds the rules wherever Orchard saves a group.</summary>
internal sealed class CustomerGroupPartHandler(ISession session, CustomerGroupChecker checker) : ContentPartHandler<CustomerGroupPart>
{
    public override Task CreatingAsync(CreateContentContext context, CustomerGroupPart part) => PrepareAsync(part);

    public override Task UpdatingAsync(UpdateContentContext context, CustomerGroupPart part) => PrepareAsync(part);

    /// <summary>Orchard marks an item as removed and keeps its documents; a group that is gone leaves nothing.</summary>
    public override Task RemovedAsync(RemoveContentContext context, CustomerGroupPart part)
        => context.NoActiveVersionLeft ? session.EraseItemsAsync([part.ContentItem.ContentItemId]) : Task.CompletedTask;

    protected override async Task ValidatingAsync(ValidateContentPartContext context, CustomerGroupPart part)
    {
        foreach (var error in await checker.CheckAsync(context.ContentItem))
        {
            context.ContentValidateResult.Fail(new ValidationResult(error.Message.Value, [$"{nameof(CustomerGroupPart)}.{error.Key}"]));
        }
    }

    private static Task PrepareAsync(CustomerGroupPart part)
    {
        CustomerGroupChecker.Normalize(part);
        part.Revision++;
        part.ContentItem.DisplayText = part.Name;
        part.Apply();

        return Task.CompletedTask;
    }
}
