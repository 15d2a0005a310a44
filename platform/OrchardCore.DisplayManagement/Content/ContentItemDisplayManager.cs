using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.ContentManagement.Display;

/// <summary>Asks the drivers of all parts and fields of a type.</summary>
internal sealed class ContentItemDisplayManager(
    IContentDefinitionManager definitions,
    IOptions<ContentOptions> contentOptions,
    IEnumerable<IFieldEditor> fieldEditors,
    IEnumerable<IContentDisplayHandler> handlers,
    IServiceProvider services,
    ILogger<ContentItemDisplayManager> logger) : IContentItemDisplayManager
{
    private const string PartsZone = "Parts";
    private const string DefaultPosition = "before";

    public Task<IShape> BuildEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "")
        => FillAsync(content, isUpdate: false, new BuildEditorContext(isNew, groupId, htmlFieldPrefix, updater));

    public Task<IShape> UpdateEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "")
        => FillAsync(content, isUpdate: true, new UpdateEditorContext(isNew, groupId, htmlFieldPrefix, updater));

    private async Task<IShape> FillAsync(ContentItem item, bool isUpdate, BuildEditorContext context)
    {
        var type = await definitions.GetTypeDefinitionAsync(item.ContentType)
            ?? throw new InvalidOperationException($"There is no content type '{item.ContentType}'.");

        foreach (var typePart in type.Parts)
        {
            var part = Part(item, typePart);
            context.DefaultZone = new Zone();
            context.DefaultPosition = typePart.GetSettings<ContentTypePartSettings>().Position ?? DefaultPosition;
            context.Shape.Zones.Get(PartsZone).Add(context.DefaultZone, context.DefaultPosition);

            foreach (var driver in services.GetKeyedServices<IContentPartDisplayDriver>(typePart.PartDefinition.Name))
            {
                await context.ApplyAsync(driver, () => isUpdate ? driver.UpdateEditorAsync(part, typePart, context) : driver.BuildEditorAsync(part, typePart, context), logger);
            }

            foreach (var field in typePart.PartDefinition.Fields)
            {
                await ApplyFieldAsync(part, typePart, field, isUpdate, context);
            }
        }

        foreach (var handler in handlers)
        {
            await context.ApplyAsync(handler, async () =>
            {
                await (context is UpdateEditorContext update ? handler.UpdateEditorAsync(item, update) : handler.BuildEditorAsync(item, context));

                return null;
            }, logger);
        }

        return context.Shape;
    }

    private async Task ApplyFieldAsync(ContentPart part, ContentTypePartDefinition typePart, ContentPartFieldDefinition field, bool isUpdate, BuildEditorContext context)
    {
        context.DefaultPosition = field.GetSettings<ContentPartFieldSettings>().Position ?? DefaultPosition;

        foreach (var editor in fieldEditors.Where(editor => editor.FieldType == field.FieldType))
        {
            await context.ApplyAsync(
                editor, () => isUpdate ? editor.UpdateEditorAsync(part, typePart, field, context) : editor.BuildEditorAsync(part, typePart, field, context), logger);
        }
    }

    private ContentPart Part(ContentItem item, ContentTypePartDefinition definition)
    {
        var type = contentOptions.Value.Part(definition.PartDefinition.Name);
        var part = item.Read(type, definition.Name) ?? (ContentPart)Activator.CreateInstance(type);
        part.ContentItem = item;

        return (ContentPart)part;
    }
}
