using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;

namespace OrchardCore.Customers.ManagedBy;

internal static class ManagedByServiceCollectionExtensions
{
    /// <summary>Adds who manages customers: the users to choose from, the field, and that some see only the customers they manage.</summary>
    public static IServiceCollection AddManagedBy(this IServiceCollection services)
    {
        services.AddScoped<CustomerUsers>();
        services.AddScoped<CustomerManagers>();
        services.AddScoped<ManagedByRights>();
        services.AddScoped<ManagedByField>();
        services.AddScoped<ManagedByPages>();
        services.AddScoped<ICustomerScope, ManagedByScope>();
        services.AddScoped<ICustomerRule, ManagedByRule>();
        services.AddContentPart<CustomerPart>().AddHandler<ManagedByHandler>();

        return services;
    }
}
