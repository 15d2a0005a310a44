using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tabs;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
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

        services.AddContentPart<CustomerPart>().UseDisplayDriver<CustomerAccountDisplayDriver>();
        services.AddContentPart<CustomerPart>().AddHandler<PasswordWishHandler>();
        services.AddScoped<PasswordWishes>();
        services.AddScoped<ICustomerTab, AccountTab>();
        services.AddScoped<ICustomerListColumn, LastLogInColumn>();
        services.AddScoped<ICustomerBulkAction, SendInvitationAction>();
        services.AddScoped<AccountTabBuilder>();
        services.AddScoped<AccountMoments>();
        services.AddScoped<InvitationPages>();
        services.AddScoped<CustomerMailPages>();
        services.AddSiteDisplayDriver<AccountSettingsDisplayDriver>();
        services.AddNavigationProvider<AccountAdminMenu>();
    }
}
