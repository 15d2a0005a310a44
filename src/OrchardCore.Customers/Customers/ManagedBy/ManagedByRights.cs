using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>What the user of this request may do with who manages customers. Where nobody asks, as in a recipe of the setup, all is allowed.</summary>
public sealed class ManagedByRights(IHttpContextAccessor httpContextAccessor, IAuthorizationService authorizationService)
{
    /// <summary>The id of the user; <see langword="null"/> when nobody is logged in.</summary>
    public string? UserId => User?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Whether the user sees all customers, not only those that are managed by that user.</summary>
    public async Task<bool> SeesAllAsync() => User is not { } user || await authorizationService.AuthorizeAsync(user, CustomersPermissions.ViewAllCustomers);

    /// <summary>Whether the user may say who manages a customer.</summary>
    public async Task<bool> MayAssignAsync(ContentItem? customer = null)
        => User is not { } user || await authorizationService.AuthorizeAsync(user, CustomersPermissions.AssignCustomerManagers, customer);

    private ClaimsPrincipal? User => httpContextAccessor.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;
}
