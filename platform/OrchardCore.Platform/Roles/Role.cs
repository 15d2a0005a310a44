namespace OrchardCore.Security;

public interface IRole
{
}

/// <summary>Permissions under a name, for users to have.</summary>
public class Role : IRole
{
    public string RoleName { get; set; }

    public string RoleDescription { get; set; }

    internal string NormalizedRoleName { get; set; }

    internal List<RoleClaim> RoleClaims { get; set; } = [];
}

internal sealed record RoleClaim(string ClaimType, string ClaimValue);
