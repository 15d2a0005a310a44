using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Groups;

[Feature(CustomersConstants.Features.Customers)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<CustomerGroupMigrations>();
        services.AddScoped<IAuthorizationHandler, CustomerGroupAuthorizationHandler>();
        services.AddScoped<CustomerGroupLinks>();
    }
}
