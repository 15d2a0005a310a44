using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Customers.History;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers;

/// <summary>Compares what is stored now with what a user typed, field by field, the merchant's own fields included.</summary>
public sealed class CustomerConflicts(
    IContentDefinitionManager contentDefinitionManager,
    CustomerComparison comparison,
    CustomerPageBuilder pages,
    CustomerFormReader reader,
    ManagedByField managedBy)
{
    private static readonly string RevisionKey = CustomerFields.FullName(nameof(CustomerPart.Revision));

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
        model.ManagedBy = await managedBy.ReadAsync(part);

        return [.. CustomerFormValues.Of(model, await reader.DescribeAsync(part, isNew: false))];
    }

    /// <summary>The merchant's fields; what other parts keep besides fields, their own pages compare.</summary>
    private async Task<IEnumerable<EditDifference>> OtherDifferencesAsync(ContentItem stored, ContentItem yours)
    {
        var type = await contentDefinitionManager.GetTypeDefinitionAsync(yours.ContentType);
        var differences = CustomerDifferences.Between(CustomerDifferences.Parts(stored), CustomerDifferences.Parts(yours)).Where(difference => IsField(difference.Path, type)).ToList();
        var labels = await comparison.LabelsAsync(differences.Select(difference => difference.Path));

        return differences.Select(difference => new EditDifference(
            difference.Path,
            labels[difference.Path],
            difference.Old?.ToString(),
            comparison.Text(difference.Path, difference.Old),
            comparison.Text(difference.Path, difference.New)));
    }

    private static bool IsField(string path, ContentTypeDefinition type)
    {
        var names = path.Split('.');

        return type.Parts.FirstOrDefault(part => part.Name == names[0])?.PartDefinition.Fields.Any(field => field.Name == names[1]) == true;
    }
}
