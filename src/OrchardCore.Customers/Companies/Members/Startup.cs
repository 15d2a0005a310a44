using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tabs;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;

namespace OrchardCore.Customers.Companies.Members;

[Feature(CustomersConstants.Features.Companies)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddCompanyMembers();
        services.AddCompanyApprovals();
        services.AddDataMigration<MembershipMigrations>();
        services.AddScoped<MemberAccess>();
        services.AddScoped<MemberLinks>();
        services.AddScoped<CompanyChoices>();
        services.AddScoped<MembershipAddresses>();
        services.AddScoped<MembershipCards>();
        services.AddScoped<MembershipChoicesBuilder>();
        services.AddScoped<MembershipForms>();
        services.AddScoped<ApprovalPages>();
        services.AddScoped<ApprovalRows>();
        services.AddScoped<InvitationForms>();
        services.AddScoped<PeopleReader>();
        services.AddScoped<PersonRows>();
        services.AddScoped<ICompanyTab, PeopleTab>();
        services.AddScoped<ICustomerAction, AttachAction>();
        services.AddScoped<ICustomerTab, CustomerCompaniesTab>();
        services.AddNavigationProvider<ApprovalsAdminMenu>();
        services.AddSingleton<IBackgroundTask, ApprovalExpiryTask>();
        services.AddScoped<MembershipRecipeReader>();
        services.AddRecipeExecutionStep<MembershipsRecipeStep>();
        services.AddRecipeExecutionStep<ApprovalsRecipeStep>();
    }
}
