namespace OrchardCore.Customers.Companies.Members;

/// <summary>How the memberships of a customer follow each other: the default, then the oldest.</summary>
internal static class MembershipOrder
{
    public static IEnumerable<Membership> InOrder(this IEnumerable<Membership> memberships)
        => memberships.OrderByDescending(membership => membership.IsDefault).ThenBy(membership => membership.SinceUtc).ThenBy(membership => membership.Id);
}
