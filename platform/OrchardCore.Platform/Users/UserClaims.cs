using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrchardCore.Security;
using OrchardCore.Users.Models;

namespace OrchardCore.Users.Services;

/// <summary>What a cookie says of a user: who she is, her roles and what they allow. Administrators need no permissions.</summary>
internal sealed class UserClaims(UserManager<IUser> users, RoleManager<IRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<IUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(IUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var stored = (User)user;

        if (!string.IsNullOrEmpty(stored.Email))
        {
            identity.AddClaim(new Claim("email", stored.Email));
            identity.AddClaim(new Claim("email_verified", stored.EmailConfirmed ? "true" : "false", ClaimValueTypes.Boolean));
        }

        identity.AddClaims(stored.RoleNames.Select(name => new Claim(identity.RoleClaimType, name)));

        if (!stored.RoleNames.Contains(OrchardCoreConstants.Roles.Administrator, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var name in stored.RoleNames)
            {
                identity.AddClaims(await roles.FindByNameAsync(name) is { } role ? await roles.GetClaimsAsync(role) : []);
            }
        }

        return identity;
    }
}
