namespace OrchardCore.ContentManagement.Handlers;

public interface IContentPartHandler
{
    /// <summary>Takes part in what happens to an item with the part this handler is for.</summary>
    internal Task HandleAsync(ContentContextBase context, ContentPart part);
}

/// <summary>Takes part in what happens to content items with a certain part. What it throws is logged, and things go on.</summary>
public abstract class ContentPartHandler<TPart> : IContentPartHandler
    where TPart : ContentPart, new()
{
    Task IContentPartHandler.HandleAsync(ContentContextBase context, ContentPart part) => (context, part) switch
    {
        (CreateContentContext { IsDone: true } created, TPart typed) => CreatedAsync(created, typed),
        (CreateContentContext creating, TPart typed) => CreatingAsync(creating, typed),
        (UpdateContentContext { IsDone: true } updated, TPart typed) => UpdatedAsync(updated, typed),
        (UpdateContentContext updating, TPart typed) => UpdatingAsync(updating, typed),
        (RemoveContentContext removed, TPart typed) => RemovedAsync(removed, typed),
        (ValidateContentPartContext validating, TPart typed) => ValidatingAsync(validating, typed),
        _ => Task.CompletedTask,
    };

    public virtual Task CreatingAsync(CreateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task CreatedAsync(CreateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task UpdatingAsync(UpdateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task UpdatedAsync(UpdateContentContext context, TPart part) => Task.CompletedTask;

    public virtual Task RemovedAsync(RemoveContentContext context, TPart part) => Task.CompletedTask;

    protected virtual Task ValidatingAsync(ValidateContentPartContext context, TPart part) => Task.CompletedTask;
}
