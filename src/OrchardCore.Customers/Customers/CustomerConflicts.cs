using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Customers.Addresses;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers;

/// <summary>Compares what is stored now with what a user typed, field by field, the merchant's own fields included.</summary>
public sealed class CustomerConflicts(IContentDefinitionManager contentDefinitionManager, CustomerPageBuilder pages, CustomerFields fields)
{
    private static readonly string RevisionKey = CustomerFields.FullName(nameof(CustomerPart.Revision));

    private static readonly string StatusPath = CustomerFields.FullName(nameof(CustomerPart.Status));

    private static readonly string GenderPath = CustomerFields.FullName(nameof(CustomerPart.Gender));

    private static readonly string DatePath = CustomerFields.FullName(nameof(CustomerPart.DateOfBirth));

    /// <summary>Kept by the module; nobody types them.</summary>
    private static readonly string[] Kept = [RevisionKey, CustomerFields.FullName(nameof(CustomerPart.Claims)), CustomerFields.FullName(nameof(CustomerPart.Number))];

    /// <summary>Compared by themselves, one by one: two who change different addresses are not in each other's way.</summary>
    private const string Addresses = nameof(AddressBookPart) + ".";

    /// <summary>
    /// What to show when the form was refused because its revision is not the stored one, or because there is no such
    /// customer any more; else <see langword="null"/>. The form then gets the stored revision, so that saving again is a
    /// decision.
    /// </summary>
    public async Task<EditConflict?> FindAsync(ContentItem yours, ModelStateDictionary modelState)
    {
        ContentItem? stored = null;

        // Our session holds what was typed; what is stored has to be read by another one.
        await ShellScope.UsingChildScopeAsync(async scope =>
            stored = await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(yours.ContentItemId));

        if (stored is null)
        {
            // Whatever else was refused, was refused of a customer that is gone.
            modelState.Clear();

            return EditConflict.Deleted;
        }

        if (!modelState.TryGetValue(RevisionKey, out var entry) || entry.Errors.Count == 0)
        {
            return null;
        }

        var revision = stored.GetOrCreate<CustomerPart>().Revision.ToString(CultureInfo.InvariantCulture);
        modelState.SetModelValue(RevisionKey, revision, revision);

        return new EditConflict(await pages.WhenAsync(stored.ModifiedUtc, stored.Author), await DifferencesAsync(stored, yours));
    }

    private async Task<IReadOnlyList<EditDifference>> DifferencesAsync(ContentItem stored, ContentItem yours)
    {
        var type = await contentDefinitionManager.GetTypeDefinitionAsync(yours.ContentType);
        var theirs = Values(stored);
        var typed = Values(yours);

        return [.. theirs.Keys.Union(typed.Keys)
            .Where(path => !Kept.Contains(path) && !path.StartsWith(Addresses, StringComparison.Ordinal))
            .Where(path => theirs.GetValueOrDefault(path) != typed.GetValueOrDefault(path))
            .Select(path => Difference(path, Label(path, type), theirs.GetValueOrDefault(path), typed.GetValueOrDefault(path)))];
    }

    /// <summary>The single values of an item's parts and fields, by the path that is also the name of their form field.</summary>
    private static Dictionary<string, string?> Values(ContentItem item)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);

        foreach (var (name, part) in JsonSerializer.SerializeToNode(item)!.AsObject())
        {
            if (part is JsonObject)
            {
                Add(name, part, values);
            }
        }

        return values;
    }

    private static void Add(string path, JsonNode? node, Dictionary<string, string?> values)
    {
        if (node is JsonObject properties)
        {
            foreach (var (name, value) in properties)
            {
                Add($"{path}.{name}", value, values);
            }
        }
        else
        {
            values[path] = node?.ToString();
        }
    }

    private EditDifference Difference(string path, string label, string? stored, string? yours) => new(path, label, stored, Text(path, stored), Text(path, yours));

    /// <summary>A value as a reader knows it from the form.</summary>
    private string? Text(string path, string? value)
    {
        if (path == StatusPath && Enum.TryParse<CustomerStatus>(value, out var status))
        {
            return fields.Label(status);
        }

        if (path == GenderPath)
        {
            return fields.GenderLabel(value);
        }

        return path == DatePath && DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date.ToString("D", CultureInfo.CurrentCulture) : value;
    }

    private string Label(string path, ContentTypeDefinition type)
    {
        var names = path.Split('.');

        if (names[0] == nameof(CustomerPart) && fields.TryLabel(names[1]) is { } label)
        {
            return label;
        }

        return type.Parts.FirstOrDefault(part => part.Name == names[0])?
            .PartDefinition.Fields.FirstOrDefault(field => field.Name == names[1])?
            .DisplayName() ?? path;
    }
}
