namespace OrchardCore.Customers.Sites;

/// <summary>The sites of the merchant, kept among the site's settings.</summary>
public sealed class StoreSiteSettings
{
    /// <summary>In the order in which forms offer them.</summary>
    public StoreSite[] Sites { get; set; } = [];
}

/// <summary>A place where customers shop: a storefront with its currencies and languages.</summary>
public sealed class StoreSite
{
    public const int MaxName = 100;

    /// <summary>What customers and other systems know it by: see <see cref="Shared.CodeText"/>. No two sites have the same, whatever its case; it never changes.</summary>
    public string Code { get; set; } = "";

    /// <summary>At most 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the storefront is, e.g. <c>https://shop.example.com</c>, without a slash at the end; empty while nobody has said it.</summary>
    public string StorefrontUrl { get; set; } = "";

    /// <summary>Currency codes (ISO 4217), the most usual one first.</summary>
    public string[] Currencies { get; set; } = [];

    /// <summary>Language tags (BCP 47), the most usual one first.</summary>
    public string[] Languages { get; set; } = [];

    /// <summary>Whether forms offer it; customers who have it keep it anyway.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>How users act for customers at this site.</summary>
    public SiteAssistedBuying AssistedBuying { get; set; } = new();

    /// <summary>Counts the saves, so that a form can't overwrite a newer one.</summary>
    public int Revision { get; set; }
}
