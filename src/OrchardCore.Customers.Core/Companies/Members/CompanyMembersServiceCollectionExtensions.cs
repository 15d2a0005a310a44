using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;
using OrchardCore.Data;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>For hosts and tests that want companies without pages; the feature's own startup calls it.</summary>
public static class CompanyMembersServiceCollectionExtensions
{
    /// <summary>Adds who belongs to companies, and what they may do there.</summary>
    public static IServiceCollection AddCompanyMembers(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<MembershipHandler>();
        services.AddIndexProvider<MembershipIndexProvider>();
        services.AddScoped<IMembershipManager, MembershipManager>();
        services.AddScoped<MembershipChecker>();
        services.AddScoped<MembershipWriter>();
        services.AddScoped<MembershipEraser>();
        services.AddScoped<IMembershipMerger, MembershipMerger>();
        services.AddScoped<MembershipTexts>();
        services.AddScoped<MembershipNames>();
        services.AddScoped<MembershipHistory>();
        services.AddScoped<ICustomerHistoryLabels>(services => services.GetRequiredService<MembershipHistory>());
        services.AddScoped<MemberRights>();
        services.AddScoped<MemberGroupNeed>();
        services.AddScoped<ICustomerRule, MemberGroupRule>();
        services.AddScoped<ICompanyDependent, CompanyMembers>();
        services.AddScoped<InvitationChecker>();
        services.AddScoped<ICompanyInviter, CompanyInviter>();
        services.AddScoped<ICustomerListFilter, MemberOfFilter>();
        services.AddScoped<ICustomerListColumn, CompaniesColumn>();
        services.AddScoped<ICompanyAuthorization, CompanyAuthorization>();

        return services;
    }
}
