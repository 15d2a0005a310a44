using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

[Feature(CustomersConstants.Features.Customers)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddCustomers();
        services.AddContentPart<CustomerPart>().UseDisplayDriver<CustomerPartDisplayDriver>();
        services.AddScoped<IContentDisplayHandler, CustomerEditorHandler>();
        services.AddSiteDisplayDriver<CustomerSettingsDisplayDriver>();
        services.AddDataMigration<CustomerMigrations>();
        services.AddPermissionProvider<CustomersPermissionsProvider>();
        services.AddNavigationProvider<AdminMenu>();
        services.AddScoped<IAuthorizationHandler, CustomerAuthorizationHandler>();
        services.AddScoped<IAuthorizationHandler, CustomerSettingsAuthorizationHandler>();
        services.AddCustomerListPages();
        services.AddScoped<CustomerActionLinks>();
        services.AddScoped<CustomerPageBuilder>();
        services.AddScoped<CustomerTabs>();
        services.AddScoped<CustomerForms>();
        services.AddScoped<CustomerReplays>();
        services.AddScoped<CustomerConflicts>();
        services.AddScoped<CustomerFormChoices>();
        services.AddScoped<CustomerFormReader>();
        services.AddScoped<CustomerFormWriter>();
        services.AddScoped<CustomerFacts>();
        services.AddScoped<CustomerSettingsText>();
        services.AddScoped<CustomerRecipeReader>();
        services.AddScoped<ICustomerAction, ViewCustomerAction>();
        services.AddScoped<ICustomerAction, EditCustomerAction>();
        services.AddScoped<ICustomerAction, DeleteCustomerAction>();
        services.AddCustomerPage();
        services.AddRecipeExecutionStep<CustomersRecipeStep>();
        services.AddRecipeExecutionStep<CustomerSearchRecipeStep>();
        services.AddSingleton<IBackgroundTask, CustomerSearchTask>();
        services.AddCustomerBulkPages();
        services.AddManagedBy();
        services.Configure<MvcOptions>(options => options.Filters.Add<CustomerPickerFilter>());
    }
}
