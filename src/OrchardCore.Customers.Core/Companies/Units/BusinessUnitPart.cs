using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Companies;

/// <summary>A part of a company that buys: a branch, a department, a warehouse.</summary>
public sealed class BusinessUnitPart : ContentPart
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 255;

    /// <summary>The longest address on the web.</summary>
    public const int MaxUrl = 2000;

    /// <summary>The content item id of its company; never changed.</summary>
    public string? CompanyId { get; set; }

    /// <summary>The content item id of the unit above; <see langword="null"/> for the headquarters, of which a company has exactly one.</summary>
    public string? ParentUnitId { get; set; }

    /// <summary>At most 255 characters.</summary>
    public string? Name { get; set; }

    /// <summary>An account number (ISO 13616), kept in capitals without spaces.</summary>
    public string? Iban { get; set; }

    /// <summary>The code of a bank (ISO 9362), kept in capitals without spaces.</summary>
    public string? Bic { get; set; }

    /// <summary>Kept as typed; at most 15 digits (ITU-T E.164).</summary>
    public string? Phone { get; set; }

    /// <summary>At most 254 characters (RFC 5321).</summary>
    public string? Email { get; set; }

    /// <summary>An absolute address with http or https.</summary>
    public string? Url { get; set; }

    /// <summary>Ids of addresses in the company's address book; an address may be used by several units.</summary>
    public string[] AddressIds { get; set; } = [];

    /// <summary>Counts the saves. A form posts the one it was opened with, so that it can't overwrite a newer one.</summary>
    public int Revision { get; set; }
}
