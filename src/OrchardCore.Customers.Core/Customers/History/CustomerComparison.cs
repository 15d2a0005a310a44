using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.Customers.History;

/// <summary>Says in the words of the form what differs between two versions of a customer.</summary>
public sealed class CustomerComparison(IContentDefinitionManager contentDefinitionManager, CustomerFields fields, IEnumerable<ICustomerHistoryLabels> others, IStringLocalizer<CustomerComparison> S)
{
    private static readonly string StatusPath = CustomerFields.FullName(nameof(CustomerPart.Status));

    private static readonly string GenderPath = CustomerFields.FullName(nameof(CustomerPart.Gender));

    private static readonly string DatePath = CustomerFields.FullName(nameof(CustomerPart.DateOfBirth));

    /// <summary>What the values at these paths are called: as the form calls them, those of the merchant's own fields included.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LabelsAsync(IEnumerable<string> paths)
    {
        var type = await contentDefinitionManager.GetTypeDefinitionAsync(CustomersConstants.ContentTypes.Customer);

        return paths.Distinct(StringComparer.Ordinal).ToDictionary(path => path, path => Label(path, type), StringComparer.Ordinal);
    }

    /// <summary>A value as a reader knows it from the form; <see langword="null"/> when there is none.</summary>
    /// <param name="names">What ids are called, such as those of users and groups.</param>
    public string? Text(string path, JsonNode? value, IReadOnlyDictionary<string, string>? names = null)
    {
        var text = Plain(value, names);

        if (path == StatusPath && Enum.TryParse<CustomerStatus>(text, out var status))
        {
            return fields.Label(status);
        }

        if (path == GenderPath)
        {
            return fields.GenderLabel(text);
        }

        return path == DatePath && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date.ToString("D", CultureInfo.CurrentCulture) : text;
    }

    private string? Plain(JsonNode? value, IReadOnlyDictionary<string, string>? names) => value switch
    {
        null => null,
        JsonArray list => Join(list.Select(element => Plain(element, names))),
        JsonObject parts => Join(parts.Select(property => Plain(property.Value, names))),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => S["Yes"],
            JsonValueKind.False => S["No"],
            _ => names?.GetValueOrDefault(value.ToString()) ?? value.ToString(),
        },
    };

    private static string? Join(IEnumerable<string?> texts)
    {
        var joined = string.Join(", ", texts.Where(text => !string.IsNullOrEmpty(text)));

        return joined.Length == 0 ? null : joined;
    }

    private string Label(string path, ContentTypeDefinition? type)
    {
        var (part, rest) = Split(path);
        var definition = type?.Parts.FirstOrDefault(known => known.Name == part);
        var field = definition?.PartDefinition.Fields.FirstOrDefault(known => known.Name == Split(rest).First);

        return field?.DisplayName()
            ?? others.Select(labels => labels.FindLabel(path)).FirstOrDefault(label => label is not null)
            ?? (part == nameof(CustomerPart) ? CustomerLabel(rest) : definition is null ? path : Words(rest));
    }

    /// <summary>Of a value within a value, both labels.</summary>
    private string CustomerLabel(string path)
    {
        if (fields.TryLabel(path) is { } known)
        {
            return known;
        }

        var (first, rest) = Split(path);
        var label = fields.TryLabel(first)?.Value ?? Words(first);

        return rest.Length == 0 ? label : S["{0}: {1}", label, fields.TryLabel(rest)?.Value ?? Words(rest)];
    }

    private static (string First, string Following) Split(string path)
        => path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (path[..dot], path[(dot + 1)..]) : (path, "");

    /// <summary>The words that a name in code is made of: for values that have no label of their own.</summary>
    private static string Words(string name)
    {
        var words = string.Concat(name.Select((letter, index) =>
            index > 0 && char.IsUpper(letter) && char.IsLower(name[index - 1]) ? " " + char.ToLowerInvariant(letter)
            : letter == '[' ? " ("
            : letter == ']' ? ")"
            : letter == '.' ? ": "
            : letter.ToString()));

        return words.Trim();
    }
}
