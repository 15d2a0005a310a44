using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Hosting;
using OrchardCore.Modules;
using OrchardCore.Recipes;

namespace OrchardCore.Security;

[Feature("OrchardCore.Roles")]
internal sealed class RolesStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IRoleStore<IRole>, RoleStore>();
        services.AddScoped<IRoleValidator<IRole>, RoleValidator<IRole>>();
        services.AddScoped<RoleManager<IRole>>();
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.TryAddScoped<IdentityErrorDescriber>();
        services.AddScoped<RoleStereotypes>();
        services.AddScoped<ITenantActivation, RoleActivation>();
        services.AddScoped<IAuthorizationHandler, AdministratorHandler>();
        services.AddScoped<IAuthorizationHandler, EverybodyHandler>();
        services.AddRecipeExecutionStep<RolesStep>();
    }
}
