using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>Asks Orchard who a user is now, instead of believing what a cookie said when the job was started.</summary>
internal sealed class JobUsers(IUserService userService, IUserClaimsPrincipalFactory<IUser> claims, IHttpContextAccessor accessor) : IJobUsers
{
    public async Task<ClaimsPrincipal?> FindAsync(string userId)
    {
        if (await userService.GetUserByUniqueIdAsync(userId) is not { } user || user is User { IsEnabled: false })
        {
            return null;
        }

        var principal = await claims.CreateAsync(user);

        // Orchard writes into what is saved who saved it, and rules look there for what the user may do. Whoever is there had the
        // work before, or asked for it to go on; and what a cookie says of rights is what they were when it was made.
        if (accessor.HttpContext is { } context)
        {
            context.User = principal;
        }

        return principal;
    }

    public async Task<string?> FindNameAsync(string userId) => (await userService.GetUserByUniqueIdAsync(userId))?.UserName;
}
