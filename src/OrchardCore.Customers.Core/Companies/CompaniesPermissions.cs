using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// What users of the admin may do with companies. Whoever may not view all customers
/// (<see cref="CustomersPermissions.ViewAllCustomers"/>) has none of these, whatever its roles say.
/// </summary>
public static class CompaniesPermissions
{
    public static readonly Permission ManageCompanies = new("ManageCompanies", "Create, edit, approve and delete companies and their business units", isSecurityCritical: true);

    public static readonly Permission ManageCompanyRoles = new("ManageCompanyRoles", "Manage the roles of companies", isSecurityCritical: true);

    public static readonly Permission ManageCompanyMembers = new("ManageCompanyMembers", "Attach customers to companies, and take them off", isSecurityCritical: true);

    public static readonly Permission DecideApprovals = new("DecideApprovals", "Approve and decline what members of companies ask for", isSecurityCritical: true);

    public static readonly Permission ViewCompanies = new("ViewCompanies", "View companies", [ManageCompanies, ManageCompanyRoles, ManageCompanyMembers, DecideApprovals], isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All = [ViewCompanies, ManageCompanies, ManageCompanyRoles, ManageCompanyMembers, DecideApprovals];
}
