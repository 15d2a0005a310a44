using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.History;

/// <summary>Writes the history whoever saves a customer: our form, Orchard's editor, a recipe, the content API.</summary>
internal sealed class CustomerHistoryHandler(CustomerHistory history) : ContentPartHandler<CustomerPart>
{
    public override Task CreatingAsync(CreateContentContext context, CustomerPart part) => history.RememberAsync(context.ContentItem.ContentItemId);

    public override Task CreatedAsync(CreateContentContext context, CustomerPart part) => history.CreatedAsync(context.ContentItem.ContentItemId);

    public override Task UpdatingAsync(UpdateContentContext context, CustomerPart part) => history.RememberAsync(context.ContentItem.ContentItemId);

    public override Task UpdatedAsync(UpdateContentContext context, CustomerPart part) => history.ChangedAsync(context.ContentItem);

    public override Task RemovedAsync(RemoveContentContext context, CustomerPart part)
        => context.NoActiveVersionLeft ? history.EraseAsync(context.ContentItem.ContentItemId) : Task.CompletedTask;
}
