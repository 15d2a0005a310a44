using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Takes a customer's memberships with it, whoever deletes it.</summary>
internal sealed class MembershipHandler(MembershipEraser eraser) : ContentPartHandler<CustomerPart>
{
    public override Task RemovedAsync(RemoveContentContext context, CustomerPart part)
        => context.NoActiveVersionLeft ? eraser.EraseOfCustomerAsync(context.ContentItem.ContentItemId) : Task.CompletedTask;
}
