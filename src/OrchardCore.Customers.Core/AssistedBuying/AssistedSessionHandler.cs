using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Takes the sessions of a customer with it, whoever deletes it.</summary>
internal sealed class AssistedSessionHandler(AssistedSessions sessions) : ContentPartHandler<CustomerPart>
{
    public override Task RemovedAsync(RemoveContentContext context, CustomerPart part)
        => context.NoActiveVersionLeft ? sessions.EraseAsync(context.ContentItem.ContentItemId) : Task.CompletedTask;
}
