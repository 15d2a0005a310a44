namespace OrchardCore.Customers.Addresses;

/// <summary>Where something is sent. What a country asks for, the address formats say.</summary>
public class PostalAddress
{
    /// <summary>The person at this address; at most 255 characters.</summary>
    public string? ContactName { get; set; }

    /// <summary>At most 255 characters.</summary>
    public string? Company { get; set; }

    /// <summary>Street and number; at most 255 characters.</summary>
    public string? Line1 { get; set; }

    /// <summary>At most 255 characters.</summary>
    public string? Line2 { get; set; }

    /// <summary>At most 255 characters.</summary>
    public string? Line3 { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? City { get; set; }

    /// <summary>As the country writes it; at most 20 characters.</summary>
    public string? PostalCode { get; set; }

    /// <summary>A country code (ISO 3166-1 alpha-2), e.g. <c>US</c>.</summary>
    public string? Country { get; set; }

    /// <summary>A subdivision code (ISO 3166-2), e.g. <c>US-NY</c>; free text where the country has no list.</summary>
    public string? Subdivision { get; set; }

    /// <summary>Kept as typed.</summary>
    public string? Phone { get; set; }

    /// <summary>At most 254 characters (RFC 5321).</summary>
    public string? Email { get; set; }
}
