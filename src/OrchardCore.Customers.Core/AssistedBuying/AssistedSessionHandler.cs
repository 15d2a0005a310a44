using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Takes the sessions of a customer with it, and what was done in them, whoever deletes it.</summary>
internal sealed class AssistedSessionHandler(AssistedSessions sessions, AssistedActions actions) : ContentPartHandler<CustomerPart>
{
    public override async Task RemovedAsync(RemoveContentContext context, CustomerPart part)
    {
        if (context.NoActiveVersionLeft)
        {
            await sessions.EraseAsync(context.ContentItem.ContentItemId);
            await actions.EraseAsync(context.ContentItem.ContentItemId);
        }
    }
}
