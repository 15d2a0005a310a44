using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;
using OrchardCore.Data;

namespace OrchardCore.Customers.Groups;

internal static class CustomerGroupsServiceCollectionExtensions
{
    /// <summary>Adds the groups of customers: record, rules, manager, and their place in the list of customers.</summary>
    public static IServiceCollection AddCustomerGroups(this IServiceCollection services)
    {
        services.AddContentPart<CustomerGroupPart>().AddHandler<CustomerGroupPartHandler>();
        services.AddIndexProvider<CustomerGroupIndexProvider>();
        services.AddIndexProvider<CustomerGroupMemberIndexProvider>();
        services.AddScoped<CustomerGroupChecker>();
        services.AddScoped<ICustomerGroupManager, CustomerGroupManager>();
        services.AddScoped<CustomerGroupMembers>();
        services.AddScoped<ICustomerRule, CustomerGroupRule>();
        services.AddScoped<ICustomerListColumn, CustomerGroupColumn>();
        services.AddScoped<ICustomerListFilter, CustomerGroupFilter>();

        return services;
    }
}
