using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers;

/// <summary>The fields that a merchant added to a type or to any of its parts, and what they say.</summary>
public sealed class CustomerCustomFields(IContentDefinitionManager contentDefinitionManager, IStringLocalizer<CustomerCustomFields> S)
{
    /// <summary>What fields of other kinds keep a readable value under, if they have one.</summary>
    private static readonly string[] ValueNames = ["Text", "Value", "Values", "Html", "Markdown", "Url", "Paths"];

    /// <summary>What the kinds of fields that Orchard has say.</summary>
    private Dictionary<string, Func<JsonObject, CustomerCell>> Kinds => field ??= new(StringComparer.Ordinal)
    {
        ["LinkField"] = value => Text(IsEmpty(value["Text"]) ? value["Url"] : value["Text"]),
        ["YoutubeField"] = value => Text(value["RawAddress"]),
        ["NumericField"] = value => new CustomerCell.Text(decimal.TryParse(value["Value"]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.CurrentCulture) : null),
        ["BooleanField"] = value => new CustomerCell.Text(bool.TryParse(value["Value"]?.ToString(), out var isTrue) ? (isTrue ? S["Yes"] : S["No"]).Value : null),
        ["DateField"] = value => new CustomerCell.Text(Time(value["Value"])?.ToString("d", CultureInfo.CurrentCulture)),
        ["DateTimeField"] = value => new CustomerCell.Time(Time(value["Value"])),
        ["UserPickerField"] = value => Labels(value["UserNames"]),
        ["TaxonomyField"] = value => Labels(value["TagNames"]),
        ["LocalizationSetContentPickerField"] = value => Labels(value["LocalizationSets"]),
    };

    /// <summary>The fields in the order of the type's parts.</summary>
    public async Task<IReadOnlyList<CustomField>> ListAsync(string contentType)
        => await contentDefinitionManager.GetTypeDefinitionAsync(contentType) is not { } type ? [] :
        [
            .. type.Parts.SelectMany(part => part.PartDefinition.Fields, (part, field) =>
                new CustomField(part.Name, field.Name, field.FieldDefinition.Name, field.DisplayName())),
        ];

    /// <summary>What a field says; an empty text when it says nothing that can be read.</summary>
    /// <param name="stored">From <see cref="Stored"/>.</param>
    public CustomerCell Read(JsonObject stored, CustomField field)
        => (stored[field.Part] as JsonObject)?[field.Name] is not JsonObject value ? Text(null)
            : Kinds.TryGetValue(field.Kind, out var read) ? read(value)
            : ReadOther(value);

    /// <summary>An item as it is stored, fields of parts that no module has any more included.</summary>
    public static JsonObject Stored(ContentItem item) => JsonSerializer.SerializeToNode(item)!.AsObject();

    private static CustomerCell ReadOther(JsonObject value)
        => ValueNames.Select(name => value[name]).FirstOrDefault(found => found is not null) is JsonArray several ? Labels(several)
            : Text(ValueNames.Select(name => value[name]).FirstOrDefault(found => found is JsonValue));

    private static bool IsEmpty(JsonNode? value) => string.IsNullOrEmpty(value?.ToString());

    private static CustomerCell.Text Text(JsonNode? value) => new(value?.ToString());

    private static CustomerCell.Labels Labels(JsonNode? values) => new([.. (values as JsonArray)?.Select(value => value?.ToString() ?? "") ?? []]);

    private static DateTime? Time(JsonNode? value)
        => DateTime.TryParse(value?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}

/// <param name="Part">The technical name of its part, e.g. <c>Customer</c>.</param>
/// <param name="Name">Its technical name on the part, e.g. <c>Nickname</c>.</param>
/// <param name="Kind">The technical name of its kind, e.g. <c>TextField</c>.</param>
/// <param name="Label">What readers know it as.</param>
public sealed record CustomField(string Part, string Name, string Kind, string Label);
