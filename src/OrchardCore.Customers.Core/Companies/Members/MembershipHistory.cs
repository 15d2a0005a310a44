using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// Writes into the history of a customer what became of its memberships, with the names that companies, units and roles have
/// then.
/// </summary>
internal sealed class MembershipHistory(CustomerHistory history, MembershipNames names, MembershipTexts texts, IStringLocalizer<MembershipHistory> S) : ICustomerHistoryLabels
{
    private const string Beginning = nameof(Membership) + "[";
    private const string End = "].";

    /// <summary>Customers were attached, changed or detached.</summary>
    /// <returns>What was written and is not flushed yet.</returns>
    public async Task<IReadOnlyList<CustomerEvent>> WriteAsync(params IReadOnlyList<MembershipChange> changes)
    {
        var known = await names.ReadAsync([.. changes.SelectMany(change => new[] { change.Before, change.After }).OfType<Membership>()]);
        var written = new List<CustomerEvent>();

        foreach (var change in changes)
        {
            if (Compare(change, known) is { Count: > 0 } differences)
            {
                written.Add(await history.RecordAsync(change.CustomerId, differences));
            }
        }

        return written;
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

    private List<CustomerDifference> Compare(MembershipChange change, MembershipDirectory known)
    {
        var company = known.CompanyOf((change.After ?? change.Before)!) ?? S["A company that is gone"].Value;
        var (former, latter) = (Tell(change.Before, known), Tell(change.After, known));

        return [.. former.Keys.Union(latter.Keys)
            .Select(field => new CustomerDifference(Beginning + company + End + field, former.GetValueOrDefault(field), latter.GetValueOrDefault(field)))
            .Where(difference => !JsonNode.DeepEquals(difference.Old, difference.New))];
    }

    /// <summary>What a reader of the history is told of a membership, by its fields; nothing for none.</summary>
    private Dictionary<string, JsonNode?> Tell(Membership? membership, MembershipDirectory known)
    {
        var told = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);

        if (membership is not null)
        {
            var roles = known.RolesOf(membership).Select(name => (JsonNode)name).ToArray();
            told[nameof(Membership.UnitId)] = known.Units.GetValueOrDefault(membership.UnitId);
            told[nameof(Membership.RoleIds)] = roles.Length > 0 ? new JsonArray(roles) : null;
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

/// <param name="Before"><see langword="null"/> when the customer is attached.</param>
/// <param name="After"><see langword="null"/> when the customer is detached.</param>
internal sealed record MembershipChange(Membership? Before, Membership? After)
{
    public string CustomerId => (After ?? Before)!.CustomerId;
}
