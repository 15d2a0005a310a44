using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Hosting;

namespace Microsoft.AspNetCore.Builder;

public static class ApplicationBuilderExtensions
{
    /// <summary>Has the site answer all requests that get here.</summary>
    public static IApplicationBuilder UseOrchardCore(this IApplicationBuilder app, Action<IApplicationBuilder> configure = null)
    {
        var host = app.ApplicationServices.GetRequiredService<ShellHost>();
        var autoSetup = app.ApplicationServices.GetService<AutoSetup>();

        app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.Features.Set<IServiceProvidersFeature>(new ScopedServices(context.RequestServices));

            return host.Settings.State switch
            {
                TenantState.Running => RunAsync(host, context, next),
                TenantState.Initializing => AutoSetup.TurnAwayAsync(context),
                _ when autoSetup is not null => autoSetup.RunAsync(context),
                _ => NotFoundAsync(context),
            };
        });
        configure?.Invoke(app);
        app.Run(context => ShellScope.Current.Tenant.Pipeline(context));

        return app;
    }

    private static async Task RunAsync(ShellHost host, HttpContext context, RequestDelegate next)
    {
        var scope = await host.CreateScopeAsync();
        await scope.UsingAsync(_ => next(context));
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return Task.CompletedTask;
    }
}

/// <summary>The services of a request are those of the scope that runs, also while another one runs within the request.</summary>
internal sealed class ScopedServices(IServiceProvider outside) : IServiceProvidersFeature, IServiceProvider
{
    public IServiceProvider RequestServices
    {
        get => this;
        set => throw new NotSupportedException("A site has its own services.");
    }

    public object GetService(Type serviceType) => (ShellScope.Current?.ServiceProvider ?? outside).GetService(serviceType);
}
