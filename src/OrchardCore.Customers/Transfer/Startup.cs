using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer;

[Feature(CustomersConstants.Features.Transfer)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTransferFiles();
        services.AddCustomerTransferColumns();
        services.AddCustomerTransferMapping();
        services.AddCustomerImports();
        services.AddCustomerImportPages();
        services.AddCustomerExports();
        services.AddCustomerExportPages();
        services.AddDataMigration<TransferMigrations>();
        services.AddPermissionProvider<TransferPermissionsProvider>();
        services.AddSiteDisplayDriver<TransferSettingsDisplayDriver>();
        services.AddNavigationProvider<TransferAdminMenu>();
    }
}
