using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace OrchardCore.Customers.Shared.Jobs;

internal static class JobAccess
{
    /// <summary>Who started a job may see it, and who manages the customers' settings.</summary>
    public static async Task<bool> MaySeeAsync(this IAuthorizationService authorizationService, ClaimsPrincipal user, Job job)
        => job.UserId == user.FindFirstValue(ClaimTypes.NameIdentifier) || await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
}
