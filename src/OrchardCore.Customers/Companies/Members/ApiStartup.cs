using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What programs may ask about companies and their people.</summary>
[Feature(CustomersConstants.Features.Companies)]
[RequireFeatures(CustomersConstants.Features.Api)]
public sealed class ApiStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<CompaniesApiPermissionsProvider>();
        services.AddScoped<CompanyRightsApi>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapCompanyRights();
}
