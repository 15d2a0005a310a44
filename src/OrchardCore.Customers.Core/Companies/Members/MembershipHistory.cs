using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// Writes into the history of a customer what became of its memberships, with the names that companies, units and roles have
/// then.
/// </summary>
internal sealed class MembershipHistory(CustomerHistory history, ICompanyManager companies, IBusinessUnitManager units, ICompanyRoleManager roles, MembershipTexts texts, IStringLocalizer<MembershipHistory> S) : ICustomerHistoryLabels
{
    private const string Beginning = nameof(Membership) + "[";
    private const string End = "].";

    /// <summary>The customer was attached, changed or detached.</summary>
    /// <param name="before"><see langword="null"/> when the customer is attached.</param>
    /// <param name="after"><see langword="null"/> when the customer is detached.</param>
    public async Task WriteAsync(Membership? before, Membership? after)
    {
        var membership = (after ?? before)!;
        var company = (await companies.FindAsync(membership.CompanyId))?.GetOrCreate<CompanyPart>().Name ?? S["A company that is gone"].Value;
        var (former, latter) = (await ReadAsync(before), await ReadAsync(after));
        var changes = former.Keys.Union(latter.Keys)
            .Select(field => new CustomerDifference(Beginning + company + End + field, former.GetValueOrDefault(field), latter.GetValueOrDefault(field)))
            .Where(change => !JsonNode.DeepEquals(change.Old, change.New))
            .ToList();

        if (changes.Count > 0)
        {
            await history.RecordAsync(membership.CustomerId, changes);
        }
    }

    /// <summary>One of many members gets another unit, or a role is replaced by another: the names are known.</summary>
    public Task WriteAsync(Membership membership, string company, string field, string? before, string? after)
        => history.RecordAsync(membership.CustomerId, [new(Beginning + company + End + field, before, after)]);

    public string? FindLabel(string path)
    {
        var end = path.LastIndexOf(End, StringComparison.Ordinal);

        return path.StartsWith(Beginning, StringComparison.Ordinal) && end > Beginning.Length && texts.TryLabel(path[(end + End.Length)..]) is { } label
            ? S["{0}: {1}", path[Beginning.Length..end], label].Value
            : null;
    }

    /// <summary>What a reader of the history is told of a membership, by its fields; nothing for none.</summary>
    private async Task<Dictionary<string, JsonNode?>> ReadAsync(Membership? membership)
    {
        var told = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);

        if (membership is not null)
        {
            var known = await roles.FindAllAsync(membership.CompanyId);
            told[nameof(Membership.UnitId)] = (await units.FindAsync(membership.UnitId))?.GetOrCreate<BusinessUnitPart>().Name;
            var names = known.Where(role => membership.RoleIds.Contains(role.RoleId, StringComparer.Ordinal)).Select(role => (JsonNode)role.Name).ToArray();
            told[nameof(Membership.RoleIds)] = names.Length > 0 ? new JsonArray(names) : null;
            told[nameof(Membership.Group)] = membership.Group is { } group ? texts.Label(group).Value : null;
            told[nameof(Membership.ContactType)] = membership.ContactType == ContactType.None ? null : texts.Label(membership.ContactType).Value;
            told[nameof(Membership.IsActive)] = membership.IsActive;
            told[nameof(Membership.IsDefault)] = membership.IsDefault ? true : null;
            told[nameof(Membership.Billing)] = membership.Billing?.Id;
            told[nameof(Membership.Shipping)] = membership.Shipping?.Id;
        }

        return told;
    }
}
