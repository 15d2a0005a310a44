using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes;

namespace OrchardCore.Customers.Lists;

/// <summary>What the pages of the list need.</summary>
internal static class CustomerListPages
{
    public static IServiceCollection AddCustomerListPages(this IServiceCollection services)
    {
        services.AddScoped<CustomerList>();
        services.AddScoped<CustomerListReader>();
        services.AddScoped<CustomerListBuilder>();
        services.AddScoped<CustomerListSearch>();
        services.AddScoped<CustomerListPager>();
        services.AddScoped<CustomerListTools>();
        services.AddScoped<CustomerTable>();
        services.AddScoped<CustomerViewPages>();
        services.AddScoped<ICustomerListFilter, CustomerManagedByFilter>();
        services.AddScoped<ICustomerColumnSource, UserColumns>();
        services.AddRecipeExecutionStep<CustomerViewsRecipeStep>();

        return services;
    }
}
