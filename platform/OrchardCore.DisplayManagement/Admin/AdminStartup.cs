using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Admin;

[Feature("OrchardCore.Admin")]
internal sealed class AdminStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<AdminMenuBuilder>();
        services.AddPermissionProvider<AdminPermissionsProvider>();
        services.Configure<MvcOptions>(options => options.Conventions.Add(new AdminRoutes()));
        PlatformControllers.Add<AdminController>(services);
    }
}
