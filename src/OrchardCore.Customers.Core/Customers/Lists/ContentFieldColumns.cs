using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.Customers.Lists;

/// <summary>A column for each field that the merchant added to the type, whichever of its parts it stands on: <c>field:Customer.Nickname</c>.</summary>
internal sealed class ContentFieldColumns(IContentDefinitionManager contentDefinitionManager, IStringLocalizer<ContentFieldColumns> S) : ICustomerColumnSource
{
    private const int FirstOrder = 1000;
    private const int MaxText = 200;

    /// <summary>What each kind of field shows.</summary>
    private Dictionary<string, Func<JsonObject, CustomerCell>> Kinds => field ??= new()
    {
        ["TextField"] = value => Text(value["Text"]),
        ["HtmlField"] = value => Text(value["Html"]),
        ["MarkdownField"] = value => Text(value["Markdown"]),
        ["LinkField"] = value => Text(IsEmpty(value["Text"]) ? value["Url"] : value["Text"]),
        ["YoutubeField"] = value => Text(value["RawAddress"]),
        ["NumericField"] = value => new CustomerCell.Text(decimal.TryParse(value["Value"]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.CurrentCulture) : null),
        ["BooleanField"] = value => new CustomerCell.Text(bool.TryParse(value["Value"]?.ToString(), out var isTrue) ? (isTrue ? S["Yes"] : S["No"]).Value : null),
        ["DateField"] = value => new CustomerCell.Text(Time(value["Value"])?.ToString("d", CultureInfo.CurrentCulture)),
        ["DateTimeField"] = value => new CustomerCell.Time(Time(value["Value"])),
        ["TimeField"] = value => Text(value["Value"]),
        ["MultiTextField"] = value => Labels(value["Values"]),
        ["UserPickerField"] = value => Labels(value["UserNames"]),
        ["TaxonomyField"] = value => Labels(value["TagNames"]),
        ["LocalizationSetContentPickerField"] = value => Labels(value["LocalizationSets"]),
    };

    /// <summary>Items as they are stored, each read once whatever the number of columns.</summary>
    private readonly Dictionary<ContentItem, JsonObject> _stored = [];

    public async Task<IReadOnlyList<ICustomerListColumn>> GetColumnsAsync()
    {
        var type = await contentDefinitionManager.GetTypeDefinitionAsync(CustomersConstants.ContentTypes.Customer);

        return type is null ? [] : [.. type.Parts
            .SelectMany(part => part.PartDefinition.Fields.Select(field => (Part: part.Name, Field: field)))
            .Where(entry => Kinds.ContainsKey(entry.Field.FieldDefinition.Name))
            .Select((entry, index) => new FieldColumn(this, entry.Part, entry.Field, FirstOrder + index))];
    }

    private static bool IsEmpty(JsonNode? value) => string.IsNullOrEmpty(value?.ToString());

    /// <summary>A long text is told by how it begins.</summary>
    private static CustomerCell.Text Text(JsonNode? value)
        => new(value?.ToString() is { Length: > MaxText } text ? string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText), "…") : value?.ToString());

    private static CustomerCell.Labels Labels(JsonNode? values) => new([.. (values as JsonArray)?.Select(value => value?.ToString() ?? "") ?? []]);

    private static DateTime? Time(JsonNode? value)
        => DateTime.TryParse(value?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private JsonObject Stored(ContentItem customer)
    {
        if (!_stored.TryGetValue(customer, out var stored))
        {
            _stored[customer] = stored = JsonSerializer.SerializeToNode(customer)!.AsObject();
        }

        return stored;
    }

    private sealed class FieldColumn(ContentFieldColumns source, string part, ContentPartFieldDefinition definition, int order) : CustomerItemColumn
    {
        public override string Name => $"field:{part}.{definition.Name}";

        public override LocalizedString Heading => new(definition.DisplayName(), definition.DisplayName());

        public override int Order => order;

        public override bool IsShownByDefault => false;

        protected override CustomerCell GetCell(ContentItem customer)
            => source.Stored(customer)[part] is JsonObject stored && stored[definition.Name] is JsonObject value
                ? source.Kinds[definition.FieldDefinition.Name](value)
                : new CustomerCell.Text(null);
    }
}
