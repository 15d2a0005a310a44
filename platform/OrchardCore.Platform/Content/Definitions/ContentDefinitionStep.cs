using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.Json;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.ContentManagement.Metadata;

/// <summary>The recipe step <c>ContentDefinition</c> adds types and parts, and adds to those that are there.</summary>
internal sealed class ContentDefinitionStep(IContentDefinitionManager manager) : NamedRecipeStepHandler("ContentDefinition")
{
    protected override Task HandleAsync(RecipeExecutionContext context) => manager.ChangeAsync(definitions =>
    {
        foreach (var described in Read<ContentTypeDefinitionRecord>(context.Step["ContentTypes"]))
        {
            var type = definitions.TypeOrAdd(described.Name);
            type.DisplayName = described.DisplayName ?? type.DisplayName;
            StoredJson.Merge(type.Settings, described.Settings);
            Merge(type.ContentTypePartDefinitionRecords, described.ContentTypePartDefinitionRecords, part => part.Name, part => part.Settings);
        }

        foreach (var described in Read<ContentPartDefinitionRecord>(context.Step["ContentParts"]))
        {
            var part = definitions.PartOrAdd(described.Name);
            StoredJson.Merge(part.Settings, described.Settings);
            Merge(part.ContentPartFieldDefinitionRecords, described.ContentPartFieldDefinitionRecords, field => field.Name, field => field.Settings);
        }
    });

    private static List<TRecord> Read<TRecord>(JsonNode records) => records?.Deserialize<List<TRecord>>(StoredJson.Options) ?? [];

    private static void Merge<TRecord>(List<TRecord> known, List<TRecord> described, Func<TRecord, string> name, Func<TRecord, JsonObject> settings)
    {
        foreach (var record in described)
        {
            if (known.Find(other => name(other) == name(record)) is { } same)
            {
                StoredJson.Merge(settings(same), settings(record));
            }
            else
            {
                known.Add(record);
            }
        }
    }
}
