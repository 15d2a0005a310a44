using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>Reads the fields that a merchant added to the type or to any of its parts, whatever their kind, by what they store.</summary>
public sealed class CustomerCustomFields(IContentDefinitionManager contentDefinitionManager, ILocalClock localClock, IStringLocalizer<CustomerCustomFields> S)
{
    /// <summary>What kinds of fields keep their value under.</summary>
    private static readonly string[] ValueNames = ["Text", "Value", "Values", "Html", "Markdown", "Url"];

    /// <summary>The fields in the order of their parts, each as a reader knows it; those without a value that can be read as a text are empty.</summary>
    public async Task<IReadOnlyList<CustomField>> ReadAsync(ContentItem item)
    {
        if (await contentDefinitionManager.GetTypeDefinitionAsync(item.ContentType) is not { } type)
        {
            return [];
        }

        var stored = JsonSerializer.SerializeToNode(item)!.AsObject();
        var fields = new List<CustomField>();

        foreach (var part in type.Parts)
        {
            foreach (var field in part.PartDefinition.Fields)
            {
                fields.Add(new CustomField($"{part.Name}.{field.Name}", field.DisplayName(), await TextAsync(stored[part.Name]?[field.Name])));
            }
        }

        return fields;
    }

    private async Task<string?> TextAsync(JsonNode? field)
    {
        if (field is not JsonObject values || ValueNames.FirstOrDefault(name => values[name] is not null) is not { } name)
        {
            return null;
        }

        return values[name] switch
        {
            JsonArray several => string.Join(", ", several.Select(value => value?.ToString())),
            JsonValue value when value.TryGetValue<bool>(out var answer) => answer ? S["Yes"] : S["No"],
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>().ToString(CultureInfo.CurrentCulture),
            // A text is text, whatever it looks like; only a value may be a date.
            JsonValue value when name == "Value" && DateTime.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => await TimeAsync(time),
            var value => value?.ToString(),
        };
    }

    /// <summary>A date is one wherever it is read; a moment is shown in the site's zone.</summary>
    private async Task<string> TimeAsync(DateTime time)
        => time.TimeOfDay == TimeSpan.Zero
            ? time.ToString("D", CultureInfo.CurrentCulture)
            : (await localClock.ConvertToLocalAsync(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)))).ToString("f", CultureInfo.CurrentCulture);
}

/// <param name="Name">Its technical name: <c>Customer.Nickname</c>.</param>
/// <param name="Text">Empty when it has no value.</param>
public sealed record CustomField(string Name, string Label, string? Text);
