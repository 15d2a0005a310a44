using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.Companies;

/// <summary>Builds and reads the content editor of companies and units.</summary>
public sealed class CompanyForms(IContentItemDisplayManager displayManager, IUpdateModelAccessor updateModelAccessor)
{
    /// <summary>Where parts put their fields; the editor's own buttons stay out.</summary>
    private static readonly string[] FieldZones = ["Parts", "Content", "Sidebar"];

    /// <summary>The editor with the item's values.</summary>
    public Task<IShape> EditAsync(ContentItem item, bool isNew) => displayManager.BuildEditorAsync(item, updateModelAccessor.ModelUpdater, isNew);

    /// <summary>Writes what was posted into the item; errors are in the model state.</summary>
    /// <returns>The editor with what was typed.</returns>
    public Task<IShape> UpdateAsync(ContentItem item, bool isNew) => displayManager.UpdateEditorAsync(item, updateModelAccessor.ModelUpdater, isNew);

    public static IReadOnlyList<IShape> Zones(IShape editor) => [.. FieldZones.Select(name => ((IZoneHolding)editor).Zones[name]).OfType<IShape>()];

    /// <summary>
    /// When a form was refused because its revision is not the stored one: what differs. The form then gets the stored
    /// revision, so that saving again is a decision.
    /// </summary>
    /// <param name="find">Reads what is stored, in a scope of its own: our session holds what was typed.</param>
    /// <param name="revision">The revision of what is stored.</param>
    public static async Task<IReadOnlyList<EditDifference>?> CompareAsync(
        ContentItem yours,
        string revisionKey,
        ModelStateDictionary modelState,
        Func<IServiceProvider, Task<ContentItem?>> find,
        Func<ContentItem, int> revision,
        Func<ContentItem, IEnumerable<(string Key, string Label, string? Value)>> read)
    {
        if (!modelState.TryGetValue(revisionKey, out var entry) || entry.Errors.Count == 0)
        {
            return null;
        }

        ContentItem? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await find(scope.ServiceProvider));

        if (stored is null)
        {
            return null;
        }

        var current = revision(stored).ToString(CultureInfo.InvariantCulture);
        modelState.SetModelValue(revisionKey, current, current);

        return
        [
            .. read(stored).Zip(read(yours))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new EditDifference(pair.First.Key, pair.First.Label, pair.First.Value, pair.First.Value, pair.Second.Value)),
        ];
    }
}
