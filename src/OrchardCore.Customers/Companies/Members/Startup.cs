using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Members;

[Feature(CustomersConstants.Features.Companies)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddCompanyMembers();
        services.AddCompanyApprovals();
        services.AddDataMigration<MembershipMigrations>();
        services.AddSingleton<IBackgroundTask, ApprovalExpiryTask>();
    }
}
