using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tabs;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.AssistedBuying;

[Feature(CustomersConstants.Features.AssistedBuying)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddAssistedBuying();
        services.AddDataMigration<AssistedBuyingMigrations>();
        services.AddPermissionProvider<AssistedBuyingPermissionsProvider>();
        services.AddSingleton<IBackgroundTask, AssistNoticeTask>();
        services.AddScoped<ICustomerAction, AssistCustomerAction>();
        services.AddScoped<ICustomerTab, AssistTab>();
        services.AddScoped<IStoreSiteSection, StorefrontSecretSection>();
        services.AddScoped<AssistPages>();
        services.AddScoped<AssistLogPages>();
        services.AddScoped<AssistedSessionRows>();
        services.AddScoped<AssistedSessionTexts>();
    }
}
