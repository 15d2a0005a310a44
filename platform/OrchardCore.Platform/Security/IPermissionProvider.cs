using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Security.Permissions;

public interface IPermissionProvider
{
    Task<IEnumerable<Permission>> GetPermissionsAsync();

    /// <summary>The permissions that a role of a certain name gets when it, or the feature, is new.</summary>
    IEnumerable<PermissionStereotype> GetDefaultStereotypes();
}

/// <summary>Permissions for the role of that name.</summary>
public class PermissionStereotype
{
    public string Name { get; set; }

    public IEnumerable<Permission> Permissions { get; set; }
}

public static class PermissionsServiceCollectionExtensions
{
    public static IServiceCollection AddPermissionProvider<TProvider>(this IServiceCollection services)
        where TProvider : class, IPermissionProvider
        => services.AddScoped<IPermissionProvider, TProvider>();
}
