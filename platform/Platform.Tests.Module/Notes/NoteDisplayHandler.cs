using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;

namespace Platform.Tests.Module.Notes;

/// <summary>Looks at a note and its tag when both have been read, and refuses a note that is tagged with its text.</summary>
internal sealed class NoteDisplayHandler : IContentDisplayHandler
{
    public Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context) => Task.CompletedTask;

    public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context)
        => contentItem.GetOrCreate<NotePart>().Text == "break" ? throw new InvalidOperationException("This handler breaks.") : Task.CompletedTask;

    public Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context)
    {
        var text = contentItem.GetOrCreate<NotePart>().Text;

        if (text == "break")
        {
            throw new InvalidOperationException("This handler breaks.");
        }

        if (text is not null && text == contentItem.GetOrCreate<TagPart>().Tag)
        {
            context.Updater.ModelState.AddModelError("TagPart.Tag", "The tag says nothing new.");
        }

        return Task.CompletedTask;
    }
}
