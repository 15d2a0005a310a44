using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// The record of a company that customers buy for. Its addresses stand in the <see cref="Addresses.AddressBookPart"/> of the
/// same item, its people in their memberships.
/// </summary>
public sealed class CompanyPart : ContentPart
{
    /// <summary>The longest name and legal name.</summary>
    public const int MaxName = 255;

    /// <summary>The longest tax or registration number.</summary>
    public const int MaxNumber = 50;

    /// <summary>The longest address of a website.</summary>
    public const int MaxWebsite = 2000;

    /// <summary>What the company is listed under; at most 255 characters, and nothing else is required.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the shop does business with it.</summary>
    public CompanyStatus Status { get; set; }

    /// <summary>Whether it takes part in the shop now; a company that is not active keeps its status.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Its people may log in and may not order.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>The name in the commercial register, when it is another one; at most 255 characters.</summary>
    public string? LegalName { get; set; }

    /// <summary>A tax number such as a VAT identification number; at most 50 characters.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>The number in a commercial register; at most 50 characters.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>An absolute address with http or https.</summary>
    public string? Website { get; set; }

    /// <summary>The content item id of the company it belongs to; <see langword="null"/> when it stands for itself.</summary>
    public string? ParentCompanyId { get; set; }

    /// <summary>
    /// The content item id of the headquarters, the unit on top of the tree. Given when the company is created, and never
    /// changed.
    /// </summary>
    public string? HeadquartersId { get; set; }

    /// <summary>Counts the saves. A form posts the one it was opened with, so that it can't overwrite a newer one.</summary>
    public int Revision { get; set; }

    /// <summary>Whether people of the company may order: it is approved, active and not blocked.</summary>
    public bool MayOrder() => Status == CompanyStatus.Approved && IsActive && !IsBlocked;
}

/// <summary>Whether the shop does business with a company.</summary>
public enum CompanyStatus
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    Approved,

    /// <summary>It can still be approved later.</summary>
    Denied,
}

/// <summary>A change of a company's state by a single click.</summary>
public enum CompanyAction
{
    Approve,
    Deny,
    Activate,
    Deactivate,
    Block,
    Unblock,
}
