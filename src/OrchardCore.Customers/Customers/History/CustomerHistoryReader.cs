using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.History;

/// <summary>Tells what was done to a customer, in the words of the form and in the site's time.</summary>
public sealed class CustomerHistoryReader(
    CustomerHistory history,
    CustomerComparison comparison,
    CustomerNames names,
    ILocalClock localClock,
    IStringLocalizer<CustomerHistoryReader> S)
{
    private static readonly string ManagedByPath = CustomerFields.FullName(nameof(CustomerPart.ManagedBy));

    private static readonly string AccountPath = CustomerFields.FullName(nameof(CustomerPart.AccountId));

    private static readonly string GroupsPath = CustomerFields.FullName(nameof(CustomerPart.Groups));

    /// <summary>One page, the latest first.</summary>
    public async Task<HistoryPage> ReadAsync(string customerId, int page, int size)
    {
        // One more than the page has, to know whether there are older ones.
        var events = await history.FindAsync(customerId, (page - 1) * size, size + 1);
        var shown = events.Take(size).ToList();
        var changes = shown.SelectMany(entry => entry.Changes).ToList();
        var labels = await comparison.LabelsAsync(changes.Select(change => change.Path));
        var known = await NamesAsync(changes);
        var entries = new List<HistoryEntry>();

        foreach (var entry in shown)
        {
            entries.Add(new HistoryEntry(
                entry.Kind == CustomerEventKind.Created ? S["Created"] : S["Changed"],
                Who(entry),
                await localClock.ToSiteZoneAsync(entry.Utc),
                [.. entry.Changes.Select(change => new HistoryChange(labels[change.Path], Text(change.Path, change.Old), Text(change.Path, change.New)))],
                Remark(entry)));
        }

        return new HistoryPage(entries, events.Count > size);

        string? Text(string path, JsonNode? value) => comparison.Text(path, value, known);
    }

    private string Who(CustomerEvent entry) => (entry.UserName, entry.Means) switch
    {
        ({ } user, { } means) => S["{0}, by {1}", user, Means(means)],
        ({ } user, null) => user,
        (null, { } means) => Means(means),
        _ => S["The site"],
    };

    private string Means(string means) => means == CustomersRecipeStep.Means ? S["Recipe"] : means;

    private string? Remark(CustomerEvent entry) => entry switch
    {
        { IsUnknown: true } => S["What was stored before could not be read, so it is not known what was changed."].Value,
        { Omitted: > 0 } => S["{0:N0} further changes of this save are not kept.", entry.Omitted].Value,
        _ => null,
    };

    /// <summary>What is stored as an id or a code is shown by its name.</summary>
    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyList<CustomerDifference> changes)
    {
        var known = new Dictionary<string, string>(await names.OfItemsAsync(Values(changes, GroupsPath)), StringComparer.Ordinal);

        foreach (var (code, name) in await names.OfSitesAsync())
        {
            known.TryAdd(code, name);
        }

        foreach (var id in Values(changes, ManagedByPath).Concat(Values(changes, AccountPath)).Distinct())
        {
            known[id] = (await names.OfUserAsync(id))!;
        }

        return known;
    }

    private static IEnumerable<string> Values(IEnumerable<CustomerDifference> changes, string path)
        => changes.Where(change => change.Path == path)
            .SelectMany(change => new[] { change.Old, change.New })
            .SelectMany(value => value is JsonArray list ? list : [value])
            .Where(value => value?.GetValueKind() == JsonValueKind.String)
            .Select(value => value!.GetValue<string>());
}

public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Entries, bool HasOlder);

/// <param name="What">What was done, in a word.</param>
/// <param name="When">In the site's zone.</param>
/// <param name="Remark">What is to be said besides; <see langword="null"/> when nothing.</param>
public sealed record HistoryEntry(string What, string Who, DateTimeOffset When, IReadOnlyList<HistoryChange> Changes, string? Remark)
{
    /// <summary>The fields that were changed, for where there is no room for their values.</summary>
    public string Fields => string.Join(", ", Changes.Select(change => change.Label).Distinct(StringComparer.CurrentCulture));
}

/// <param name="Before">Empty when there was none.</param>
/// <param name="After">Empty when there is none.</param>
public sealed record HistoryChange(string Label, string? Before, string? After);
