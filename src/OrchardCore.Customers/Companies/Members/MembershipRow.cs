namespace OrchardCore.Customers.Companies.Members;

/// <summary>A membership as recipes have it, by names.</summary>
internal sealed class MembershipRow
{
    /// <summary>The customer's number, custom id, e-mail address or content item id.</summary>
    public string? Customer { get; set; }

    /// <summary>The company's name or content item id.</summary>
    public string? Company { get; set; }

    /// <summary>The names of the unit and those above it, without the headquarters' and with slashes between, or its content item id; the headquarters when it is missing.</summary>
    public string? Unit { get; set; }

    /// <summary>The names of roles of the company; its default role when they are missing.</summary>
    public string[]? Roles { get; set; }

    /// <summary>The name of an <see cref="ApprovalGroup"/>; required.</summary>
    public string? Group { get; set; }

    /// <summary>The name of a <see cref="Members.ContactType"/>.</summary>
    public string? ContactType { get; set; }

    /// <summary>Whether the customer buys for this company unless another is chosen; the first one is the default anyway.</summary>
    public bool IsDefault { get; set; }
}
