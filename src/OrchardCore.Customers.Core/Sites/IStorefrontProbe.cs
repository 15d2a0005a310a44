namespace OrchardCore.Customers.Sites;

/// <summary>Asks a storefront whether it is there.</summary>
public interface IStorefrontProbe
{
    /// <summary>Asks for the page at the address of a saved site, once, and follows it nowhere.</summary>
    Task<StorefrontAnswer> AskAsync(StoreSite site, CancellationToken cancellationToken);
}

/// <summary>What came of asking a storefront.</summary>
public sealed record StorefrontAnswer(StorefrontState State)
{
    /// <summary>The HTTP status; <see langword="null"/> when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The host that an answer wanted to lead to.</summary>
    public string? LeadsTo { get; init; }
}

/// <summary>Whether a storefront is there, and if not, why.</summary>
public enum StorefrontState
{
    /// <summary>It answered that all is well.</summary>
    Answers,

    /// <summary>It wants to lead elsewhere.</summary>
    Redirects,

    /// <summary>It answered that something is wrong.</summary>
    Complains,

    /// <summary>The site has no address, or none of a storefront.</summary>
    HasNoAddress,

    /// <summary>Nobody knows its host.</summary>
    IsUnknown,

    /// <summary>Nobody answers there.</summary>
    IsClosed,

    /// <summary>Its certificate is not trusted.</summary>
    IsNotTrusted,

    /// <summary>It took too long.</summary>
    IsSlow,
}
