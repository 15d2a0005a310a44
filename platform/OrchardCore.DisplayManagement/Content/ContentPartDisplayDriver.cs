using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

public interface IContentPartDisplayDriver
{
    internal Task<IDisplayResult> BuildEditorAsync(ContentPart part, ContentTypePartDefinition typePartDefinition, BuildEditorContext context);

    internal Task<IDisplayResult> UpdateEditorAsync(ContentPart part, ContentTypePartDefinition typePartDefinition, BuildEditorContext context);
}

/// <summary>Shows a part in the editor of its item, and reads it back. Its fields are named after the part.</summary>
public abstract class ContentPartDisplayDriver<TPart> : DisplayDriverBase, IContentPartDisplayDriver
    where TPart : ContentPart, new()
{
    Task<IDisplayResult> IContentPartDisplayDriver.BuildEditorAsync(ContentPart part, ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
    {
        Prefix = context.PrefixOf(typePartDefinition.Name);

        return Task.FromResult(Edit((TPart)part, new BuildPartEditorContext(typePartDefinition, context)));
    }

    async Task<IDisplayResult> IContentPartDisplayDriver.UpdateEditorAsync(ContentPart part, ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
    {
        Prefix = context.PrefixOf(typePartDefinition.Name);
        var result = await UpdateAsync((TPart)part, new UpdatePartEditorContext(typePartDefinition, context));
        part.ContentItem.Write(typePartDefinition.Name, part);

        return result;
    }

    public virtual IDisplayResult Edit(TPart part, BuildPartEditorContext context) => null;

    /// <summary>Reads what was posted into the part. It is then written into the item.</summary>
    /// <returns>The editor to show again; <see langword="null"/> for none.</returns>
    public virtual Task<IDisplayResult> UpdateAsync(TPart part, UpdatePartEditorContext context) => Task.FromResult<IDisplayResult>(null);

    /// <summary>The shape type of the editor: the part's name and <c>_Edit</c>.</summary>
    protected string GetEditorShapeType(BuildPartEditorContext context) => context.TypePartDefinition.PartDefinition.Name + "_Edit";
}
