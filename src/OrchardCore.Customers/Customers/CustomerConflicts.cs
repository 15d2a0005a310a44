using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers;

/// <summary>Compares what is stored now with what a user typed, field by field, the merchant's own fields included.</summary>
public sealed class CustomerConflicts(CustomerComparison comparison, CustomerPageBuilder pages)
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

        return new EditConflict(await pages.WhenAsync(stored.ModifiedUtc, stored.Author), await DifferencesAsync(stored, yours));
    }

    private async Task<IReadOnlyList<EditDifference>> DifferencesAsync(ContentItem stored, ContentItem yours)
    {
        var differences = CustomerDifferences.Between(CustomerDifferences.Parts(stored), CustomerDifferences.Parts(yours));
        var labels = await comparison.LabelsAsync(differences.Select(difference => difference.Path));

        return [.. differences.Select(difference => Difference(labels[difference.Path], difference))];
    }

    private EditDifference Difference(string label, CustomerDifference difference)
    {
        string? Text(JsonNode? value) => comparison.Text(difference.Path, value);

        return new EditDifference(difference.Path, label, difference.Old?.ToString(), Text(difference.Old), Text(difference.New));
    }
}
