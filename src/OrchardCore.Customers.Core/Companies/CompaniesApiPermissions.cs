using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// What programs may ask about companies. Unlike <see cref="CompaniesPermissions"/> they are about a single customer, ask for
/// them with the customer as the resource; so they are good for customers that are in scope, and for no others.
/// </summary>
public static class CompaniesApiPermissions
{
    public static readonly Permission AskCompanyRights = new("AskCompanyRights", "Ask by the API what customers may do for their companies", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All = [AskCompanyRights];
}
