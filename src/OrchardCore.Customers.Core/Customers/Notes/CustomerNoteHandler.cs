using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.Notes;

/// <summary>Takes the notes on a customer with it, whoever deletes it.</summary>
internal sealed class CustomerNoteHandler(CustomerNoteManager notes) : ContentPartHandler<CustomerPart>
{
    public override Task RemovedAsync(RemoveContentContext context, CustomerPart part)
        => context.NoActiveVersionLeft ? notes.EraseAsync(context.ContentItem.ContentItemId) : Task.CompletedTask;
}
