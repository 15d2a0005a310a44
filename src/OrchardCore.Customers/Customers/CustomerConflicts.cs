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
public sealed class CustomerConflicts(IContentDefinitionManager contentDefinitionManager, CustomerPageBuilder pages, CustomerFormReader reader)
{
    private static readonly string RevisionKey = CustomerFields.FullName(nameof(CustomerPart.Revision));

    /// <summary>The properties of our own part, which are compared as the form shows them; what else stands there, the merchant added.</summary>
    private static readonly HashSet<string> Ours = [.. typeof(CustomerPart).GetProperties().Select(property => property.Name)];

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

        return new EditConflict(
            await pages.WhenAsync(stored.ModifiedUtc, stored.Author),
            [.. await FormDifferencesAsync(stored, yours), .. await OtherDifferencesAsync(stored, yours)]);
    }

    private async Task<IEnumerable<EditDifference>> FormDifferencesAsync(ContentItem stored, ContentItem yours)
    {
        var theirs = await ReadAsync(stored);
        var typed = await ReadAsync(yours);

        return theirs.Zip(typed)
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new EditDifference(CustomerFields.FullName(pair.First.Name), pair.First.Label, pair.First.Value, pair.First.Text, pair.Second.Text));
    }

    private async Task<List<CustomerFormValue>> ReadAsync(ContentItem customer)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var model = new CustomerPartViewModel();
        await reader.ReadAsync(part, model);

        return [.. CustomerFormValues.Of(model, await reader.DescribeAsync(part, isNew: false))];
    }

    /// <summary>The fields of other parts, and those that the merchant put on ours.</summary>
    private async Task<IEnumerable<EditDifference>> OtherDifferencesAsync(ContentItem stored, ContentItem yours)
    {
        var type = await contentDefinitionManager.GetTypeDefinitionAsync(yours.ContentType);
        var theirs = Values(stored);
        var typed = Values(yours);

        return theirs.Keys.Union(typed.Keys)
            .Select(path => (Path: path, Stored: theirs.GetValueOrDefault(path), Yours: typed.GetValueOrDefault(path)))
            .Where(field => field.Stored != field.Yours && LabelOf(field.Path, type) is not null)
            .Select(field => new EditDifference(field.Path, LabelOf(field.Path, type)!, field.Stored, field.Stored, field.Yours));
    }

    /// <summary>The single values of an item's fields, by the path that is also the name of their form field.</summary>
    private static Dictionary<string, string?> Values(ContentItem item)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);

        foreach (var (name, part) in JsonSerializer.SerializeToNode(item)!.AsObject())
        {
            foreach (var (property, value) in part as JsonObject ?? [])
            {
                if (name != nameof(CustomerPart) || !Ours.Contains(property))
                {
                    Add($"{name}.{property}", value, values);
                }
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

    /// <summary>What people call a field; <see langword="null"/> when it is no field, but something a part keeps for itself.</summary>
    private static string? LabelOf(string path, ContentTypeDefinition type)
    {
        var names = path.Split('.');

        return type.Parts.FirstOrDefault(part => part.Name == names[0])?
            .PartDefinition.Fields.FirstOrDefault(field => field.Name == names[1])?
            .DisplayName();
    }
}
