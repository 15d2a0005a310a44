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

    /// <summary>
    /// The id other systems know the customer by: 1 to 66 ASCII letters, digits, <c>_</c> and <c>-</c>. Chosen when the
    /// customer is created, or the content item id; never changed.
    /// </summary>
    public string? CustomId { get; set; }

    /// <summary>How the customer is addressed, e.g. <c>Dr.</c>; at most 50 characters.</summary>
    public string? Title { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? FirstName { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? MiddleName { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? LastName { get; set; }

    /// <summary>What follows the name, e.g. <c>Jr.</c> or <c>PhD</c>; at most 50 characters.</summary>
    public string? Suffix { get; set; }

    /// <summary>
    /// The name the customer is listed under; at most 255 characters. Composed from title, first, middle and last name
    /// and suffix when left empty.
    /// </summary>
    public string? ContactName { get; set; }

    /// <summary>Free text, not a company of the module; at most 255 characters.</summary>
    public string? Company { get; set; }

    /// <summary>At most 254 characters (RFC 5321), kept as typed and compared without regard to case.</summary>
    public string? Email { get; set; }

    /// <summary>Kept as typed, compared by its digits; at most 15 of them (ITU-T E.164).</summary>
    public string? Phone { get; set; }

    /// <summary>Like <see cref="Phone"/>.</summary>
    public string? SecondPhone { get; set; }

    /// <summary>Not before 1900 and not in the future.</summary>
    public DateOnly? DateOfBirth { get; set; }

    /// <summary>One of the genders in the settings, e.g. <c>Female</c>; <see langword="null"/> when not said.</summary>
    public string? Gender { get; set; }

    /// <summary>A language tag (BCP 47), e.g. <c>de-AT</c>.</summary>
    public string? Language { get; set; }

    /// <summary>A currency code (ISO 4217), e.g. <c>EUR</c>.</summary>
    public string? Currency { get; set; }

    /// <summary>The code of the site the customer shops at first.</summary>
    public string? PreferredSite { get; set; }

    /// <summary>The codes of the further sites the customer shops at.</summary>
    public string[] Sites { get; set; } = [];

    public CustomerStatus Status { get; set; }

    /// <summary>While on hold a customer may log in and may not order; <see langword="null"/> when it is not.</summary>
    public CustomerHold? Hold { get; set; }

    /// <summary>One for each channel that was ever asked for, see <see cref="CustomerConsent"/>.</summary>
    public CustomerConsent[] Consents { get; set; } = [];

    /// <summary>What is known of the customer's business; <see langword="null"/> for a private person.</summary>
    public CustomerBusiness? Business { get; set; }

    /// <summary>The member number of a membership card the customer had before; at most 66 characters.</summary>
    public string? MemberNumber { get; set; }

    /// <summary>The code that proves the membership card is the customer's; at most 66 characters.</summary>
    public string? MemberVerificationCode { get; set; }

    /// <summary>What other systems call the customer, by key.</summary>
    public CustomerReference[] References { get; set; } = [];

    /// <summary>The content item ids of the customer's groups.</summary>
    public string[] Groups { get; set; } = [];

    /// <summary>The id of the user who manages the customer's orders.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>
    /// The id of the user the customer logs in as; <see langword="null"/> when the customer has no account. It is changed by
    /// <see cref="CustomerAccountLink"/> alone: what a form, an import or the content API brings is not taken.
    /// </summary>
    public string? AccountId { get; set; }

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
