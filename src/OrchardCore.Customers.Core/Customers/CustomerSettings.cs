namespace OrchardCore.Customers;

/// <summary>The site's rules for customers, edited under <c>/Admin/Settings/customers</c>.</summary>
public sealed class CustomerSettings
{
    /// <summary>How customer numbers look, see <see cref="CustomerNumberPattern"/>.</summary>
    public string NumberPattern { get; set; } = CustomerNumberPattern.Default;

    /// <summary>What happens when two customers get the same contact name.</summary>
    public ContactNameUniqueness ContactNameUniqueness { get; set; } = ContactNameUniqueness.Warn;

    /// <summary>Whether two customers may not have the same e-mail address; customers without one never collide.</summary>
    public bool UniqueEmail { get; set; } = true;

    /// <summary>Names of <see cref="CustomerPart"/> properties, of those in <see cref="RequirableFields"/>. The contact name always is.</summary>
    public string[] RequiredFields { get; set; } = [];

    /// <summary>Where the list stands in the admin's menu.</summary>
    public CustomersMenu Menu { get; set; } = CustomersMenu.TopLevel;

    /// <summary>The fields a site may require besides the contact name, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> RequirableFields =
    [
        nameof(CustomerPart.Title),
        nameof(CustomerPart.FirstName),
        nameof(CustomerPart.MiddleName),
        nameof(CustomerPart.LastName),
        nameof(CustomerPart.Company),
        nameof(CustomerPart.Email),
        nameof(CustomerPart.Phone),
        nameof(CustomerPart.DateOfBirth),
        nameof(CustomerPart.Gender),
    ];

    public bool IsRequired(string field) => field == nameof(CustomerPart.ContactName) || RequiredFields.Contains(field, StringComparer.Ordinal);
}

/// <summary>What happens when two customers get the same contact name (compared without regard to case, accents and extra spaces).</summary>
public enum ContactNameUniqueness
{
    /// <summary>The second one is refused.</summary>
    Block,

    /// <summary>The user is told who has the name already and may go on.</summary>
    Warn,

    Allow,
}

/// <summary>Where the list of customers stands in the admin's menu.</summary>
public enum CustomersMenu
{
    /// <summary>In a group of its own.</summary>
    TopLevel,

    /// <summary>Among the site's settings.</summary>
    Settings,
}
