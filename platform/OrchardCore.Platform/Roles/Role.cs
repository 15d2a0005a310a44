using System.Text.Json.Serialization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security;

public interface IRole
{
}

/// <summary>Permissions under a name, for users to have.</summary>
public class Role : IRole
{
    public string RoleName { get; set; }

    public string RoleDescription { get; set; }

    [JsonInclude]
    internal string NormalizedRoleName { get; set; }

    [JsonInclude]
    internal List<RoleClaim> RoleClaims { get; set; } = [];

    internal Role Clone() => new()
    {
        RoleName = RoleName,
        RoleDescription = RoleDescription,
        NormalizedRoleName = NormalizedRoleName,
        RoleClaims = [.. RoleClaims],
    };

    /// <summary>Adds permissions that the role doesn't have yet.</summary>
    internal void Grant(IEnumerable<string> permissions) => RoleClaims.AddRange(permissions
        .Except(RoleClaims.Where(claim => claim.ClaimType == Permission.ClaimType).Select(claim => claim.ClaimValue), StringComparer.Ordinal)
        .Select(permission => new RoleClaim { ClaimType = Permission.ClaimType, ClaimValue = permission }));
}

/// <summary>A permission that a role gives, or anything else that its users can say of themselves.</summary>
internal sealed class RoleClaim
{
    public string ClaimType { get; init; }

    public string ClaimValue { get; init; }
}

/// <summary>The roles of a site, as they are stored.</summary>
internal sealed class RolesDocument
{
    public List<Role> Roles { get; set; } = [];

    public Role Find(string name) => Roles.Find(role => role.RoleName.Equals(name, StringComparison.OrdinalIgnoreCase));
}
