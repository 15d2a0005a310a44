using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Customers.Lists;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>The pages where customers help themselves.</summary>
[Feature(CustomersConstants.Features.Accounts)]
public sealed class StorefrontStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddRateLimits();
        services.AddDataMigration<RateLimitMigrations>();
        services.AddSingleton<IBackgroundTask, RateLimitTask>();
        services.AddSiteDisplayDriver<RateLimitSettingsDisplayDriver>();
        services.AddSingleton<DummyPassword>();
        services.AddScoped<ICustomerScope, ShopperScope>();
        services.AddScoped<AccountLimits>();
        services.AddScoped<AccountVisitor>();
        services.AddScoped<LogInListeners>();
        services.AddScoped<AccountLogIn>();
        services.AddScoped<AccountDetails>();
        services.AddScoped<AccountFile>();
    }
}
