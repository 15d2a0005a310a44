using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Companies;

/// <summary>Adds to what roles of companies can permit. Register it as a scoped service.</summary>
public interface ICompanyPermissionProvider
{
    /// <summary>What it adds, in the order of lists.</summary>
    IEnumerable<CompanyPermission> GetPermissions();
}

/// <summary>Something that people of a company may do in the shop, if one of their roles permits it.</summary>
/// <param name="Name">What roles keep and code asks for: letters, digits and points.</param>
/// <param name="Text">What it permits, in the user's words.</param>
/// <param name="Group">Under which it is listed.</param>
/// <param name="HasLimit">Whether a role can permit it up to an amount only.</param>
public sealed record CompanyPermission(string Name, LocalizedString Text, LocalizedString Group, bool HasLimit = false)
{
    /// <summary>The name of another permission without which it makes no sense; <see langword="null"/> when it stands for itself.</summary>
    public string? Requires { get; init; }
}

/// <summary>All that roles of companies can permit.</summary>
public sealed class CompanyPermissionCatalog(IEnumerable<ICompanyPermissionProvider> providers)
{
    private IReadOnlyList<CompanyPermission>? _all;

    /// <summary>In the order of lists; of two with the same name the first.</summary>
    public IReadOnlyList<CompanyPermission> All => _all ??= [.. providers.SelectMany(provider => provider.GetPermissions()).DistinctBy(permission => permission.Name)];

    /// <summary>The permission of that name; <see langword="null"/> when no feature that is enabled brings it.</summary>
    public CompanyPermission? Find(string name) => All.FirstOrDefault(permission => permission.Name == name);
}
