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

    /// <summary>The titles that the form offers; any other may be typed.</summary>
    public string[] Titles { get; set; } = ["Mr.", "Ms.", "Dr.", "Prof."];

    /// <summary>The genders that can be said, besides saying none.</summary>
    public string[] Genders { get; set; } = ["Female", "Male", "Other"];

    /// <summary>The sites customers can shop at; none until the site names them. Where a feature brings sites of its own, these are not used (<see cref="ICustomerSiteSource"/>).</summary>
    public CustomerSite[] Sites { get; set; } = [];

    /// <summary>The ways customers can be notified, with what they agree to.</summary>
    public ConsentChannel[] ConsentChannels { get; set; } =
    [
        new() { Name = "email", Wording = "I want to be told about news and offers by e-mail." },
        new() { Name = "sms", Wording = "I want to be told about news and offers by text message." },
        new() { Name = "phone", Wording = "I want to be called about news and offers." },
        new() { Name = "post", Wording = "I want to be sent news and offers by post." },
    ];

    /// <summary>Whether a customer who buys for a business has to be in a group. Off at first, since a new site has no groups.</summary>
    public bool BusinessNeedsGroup { get; set; }

    /// <summary>Where the list stands in the admin's menu.</summary>
    public CustomersMenu Menu { get; set; } = CustomersMenu.TopLevel;

    /// <summary>The fields a site may require besides the contact name, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> RequirableFields =
    [
        nameof(CustomerPart.Title),
        nameof(CustomerPart.FirstName),
        nameof(CustomerPart.MiddleName),
        nameof(CustomerPart.LastName),
        nameof(CustomerPart.Suffix),
        nameof(CustomerPart.Company),
        nameof(CustomerPart.Email),
        nameof(CustomerPart.Phone),
        nameof(CustomerPart.SecondPhone),
        nameof(CustomerPart.DateOfBirth),
        nameof(CustomerPart.Gender),
        nameof(CustomerPart.Language),
        nameof(CustomerPart.Currency),
        nameof(CustomerPart.PreferredSite),
    ];

    public bool IsRequired(string field) => field == nameof(CustomerPart.ContactName) || RequiredFields.Contains(field, StringComparer.Ordinal);
}

/// <summary>A place where customers shop.</summary>
public sealed class CustomerSite
{
    /// <summary>1 to 66 ASCII letters, digits, <c>_</c> and <c>-</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>At most 100 characters.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A way customers can be notified, if they want to.</summary>
public sealed class ConsentChannel
{
    /// <summary>1 to 32 ASCII letters, digits, <c>_</c> and <c>-</c>, e.g. <c>email</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The text a customer agrees to; at most 1,000 characters.</summary>
    public string Wording { get; set; } = "";
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
