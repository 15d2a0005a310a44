using OrchardCore.ContentManagement;

namespace OrchardCore.Customers;

/// <summary>
/// The customer's record. When it was created and changed, and by whom, stands on the content item
/// (<see cref="ContentItem.CreatedUtc"/>, <see cref="ContentItem.Owner"/>, <see cref="ContentItem.ModifiedUtc"/>,
/// <see cref="ContentItem.Author"/>).
/// </summary>
public sealed class CustomerPart : ContentPart
{
    /// <summary>Generated once by the pattern in the settings; never changed and never used again.</summary>
    public string? Number { get; set; }

    /// <summary>How the customer is addressed, e.g. <c>Dr.</c>; at most 50 characters.</summary>
    public string? Title { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? FirstName { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? MiddleName { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? LastName { get; set; }

    /// <summary>
    /// The name the customer is listed under; at most 255 characters. Composed from title, first, middle and last name
    /// when left empty.
    /// </summary>
    public string? ContactName { get; set; }

    /// <summary>Free text, not a company of the module; at most 255 characters.</summary>
    public string? Company { get; set; }

    /// <summary>At most 254 characters (RFC 5321), kept as typed and compared without regard to case.</summary>
    public string? Email { get; set; }

    /// <summary>Kept as typed, compared by its digits; at most 15 of them (ITU-T E.164).</summary>
    public string? Phone { get; set; }

    /// <summary>Not before 1900 and not in the future.</summary>
    public DateOnly? DateOfBirth { get; set; }

    /// <summary><see langword="null"/> when not said.</summary>
    public CustomerGender? Gender { get; set; }

    public CustomerStatus Status { get; set; }

    /// <summary>Counts the saves. A form posts the one it was opened with, so that it can't overwrite a newer one.</summary>
    public int Revision { get; set; }

    /// <summary>The keys no other customer may have, see <see cref="CustomerKeyIndex"/>; written when the customer is saved.</summary>
    public string[] Claims { get; set; } = [];
}

/// <summary>Whether the customer takes part in the shop.</summary>
public enum CustomerStatus
{
    Active,
    Inactive,
}

/// <summary>As the customer says; nothing is said until the customer does.</summary>
public enum CustomerGender
{
    Female,
    Male,
    Other,
}
