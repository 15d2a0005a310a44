using YesSql.Indexes;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// What people of a company may do in the shop; a document in <see cref="CustomersConstants.Collection"/>. Who has it, the
/// memberships say. With several roles the highest limit wins.
/// </summary>
public sealed class CompanyRole
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 100;

    /// <summary>Given when it is made; never changed.</summary>
    public string RoleId { get; set; } = "";

    /// <summary>The content item id of its company; never changed.</summary>
    public string CompanyId { get; set; } = "";

    /// <summary>At most 100 characters; no two roles of a company have the same.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it is suggested for everybody who comes to the company; exactly one role of a company is.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Names of <see cref="CompanyPermission"/>s.</summary>
    public string[] Permissions { get; set; } = [];

    /// <summary>
    /// Up to which amounts; each permission at most once in each currency. A permission without any limit is unlimited; one
    /// that has limits permits nothing in other currencies.
    /// </summary>
    public CompanyRoleLimit[] Limits { get; set; } = [];

    /// <summary>Counts the saves, so that a form can't overwrite a newer one.</summary>
    public int Revision { get; set; }

    /// <summary>Whether the role has the permission, whatever its limits.</summary>
    public bool Has(string permission) => Permissions.Contains(permission, StringComparer.Ordinal);
}

/// <summary>Up to which amount a role permits something.</summary>
public sealed class CompanyRoleLimit
{
    /// <summary>The name of a <see cref="CompanyPermission"/> that has limits.</summary>
    public string Permission { get; set; } = "";

    /// <summary>In minor units of the currency, e.g. cents; that amount itself is permitted.</summary>
    public long Amount { get; set; }

    /// <summary>A currency code (ISO 4217), e.g. <c>EUR</c>.</summary>
    public string Currency { get; set; } = "";
}

/// <summary>One row per role.</summary>
public sealed class CompanyRoleIndex : MapIndex
{
    public long DocumentId { get; set; }

    /// <summary>As in <see cref="CompanyRole.RoleId"/>; unique in the database.</summary>
    public string RoleId { get; set; } = "";

    public string CompanyId { get; set; } = "";
}

/// <summary>Maps every <see cref="CompanyRole"/>.</summary>
public sealed class CompanyRoleIndexProvider : IndexProvider<CompanyRole>
{
    public CompanyRoleIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CompanyRole> context)
        => context.For<CompanyRoleIndex>().Map(role => new CompanyRoleIndex { RoleId = role.RoleId, CompanyId = role.CompanyId });
}
