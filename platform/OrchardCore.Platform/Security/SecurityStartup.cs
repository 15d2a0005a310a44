using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace OrchardCore.Security;

/// <summary>Finds out who the user is, and asks all handlers what she may do.</summary>
internal sealed class SecurityStartup(IConfiguration configuration) : StartupBase
{
    public override int Order => CoreOrder.Services;

    public override int ConfigureOrder => CoreOrder.Authentication;

    public override void ConfigureServices(IServiceCollection services)
    {
        var clients = configuration.GetSection(ApiClient.Section).Get<ApiClient[]>() ?? [];

        services.AddAuthentication();
        services.AddSingleton<IReadOnlyList<ApiClient>>(clients);
        services.Configure<AuthenticationOptions>(options =>
        {
            options.AddScheme<ApiScheme>(ApiScheme.Name, displayName: null);

            // An application may bring a scheme of its own.
            if (clients.Length > 0 && !options.SchemeMap.ContainsKey(TokenScheme.Name))
            {
                options.AddScheme<TokenScheme>(TokenScheme.Name, displayName: null);
            }
        });
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
        => app.UseAuthentication().UseAuthorization();
}
