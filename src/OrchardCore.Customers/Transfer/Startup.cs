using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
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
        services.AddDataMigration<TransferMigrations>();
        services.AddPermissionProvider<TransferPermissionsProvider>();
    }
}
