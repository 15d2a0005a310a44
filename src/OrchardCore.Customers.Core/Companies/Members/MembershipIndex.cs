using YesSql.Indexes;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>One row per membership, in the customers' own collection.</summary>
public sealed class MembershipIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string CustomerId { get; set; } = "";

    public string CompanyId { get; set; } = "";

    public string UnitId { get; set; } = "";

    /// <summary>The name of an <see cref="ApprovalGroup"/>.</summary>
    public string Group { get; set; } = "";

    public bool IsActive { get; set; }

    /// <summary>Company and customer; unique in the database.</summary>
    public string MemberKey { get; set; } = "";

    /// <summary>The customer, of the membership that is its default, else as <see cref="MemberKey"/>; unique in the database, so that nobody has two.</summary>
    public string DefaultKey { get; set; } = "";
}

/// <summary>One row per membership and role.</summary>
public sealed class MembershipRoleIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string CompanyId { get; set; } = "";

    public string RoleId { get; set; } = "";
}

internal sealed class MembershipIndexProvider : IndexProvider<Membership>
{
    public override void Describe(DescribeContext<Membership> context)
    {
        context.For<MembershipIndex>().Map(membership =>
        {
            var key = Membership.KeyOf(membership.CompanyId, membership.CustomerId);

            return new MembershipIndex
            {
                CustomerId = membership.CustomerId,
                CompanyId = membership.CompanyId,
                UnitId = membership.UnitId,
                Group = membership.Group?.ToString() ?? "",
                IsActive = membership.IsActive,
                MemberKey = key,
                DefaultKey = membership.IsDefault ? membership.CustomerId : key,
            };
        });

        context.For<MembershipRoleIndex>().Map(membership => membership.RoleIds.Distinct(StringComparer.Ordinal)
            .Select(role => new MembershipRoleIndex { CompanyId = membership.CompanyId, RoleId = role }));
    }
}
