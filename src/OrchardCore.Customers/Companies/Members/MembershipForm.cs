namespace OrchardCore.Customers.Companies.Members;

/// <summary>What the form of a membership posts.</summary>
public class MembershipForm
{
    public string? CompanyId { get; set; }

    public string? UnitId { get; set; }

    /// <summary>The ticked ones of the roles that the customer has.</summary>
    public string[]? AssignedRoles { get; set; }

    /// <summary>The ticked ones of the roles that the customer has not.</summary>
    public string[]? UnassignedRoles { get; set; }

    /// <summary>The name of an <see cref="ApprovalGroup"/>.</summary>
    public string? Group { get; set; }

    /// <summary>The name of a <see cref="ContactType"/>.</summary>
    public string? ContactType { get; set; }

    /// <summary>See <see cref="MembershipAddress.Parse"/>.</summary>
    public string? Billing { get; set; }

    public string? Shipping { get; set; }

    public int Revision { get; set; }

    /// <summary>What companies are searched for, where there is no script.</summary>
    public string? CompanySearch { get; set; }

    /// <summary>What units are searched for, where there is no script.</summary>
    public string? UnitSearch { get; set; }

    /// <summary>The company whose units and roles the form shows.</summary>
    public string? DrawnFor { get; set; }

    /// <summary>Which button wants the form to be drawn anew, and nothing to be saved.</summary>
    public string? Redraw { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary><see cref="MembersReturn.ToCompany"/> for who came from the company's page.</summary>
    public string? Back { get; set; }

    /// <summary>Whether the units and roles that were posted are those of the company that was.</summary>
    public bool FollowsCompany => (CompanyId ?? "") == (DrawnFor ?? "");

    public static MembershipForm Of(Membership membership) => new()
    {
        CompanyId = membership.CompanyId,
        DrawnFor = membership.CompanyId,
        UnitId = membership.UnitId,
        AssignedRoles = membership.RoleIds,
        Group = membership.Group?.ToString(),
        ContactType = membership.ContactType.ToString(),
        Billing = membership.Billing?.ToString(),
        Shipping = membership.Shipping?.ToString(),
        Revision = membership.Revision,
    };

    /// <summary>Writes what was chosen. What is no value at all the manager refuses as if it were missing.</summary>
    public void WriteTo(Membership membership)
    {
        membership.UnitId = UnitId ?? "";
        membership.RoleIds = [.. AssignedRoles ?? [], .. UnassignedRoles ?? []];
        membership.Group = Enum.TryParse<ApprovalGroup>(Group, out var group) ? group : null;
        membership.ContactType = Enum.TryParse<ContactType>(ContactType, out var type) ? type : Members.ContactType.None;
        membership.Billing = MembershipAddress.Parse(Billing);
        membership.Shipping = MembershipAddress.Parse(Shipping);
        membership.Revision = Revision;
    }
}
