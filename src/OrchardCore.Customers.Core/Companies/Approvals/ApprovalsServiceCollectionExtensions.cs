using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Data;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>For hosts and tests that want approvals without pages; the feature's own startup calls it.</summary>
public static class ApprovalsServiceCollectionExtensions
{
    /// <summary>Adds what members of companies ask each other to approve; the members are added before.</summary>
    public static IServiceCollection AddCompanyApprovals(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<MemberApprovals>();
        services.AddIndexProvider<ApprovalIndexProvider>();
        services.AddScoped<IApprovalService, ApprovalService>();
        services.AddScoped<ApprovalChecker>();
        services.AddScoped<ApprovalWriter>();
        services.AddScoped<ApprovalExpiry>();
        services.AddScoped<MemberApprovals>();
        services.AddScoped<IMembershipDependent>(services => services.GetRequiredService<MemberApprovals>());
        services.AddScoped<ICompanyDependent>(services => services.GetRequiredService<MemberApprovals>());

        return services;
    }
}
