using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Handlers;

/// <summary>Gives items the parts and fields of their type, and calls the handlers of the parts.</summary>
internal sealed class ContentHandlers(
    IContentDefinitionManager definitions,
    IOptions<ContentOptions> options,
    IServiceProvider services,
    ILogger<ContentHandlers> logger)
{
    /// <summary>Adds what the item has not.</summary>
    public async Task WeldAsync(ContentItem item)
    {
        foreach (var definition in await PartsAsync(item))
        {
            var part = item.ReadOrWeld(options.Value.Part(definition.PartDefinition.Name), definition.Name);

            foreach (var field in definition.PartDefinition.Fields)
            {
                part.ReadOrWeld(options.Value.Field(field.FieldType), field.Name);
            }
        }
    }

    public async Task InvokeAsync(ContentContextBase context)
    {
        foreach (var (definition, part) in await ExistingPartsAsync(context.ContentItem))
        {
            await InvokeAsync(definition, context, part);
        }
    }

    public async Task<ContentValidateResult> ValidateAsync(ContentItem item)
    {
        var result = new ContentValidateResult();

        foreach (var (definition, part) in await ExistingPartsAsync(item))
        {
            var context = new ValidateContentPartContext(item, definition);
            await InvokeAsync(definition, context, part);

            foreach (var error in context.ContentValidateResult.Errors)
            {
                result.Fail(error);
            }
        }

        return result;
    }

    private async Task InvokeAsync(ContentTypePartDefinition definition, ContentContextBase context, ContentPart part)
    {
        foreach (var type in options.Value.Handlers(definition.PartDefinition.Name))
        {
            try
            {
                await ((IContentPartHandler)services.GetRequiredService(type)).HandleAsync(context, part);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "{Handler} failed on the content item '{ContentItemId}'.", type.FullName, context.ContentItem.ContentItemId);
            }
        }
    }

    private async Task<IEnumerable<(ContentTypePartDefinition Definition, ContentPart Part)>> ExistingPartsAsync(ContentItem item)
        => (await PartsAsync(item))
            .Select(definition => (definition, (ContentPart)item.Read(options.Value.Part(definition.PartDefinition.Name), definition.Name)))
            .Where(part => part.Item2 is not null);

    private async Task<IEnumerable<ContentTypePartDefinition>> PartsAsync(ContentItem item)
        => (await definitions.GetTypeDefinitionAsync(item.ContentType))?.Parts ?? [];
}
