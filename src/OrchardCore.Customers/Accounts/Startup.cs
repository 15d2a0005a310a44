using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Users.Events;

namespace OrchardCore.Customers.Accounts;

[Feature(CustomersConstants.Features.Accounts)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddCustomerAccounts();
        services.AddDataMigration<AccountMigrations>();
        services.AddSingleton<IBackgroundTask, OutboxTask>();
        services.AddScoped<ILoginFormEvent, CustomerLogInEvents>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, CustomerSessions>();
    }
}
