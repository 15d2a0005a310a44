using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What the user of this request may do with memberships. Where nobody asks, as in a recipe of the setup, all is allowed.</summary>
public sealed class MemberRights(IHttpContextAccessor httpContextAccessor, IAuthorizationService authorizationService)
{
    /// <summary>Whether the user may give roles besides the default one, and the approval group Admin.</summary>
    public Task<bool> MayGrantAsync() => MayAsync(CompaniesPermissions.ManageCompanyRoles);

    /// <summary>Whether the user may attach customers, change what they are in companies, and detach them.</summary>
    public Task<bool> MayManageAsync() => MayAsync(CompaniesPermissions.ManageCompanyMembers);

    /// <summary>Whether the user may see this customer at all.</summary>
    public Task<bool> MayViewAsync(ContentItem customer) => MayAsync(CustomersPermissions.ViewCustomers, customer);

    private async Task<bool> MayAsync(Permission permission, ContentItem? customer = null) => User is not { } user || await authorizationService.AuthorizeAsync(user, permission, customer!);

    private ClaimsPrincipal? User => httpContextAccessor.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;
}
