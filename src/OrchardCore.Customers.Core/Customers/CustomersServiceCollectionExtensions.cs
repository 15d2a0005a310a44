using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Data;

namespace OrchardCore.Customers;

/// <summary>For hosts and tests that want customers without the module; the module's own startup calls it.</summary>
public static class CustomersServiceCollectionExtensions
{
    /// <summary>Adds the customers' domain: record, rules, manager and lists, without pages and permissions.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<CustomerPartHandler>();
        services.AddIndexProvider<CustomerIndexProvider>();
        services.AddIndexProvider<CustomerKeyIndexProvider>();
        services.AddIndexProvider<RetiredCustomerNumberIndexProvider>();
        services.AddIndexProvider<CustomerSiteIndexProvider>();
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(CustomersConstants.Collection));

        services.AddScoped<CustomerFields>();
        services.AddScoped<CustomerChecker>();
        services.AddScoped<CustomerNumberSequence>();
        services.AddScoped<DatabaseRefusals>();
        services.AddScoped<DocumentInserts>();
        services.AddScoped<CustomerWriter>();
        services.AddScoped<CustomerBatch>();
        services.AddScoped<CustomerIdentity>();
        services.AddScoped<CustomerAccountLink>();
        services.AddScoped<CustomerOrigins>();
        services.AddScoped<CustomerNormalizer>();
        services.AddScoped<ICustomerSiteSource, SettingsSiteSource>();
        services.AddScoped<CustomerTextChecker>();
        services.AddScoped<CustomerCustomFields>();
        services.AddScoped<ICustomerManager, CustomerManager>();

        services.AddScoped<ICustomerRule, CustomerTextRule>();
        services.AddScoped<ICustomerRule, CustomerRequiredRule>();
        services.AddScoped<ICustomerRule, CustomerContactRule>();
        services.AddScoped<ICustomerRule, CustomerBirthDateRule>();
        services.AddScoped<ICustomerRule, CustomerNumberRule>();
        services.AddScoped<ICustomerRule, CustomerIdRule>();
        services.AddScoped<ICustomerRule, CustomerChoiceRule>();
        services.AddScoped<ICustomerRule, CustomerBusinessRule>();
        services.AddScoped<ICustomerRule, CustomerReferenceRule>();
        services.AddScoped<ICustomerRule, CustomerUniquenessRule>();

        services.AddAddresses();
        services.AddCustomerLists();
        services.AddCustomerGroups();

        services.AddScoped<CustomerLookup>();
        services.AddCustomerHistory();
        services.AddCustomerNotes();

        return services;
    }
}
