using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Documents;

namespace OrchardCore.Security;

/// <summary>Keeps the roles for ASP.NET Core Identity. The id of a role is its name in capitals.</summary>
internal sealed class RoleStore(SiteDocument<RolesDocument> document, RoleStereotypes stereotypes) : IRoleClaimStore<IRole>, IQueryableRoleStore<IRole>
{
    /// <summary>The shared ones, to be looked at only.</summary>
    public IQueryable<IRole> Roles => document.GetAsync().GetAwaiter().GetResult().Roles.AsQueryable();

    public async Task<IdentityResult> CreateAsync(IRole role, CancellationToken cancellationToken)
    {
        var roles = await document.LoadAsync();
        roles.Roles.Add((Role)role);
        stereotypes.Grant((Role)role);
        await document.UpdateAsync();

        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(IRole role, CancellationToken cancellationToken)
    {
        var roles = await document.LoadAsync();
        roles.Roles.Remove(roles.Find(((Role)role).RoleName));
        roles.Roles.Add((Role)role);
        await document.UpdateAsync();

        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(IRole role, CancellationToken cancellationToken)
    {
        var roles = await document.LoadAsync();
        roles.Roles.Remove(roles.Find(((Role)role).RoleName));
        await document.UpdateAsync();

        return IdentityResult.Success;
    }

    public Task<IRole> FindByIdAsync(string roleId, CancellationToken cancellationToken)
        => FindAsync(role => role.RoleName.Equals(roleId, StringComparison.OrdinalIgnoreCase));

    public Task<IRole> FindByNameAsync(string normalizedRoleName, CancellationToken cancellationToken)
        => FindAsync(role => role.NormalizedRoleName == normalizedRoleName);

    public Task<string> GetRoleIdAsync(IRole role, CancellationToken cancellationToken) => Task.FromResult(((Role)role).RoleName.ToUpperInvariant());

    public Task<string> GetRoleNameAsync(IRole role, CancellationToken cancellationToken) => Task.FromResult(((Role)role).RoleName);

    public Task<string> GetNormalizedRoleNameAsync(IRole role, CancellationToken cancellationToken) => Task.FromResult(((Role)role).NormalizedRoleName);

    public Task SetRoleNameAsync(IRole role, string roleName, CancellationToken cancellationToken)
    {
        ((Role)role).RoleName = roleName;

        return Task.CompletedTask;
    }

    public Task SetNormalizedRoleNameAsync(IRole role, string normalizedName, CancellationToken cancellationToken)
    {
        ((Role)role).NormalizedRoleName = normalizedName;

        return Task.CompletedTask;
    }

    public Task<IList<Claim>> GetClaimsAsync(IRole role, CancellationToken cancellationToken = default)
        => Task.FromResult<IList<Claim>>([.. ((Role)role).RoleClaims.Select(claim => new Claim(claim.ClaimType, claim.ClaimValue))]);

    public Task AddClaimAsync(IRole role, Claim claim, CancellationToken cancellationToken = default)
    {
        ((Role)role).RoleClaims.Add(new RoleClaim { ClaimType = claim.Type, ClaimValue = claim.Value });

        return Task.CompletedTask;
    }

    public Task RemoveClaimAsync(IRole role, Claim claim, CancellationToken cancellationToken = default)
    {
        ((Role)role).RoleClaims.RemoveAll(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value);

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The document is the scope's.
    }

    /// <summary>A role as the scope sees it: of its own changes, or else a copy of the shared one.</summary>
    private async Task<IRole> FindAsync(Predicate<Role> predicate)
        => document.IsChanged ? (await document.LoadAsync()).Roles.Find(predicate) : (await document.GetAsync()).Roles.Find(predicate)?.Clone();
}
