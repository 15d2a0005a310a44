using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace OrchardCore.Security;

/// <summary>Finds out who the user is, and asks all handlers what she may do.</summary>
internal sealed class SecurityStartup : StartupBase
{
    public override int Order => CoreOrder.Services;

    public override int ConfigureOrder => CoreOrder.Authentication;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
        => app.UseAuthentication().UseAuthorization();
}
