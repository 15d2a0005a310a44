using YesSql.Indexes;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// What a site's storefront proves to be it with, where it exchanges codes: of the secret only a hash is kept. It is a
/// document in <see cref="CustomersConstants.Collection"/>, so no deployment plan and no recipe has it.
/// </summary>
public sealed class StorefrontCredential
{
    /// <summary>Given by the session of the database.</summary>
    public long Id { get; set; }

    /// <summary>The code of the site, which is the name the storefront gives.</summary>
    public string Site { get; set; } = "";

    /// <summary>SHA-256 of the secret, in hexadecimal digits.</summary>
    public string SecretHash { get; set; } = "";

    /// <summary>When the secret was made; older ones are of no use since.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>The name of the user who had it made.</summary>
    public string? CreatedBy { get; set; }
}

/// <summary>One row for each site that has one.</summary>
public sealed class StorefrontCredentialIndex : MapIndex
{
    /// <summary>Unique in the database.</summary>
    public string Site { get; set; } = "";
}

internal sealed class StorefrontCredentialIndexProvider : IndexProvider<StorefrontCredential>
{
    public StorefrontCredentialIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<StorefrontCredential> context)
        => context.For<StorefrontCredentialIndex>().Map(credential => new StorefrontCredentialIndex { Site = credential.Site });
}
