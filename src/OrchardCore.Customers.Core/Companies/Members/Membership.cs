namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// A customer's place in a company: in which unit, with which roles and approval group. It stands beside the customers and not
/// in the module's own collection, so that lists of customers can be narrowed by it.
/// </summary>
public sealed class Membership
{
    /// <summary>How many companies a customer may belong to.</summary>
    public const int MaxPerCustomer = 100;

    /// <summary>How many roles a membership may have.</summary>
    public const int MaxRoles = ICompanyRoleManager.MaxRoles;

    /// <summary>Given by the session.</summary>
    public long Id { get; set; }

    /// <summary>The customer's content item id; never changed.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>The company's content item id; never changed. A customer belongs to a company once.</summary>
    public string CompanyId { get; set; } = "";

    /// <summary>The content item id of a business unit of the company.</summary>
    public string UnitId { get; set; } = "";

    /// <summary>The ids of roles of the company; one that is gone is ignored.</summary>
    public string[] RoleIds { get; set; } = [];

    /// <summary>What the customer has to ask others for; required.</summary>
    public ApprovalGroup? Group { get; set; }

    /// <summary>What the company's people are told to contact the customer for.</summary>
    public ContactType ContactType { get; set; }

    /// <summary>Whether this is the company that the customer buys for unless another is chosen; one of a customer's memberships is.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Whether the customer may do anything for the company now.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Where invoices for this company go; <see langword="null"/> for what the address book says.</summary>
    public MembershipAddress? Billing { get; set; }

    /// <summary>Where goods for this company go; <see langword="null"/> for what the address book says.</summary>
    public MembershipAddress? Shipping { get; set; }

    public DateTime SinceUtc { get; set; }

    /// <summary>When the customer was invited, who was made for that; <see langword="null"/> for a customer who was there before.</summary>
    public DateTime? InvitedUtc { get; set; }

    /// <summary>The id of the user who attached the customer; <see langword="null"/> when nobody asked for it.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>Counts the saves. A form posts the one it was opened with, so that it can't overwrite a newer one.</summary>
    public int Revision { get; set; }

    /// <summary>What tells a membership from all others.</summary>
    internal static string KeyOf(string companyId, string customerId) => companyId + "/" + customerId;

    /// <summary>A copy that can be changed without changing what the session holds.</summary>
    public Membership Copy()
    {
        var copy = (Membership)MemberwiseClone();
        copy.RoleIds = [.. RoleIds];

        return copy;
    }
}

/// <summary>The four groups of a company's approval process. What they may do, <c>ApprovalRules</c> says.</summary>
public enum ApprovalGroup
{
    /// <summary>Orders without asking, and approves what others order.</summary>
    Admin,

    /// <summary>Orders without asking as far as the limit goes.</summary>
    Buyer,

    /// <summary>Asks for each order.</summary>
    Requester,

    /// <summary>Orders nothing.</summary>
    Contact,
}

/// <summary>What somebody of a company is to be contacted for.</summary>
public enum ContactType
{
    None,
    Primary,
    Billing,
    Logistics,
    Contact,
}

/// <summary>An address that a membership has chosen.</summary>
public sealed class MembershipAddress
{
    /// <summary>Whose address book it stands in: the company's, or the customer's own.</summary>
    public bool IsOfCompany { get; set; }

    /// <summary>The id of the address; one that is gone counts as none.</summary>
    public string Id { get; set; } = "";

    /// <summary>As forms have it, e.g. <c>company:warehouse</c>.</summary>
    public override string ToString() => (IsOfCompany ? OfCompany : OfCustomer) + Id;

    /// <summary>Reads what <see cref="ToString"/> wrote; <see langword="null"/> for anything else.</summary>
    public static MembershipAddress? Parse(string? text) => text switch
    {
        not null when text.StartsWith(OfCompany, StringComparison.Ordinal) => new() { IsOfCompany = true, Id = text[OfCompany.Length..] },
        not null when text.StartsWith(OfCustomer, StringComparison.Ordinal) => new() { Id = text[OfCustomer.Length..] },
        _ => null,
    };

    private const string OfCompany = "company:";
    private const string OfCustomer = "customer:";
}
