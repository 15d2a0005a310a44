using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Sites;

/// <summary>What users of the admin may do with sites.</summary>
public static class SitesPermissions
{
    /// <summary>Whoever is limited to some sites does not have it, whatever its roles say: it could lift its own limits.</summary>
    public static readonly Permission ManageSites = new("ManageSites", "Manage the sites where customers shop, and who works for which", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All = [ManageSites];
}
