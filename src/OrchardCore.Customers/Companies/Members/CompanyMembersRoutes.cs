namespace OrchardCore.Customers.Companies.Members;

/// <summary>Names of the admin routes of memberships, for links from other capabilities and modules.</summary>
public static class CompanyMembersRoutes
{
    /// <summary>Attaches the customer with this <c>id</c> to a company.</summary>
    public const string Attach = "CompanyMembersAttach";

    /// <summary>Changes what the customer is in the company with this <c>companyId</c>.</summary>
    public const string Edit = "CompanyMembersEdit";

    public const string Detach = "CompanyMembersDetach";

    /// <summary>Makes it the customer's default company: a POST.</summary>
    public const string Default = "CompanyMembersDefault";

    /// <summary>Lets the customer do something for the company, or not (<c>active</c>): a POST.</summary>
    public const string Active = "CompanyMembersActive";

    /// <summary>Companies in whose name the <c>search</c> occurs.</summary>
    public const string Companies = "CompanyMembersCompanies";

    /// <summary>Units of the <c>company</c> in whose name the <c>search</c> occurs.</summary>
    public const string Units = "CompanyMembersUnits";

    /// <summary>Makes a customer of somebody and attaches it to the company with this <c>id</c>.</summary>
    public const string Invite = "CompanyMembersInvite";

    /// <summary>The pages of a membership begin with it.</summary>
    internal const string Membership = "Customers/" + CustomersRoutes.Id + "/Companies/{companyId:length(26)}";
}
