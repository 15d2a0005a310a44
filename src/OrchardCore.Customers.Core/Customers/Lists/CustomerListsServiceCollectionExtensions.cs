using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Sql.Search;
using OrchardCore.Data;

namespace OrchardCore.Customers.Lists;

/// <summary>What lists of customers are made of.</summary>
internal static class CustomerListsServiceCollectionExtensions
{
    public static IServiceCollection AddCustomerLists(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddCustomerSearchIndex();
        services.AddScoped<CustomerConditions>();
        services.AddScoped<CustomerReader>();
        services.AddScoped<CustomerSearched>();
        services.AddScoped<ICustomerFinder, CustomerFinder>();

        services.AddScoped<ICustomerListFilter, CustomerStatusFilter>();
        services.AddScoped<ICustomerListFilter, CustomerIdFilter>();
        services.AddScoped<ICustomerListFilter, CustomerNumberFilter>();
        services.AddScoped<ICustomerListFilter, CustomerFirstNameFilter>();
        services.AddScoped<ICustomerListFilter, CustomerLastNameFilter>();
        services.AddScoped<ICustomerListFilter, CustomerCompanyFilter>();
        services.AddScoped<ICustomerListFilter, CustomerSiteFilter>();
        services.AddScoped<ICustomerListFilter, CustomerHoldFilter>();
        services.AddScoped<ICustomerListFilter, CustomerAccountFilter>();
        services.AddScoped<ICustomerListFilter, CustomerCreatedFilter>();

        services.AddScoped<CustomerColumnCatalog>();
        services.AddScoped<ICustomerListColumn, CompanyColumn>();
        services.AddScoped<ICustomerListColumn, EmailColumn>();
        services.AddScoped<ICustomerListColumn, PhoneColumn>();
        services.AddScoped<ICustomerListColumn, StatusColumn>();
        services.AddScoped<ICustomerListColumn, CreatedColumn>();
        services.AddScoped<ICustomerColumnSource, RecordColumns>();
        services.AddScoped<ICustomerColumnSource, ContentFieldColumns>();

        services.AddIndexProvider<Views.SavedViewIndexProvider>();
        services.AddIndexProvider<Views.ListChoiceIndexProvider>();
        services.AddScoped<Views.ISavedViewManager, Views.SavedViewManager>();

        return services;
    }
}
