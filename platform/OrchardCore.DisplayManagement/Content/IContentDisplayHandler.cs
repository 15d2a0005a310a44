using OrchardCore.DisplayManagement.Handlers;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

/// <summary>Takes part in the making of a whole item's display and editor, after the drivers of its parts and fields.</summary>
public interface IContentDisplayHandler
{
    Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context);

    Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context);

    Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context);
}
