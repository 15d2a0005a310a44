using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers;

/// <summary>Compares what is stored now with what a user typed, field by field, the merchant's own fields included.</summary>
public sealed class CustomerConflicts(IContentDefinitionManager contentDefinitionManager, CustomerPageBuilder pages, CustomerFields fields)
{
    private static readonly string RevisionKey = CustomerFields.FullName(nameof(CustomerPart.Revision));

    /// <summary>Kept by the module; nobody types them.</summary>
    private static readonly string[] Kept = [RevisionKey, CustomerFields.FullName(nameof(CustomerPart.Claims)), CustomerFields.FullName(nameof(CustomerPart.Number))];

    /// <summary>
    /// What to show when the form was refused because its revision is not the stored one; else <see langword="null"/>. The
    /// form then gets the stored revision, so that saving again is a decision.
    /// </summary>
    public async Task<EditConflict?> FindAsync(ContentItem yours, ModelStateDictionary modelState)
    {
        if (!modelState.TryGetValue(RevisionKey, out var entry) || entry.Errors.Count == 0)
        {
            return null;
        }

        ContentItem? stored = null;

        // Our session holds what was typed; what is stored has to be read by another one.
        await ShellScope.UsingChildScopeAsync(async scope =>
            stored = await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(yours.ContentItemId));

        if (stored is null)
        {
            return EditConflict.Deleted;
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
            .Where(path => !Kept.Contains(path))
            .Select(path => new EditDifference(path, Label(path, type), theirs.GetValueOrDefault(path), typed.GetValueOrDefault(path)))
            .Where(difference => difference.Stored != difference.Yours)];
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

    private string Label(string path, ContentTypeDefinition type)
    {
        var names = path.Split('.');

        if (names[0] == nameof(CustomerPart))
        {
            return fields.Label(names[1]);
        }

        return type.Parts.FirstOrDefault(part => part.Name == names[0])?
            .PartDefinition.Fields.FirstOrDefault(field => field.Name == names[1])?
            .DisplayName() ?? path;
    }
}
