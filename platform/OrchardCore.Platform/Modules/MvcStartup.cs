using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Hosting;

namespace OrchardCore.Modules;

/// <summary>Controllers, views and files of the enabled modules.</summary>
internal sealed class MvcStartup(TenantSettings settings, FeatureCatalog catalog) : StartupBase
{
    public override int Order => CoreOrder.Services;

    public override void ConfigureServices(IServiceCollection services)
    {
        var features = services.Select(service => service.ImplementationInstance).OfType<EnabledFeatures>().Single();
        var parts = new ApplicationPartManager();

        foreach (var part in features.Modules.SelectMany(module => ApplicationPartFactory.GetApplicationPartFactory(module.Assembly).GetApplicationParts(module.Assembly)))
        {
            parts.ApplicationParts.Add(part);
        }

        // Registered first, it keeps MVC from looking for parts itself.
        services.AddSingleton(parts);
        services.AddControllersWithViews(options => options.Conventions.Add(new ModuleAreas(catalog)))
            .AddViewLocalization();
        parts.FeatureProviders.Add(new FeatureControllers(features));

        services.AddLocalization();
        services.AddDataProtection()
            .SetApplicationName(settings.Folder)
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Folder, "DataProtection-Keys")));
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new ModuleWebFiles(serviceProvider.GetRequiredService<EnabledFeatures>().Modules) });
    }
}
