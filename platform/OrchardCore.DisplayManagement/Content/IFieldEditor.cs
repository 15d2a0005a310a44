using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.ContentManagement.Display;

/// <summary>Shows the fields of one kind in the editor of their item, and reads them back.</summary>
internal interface IFieldEditor
{
    string FieldType { get; }

    Task<IDisplayResult> BuildEditorAsync(ContentPart part, ContentTypePartDefinition typePart, ContentPartFieldDefinition field, BuildEditorContext context);

    Task<IDisplayResult> UpdateEditorAsync(ContentPart part, ContentTypePartDefinition typePart, ContentPartFieldDefinition field, BuildEditorContext context);
}
