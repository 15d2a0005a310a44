using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Settings;

[Feature("OrchardCore.Settings")]
internal sealed class SettingsPagesStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<SettingsEditor>();
        services.AddNavigationProvider<AdminMenu>();
        services.AddPermissionProvider<SettingsPermissionsProvider>();
        PlatformControllers.Add<AdminController>(services);
    }
}
