using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared.Sql;
using YesSql;

namespace OrchardCore.Customers.Groups;

/// <summary>Counts the members of groups, among the customers the user may see (<see cref="ICustomerScope"/>).</summary>
public sealed class CustomerGroupMembers(ISession session, IEnumerable<ICustomerScope> scopes)
{
    /// <summary>The number of members by the group's content item id; groups without any may be left out. It costs one statement for who sees all, and one for each group else.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IEnumerable<string> groupIds, ClaimsPrincipal user)
    {
        var conditions = await new CustomerConditions([], scopes).OfScopesAsync(user);

        if (conditions.Count == 0)
        {
            return await GroupMemberCounts.ReadAsync(session);
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var id in groupIds)
        {
            var members = conditions.Aggregate(session.Query<ContentItem, CustomerIndex>(), (query, condition) => query.Where(condition));
            counts[id] = await members.With<CustomerGroupMemberIndex>(member => member.GroupId == id).CountAsync();
        }

        return counts;
    }
}
