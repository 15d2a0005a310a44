using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrchardCore.Customers.History;

/// <summary>The names of what changes have stored as ids and codes.</summary>
public sealed class HistoryNames(CustomerNames names, CustomerUsers users)
{
    private static readonly string ManagedByPath = CustomerFields.FullName(nameof(CustomerPart.ManagedBy));

    private static readonly string AccountPath = CustomerFields.FullName(nameof(CustomerPart.AccountId));

    private static readonly string PreferredSitePath = CustomerFields.FullName(nameof(CustomerPart.PreferredSite));

    private static readonly string SitesPath = CustomerFields.FullName(nameof(CustomerPart.Sites));

    private static readonly string GroupsPath = CustomerFields.FullName(nameof(CustomerPart.Groups));

    /// <summary>By the path of the field, since a site may have the code of a country; then by id or code.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ReadAsync(IReadOnlyList<CustomerDifference> changes)
    {
        var sites = await names.OfSitesAsync();
        var known = await users.NamesAsync(Values(changes, ManagedByPath).Concat(Values(changes, AccountPath)));

        return new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
        {
            [GroupsPath] = await names.OfItemsAsync(Values(changes, GroupsPath)),
            [PreferredSitePath] = sites,
            [SitesPath] = sites,
            [ManagedByPath] = known,
            [AccountPath] = known,
        };
    }

    private static IEnumerable<string> Values(IEnumerable<CustomerDifference> changes, string path)
        => changes.Where(change => change.Path == path)
            .SelectMany(change => new[] { change.Old, change.New })
            .SelectMany(value => value is JsonArray list ? list : [value])
            .Where(value => value?.GetValueKind() == JsonValueKind.String)
            .Select(value => value!.GetValue<string>());
}
