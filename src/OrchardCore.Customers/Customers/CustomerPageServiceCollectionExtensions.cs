using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Recent;
using OrchardCore.Customers.Tabs;

namespace OrchardCore.Customers;

internal static class CustomerPageServiceCollectionExtensions
{
    /// <summary>Adds what a customer's page shows: facts, notes and history, and which pages the user opened last.</summary>
    public static IServiceCollection AddCustomerPage(this IServiceCollection services)
    {
        services.AddScoped<CustomerNames>();
        services.AddScoped<CustomerFacts>();
        services.AddScoped<CustomerHead>();
        services.AddScoped<CustomerOverview>();
        services.AddScoped<HistoryNames>();
        services.AddScoped<CustomerHistoryReader>();
        services.AddScoped<CustomerNotesReader>();
        services.AddScoped<CustomerNoteAccess>();
        services.AddScoped<RecentCustomers>();
        services.AddScoped<ICustomerTab, CustomerNotesTab>();
        services.AddScoped<ICustomerTab, CustomerHistoryTab>();

        return services;
    }
}
