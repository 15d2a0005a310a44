namespace OrchardCore.Customers;

/// <summary>
/// Where it is said at which sites customers can shop: in the customer settings, unless a feature brings sites of its own and
/// registers its source after that of the customers.
/// </summary>
public interface ICustomerSiteSource
{
    /// <summary>Whether they are named on the page of the customer settings.</summary>
    bool IsTheSettings { get; }

    /// <summary>The sites, as the user of this request or job may use them.</summary>
    Task<CustomerSiteList> ReadAsync();
}

/// <summary>The sites at which customers shop.</summary>
public sealed class CustomerSiteList(IReadOnlyList<CustomerSiteChoice> sites)
{
    /// <summary>In the order of the settings, those among them that are not offered any more.</summary>
    public IReadOnlyList<CustomerSiteChoice> All => sites;

    /// <summary>Those a form offers.</summary>
    public IEnumerable<CustomerSiteChoice> Offered => sites.Where(site => site is { IsActive: true, IsWithinReach: true });

    /// <summary>The site with that code, in whatever case; <see langword="null"/> when there is none (any more).</summary>
    public CustomerSiteChoice? Find(string? code) => sites.FirstOrDefault(site => site.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the site is called; the code itself when it has no name, or is gone.</summary>
    public string NameOf(string code) => Find(code) is { Name.Length: > 0 } site ? site.Name : code;
}

/// <summary>One of the sites at which customers shop.</summary>
public sealed record CustomerSiteChoice(string Code, string Name)
{
    /// <summary>Whether more customers can get it; those who have it keep it anyway.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether the user works for it.</summary>
    public bool IsWithinReach { get; init; } = true;
}
