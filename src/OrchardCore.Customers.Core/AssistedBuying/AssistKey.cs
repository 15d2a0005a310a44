using YesSql.Indexes;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// A key that tokens are signed with (ECDSA on P-256). A document in <see cref="CustomersConstants.Collection"/>; its private
/// half is protected by the site's data protection.
/// </summary>
public sealed class AssistKey
{
    /// <summary>Given by the session of the database.</summary>
    public long Id { get; set; }

    /// <summary>1 for the first one; the one with the highest number signs.</summary>
    public int Number { get; set; }

    /// <summary>What tokens name it by: its thumbprint (RFC 7638).</summary>
    public string KeyId { get; set; } = "";

    /// <summary>The private key (PKCS #8), protected.</summary>
    public string ProtectedKey { get; set; } = "";

    /// <summary>The public point, in base64url (RFC 7518, 6.2.1.2).</summary>
    public string X { get; set; } = "";

    /// <summary>As <see cref="X"/>.</summary>
    public string Y { get; set; } = "";

    /// <summary>When it was made, and the one before stopped signing.</summary>
    public DateTime CreatedUtc { get; set; }
}

/// <summary>Orders keys, and lets there be one of each number.</summary>
public sealed class AssistKeyIndex : MapIndex
{
    /// <summary>Unique in the database.</summary>
    public int Number { get; set; }
}

internal sealed class AssistKeyIndexProvider : IndexProvider<AssistKey>
{
    public AssistKeyIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<AssistKey> context) => context.For<AssistKeyIndex>().Map(key => new AssistKeyIndex { Number = key.Number });
}
