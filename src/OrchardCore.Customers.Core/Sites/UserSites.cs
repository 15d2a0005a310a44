using YesSql.Indexes;

namespace OrchardCore.Customers.Sites;

/// <summary>A user who sees the customers of some sites only. Users without such a document see those of all.</summary>
public sealed class UserSites
{
    public long Id { get; set; }

    public string UserId { get; set; } = "";

    /// <summary>The codes of the sites, at least one of them; a site may be gone.</summary>
    public string[] Sites { get; set; } = [];

    /// <summary>Counts the saves, so that a form can't overwrite a newer one.</summary>
    public int Revision { get; set; }
}

/// <summary>What users' limits are looked up by, in the collection of the module's documents.</summary>
public sealed class UserSitesIndex : MapIndex
{
    public long DocumentId { get; set; }

    /// <summary>Unique in the database.</summary>
    public string UserId { get; set; } = "";
}

internal sealed class UserSitesIndexProvider : IndexProvider<UserSites>
{
    public UserSitesIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<UserSites> context) => context.For<UserSitesIndex>().Map(user => new UserSitesIndex { UserId = user.UserId });
}
