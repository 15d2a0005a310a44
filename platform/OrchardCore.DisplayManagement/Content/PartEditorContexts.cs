using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Handlers;

namespace OrchardCore.ContentManagement.Display.Models;

/// <summary>A part whose editor is built.</summary>
public class BuildPartEditorContext : BuildEditorContext
{
    internal BuildPartEditorContext(ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
        : base(context.IsNew, context.GroupId, context.HtmlFieldPrefix, context.Updater)
    {
        Shape = context.Shape;
        TypePartDefinition = typePartDefinition;
    }

    internal ContentTypePartDefinition TypePartDefinition { get; }
}

/// <summary>A part that gets what was posted.</summary>
public class UpdatePartEditorContext : BuildPartEditorContext
{
    internal UpdatePartEditorContext(ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
        : base(typePartDefinition, context)
    {
    }
}
