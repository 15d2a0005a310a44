using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace OrchardCore.Hosting;

/// <summary>The way of a request through a site: routing, whatever the features add, endpoints.</summary>
internal static class TenantPipeline
{
    public static RequestDelegate Build(IServiceProvider services)
    {
        var startups = services.GetRequiredService<IReadOnlyList<StartupBase>>();
        var app = new ApplicationBuilder(services);

        app.UseRouting();
        app.UseEndpoints(routes =>
        {
            // What they add to the pipeline comes before the endpoints run.
            foreach (var startup in startups.OrderBy(startup => startup.ConfigureOrder))
            {
                startup.Configure(app, routes, services);
            }

            routes.MapControllerRoute("Areas", "{area:exists}/{controller}/{action}/{id?}");
        });

        return app.Build();
    }
}
