using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Finds customers whose memberships the user may change, and the memberships.</summary>
public sealed class MemberAccess(ICustomerManager customers, ICompanyManager companies, IMembershipManager memberships, IAuthorizationService authorizationService)
{
    /// <summary>The customer, if there is one that the user may see and attach.</summary>
    public async Task<ContentItem?> FindCustomerAsync(string id, ClaimsPrincipal user)
        => await authorizationService.AuthorizeAsync(user, CompaniesPermissions.ManageCompanyMembers)
            && await customers.FindAsync(id) is { } customer
            && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ViewCustomers, customer)
                ? customer
                : null;

    /// <summary>The customer with its membership in a company, if the user may change it.</summary>
    public async Task<(ContentItem Customer, Membership Membership)?> FindAsync(string id, string companyId, ClaimsPrincipal user)
        => await FindCustomerAsync(id, user) is { } customer && await memberships.FindAsync(id, companyId) is { } membership ? (customer, membership) : null;

    /// <summary>The company, if there is one to which the user may attach customers.</summary>
    public async Task<ContentItem?> FindCompanyAsync(string id, ClaimsPrincipal user)
        => await companies.FindAsync(id) is { } company && await authorizationService.AuthorizeAsync(user, CompaniesPermissions.ManageCompanyMembers, company) ? company : null;
}
