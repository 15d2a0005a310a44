using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Customers.Transfer.Template;
using OrchardCore.Data;

namespace OrchardCore.Customers.Transfer;

internal static class CustomerTransferColumnsServiceCollectionExtensions
{
    /// <summary>Adds the columns of files of customers, and the catalog of them.</summary>
    public static IServiceCollection AddCustomerTransferColumns(this IServiceCollection services)
    {
        services.AddScoped<TransferTexts>();
        services.AddScoped<TransferDates>();
        services.AddScoped<TransferUsers>();
        services.AddScoped<AddressCells>();
        services.AddScoped<AddressWriter>();
        services.AddScoped<BusinessWriter>();
        services.AddScoped<FieldValues>();
        services.AddScoped<CustomerTransferCatalog>();

        services.AddScoped<ICustomerTransferColumnSource, TextColumns>();
        services.AddScoped<ICustomerTransferColumnSource, IdentityColumns>();
        services.AddScoped<ICustomerTransferColumnSource, ChoiceColumns>();
        services.AddScoped<ICustomerTransferColumnSource, AddressTransferColumns>();
        services.AddScoped<ICustomerTransferColumnSource, GroupColumns>();
        services.AddScoped<ICustomerTransferColumnSource, ManagedByColumns>();
        services.AddScoped<ICustomerTransferColumnSource, ConsentColumns>();
        services.AddScoped<ICustomerTransferColumnSource, HoldColumns>();
        services.AddScoped<ICustomerTransferColumnSource, BusinessColumns>();
        services.AddScoped<ICustomerTransferColumnSource, ReferenceColumns>();
        services.AddScoped<ICustomerTransferColumnSource, CustomFieldColumns>();

        return services;
    }

    /// <summary>Adds what helps to fill a file and to say what its columns mean: template, mapping and profiles.</summary>
    public static IServiceCollection AddCustomerTransferMapping(this IServiceCollection services)
    {
        services.AddScoped<ColumnReference>();
        services.AddScoped<ImportTemplate>();
        services.AddScoped<ColumnMapper>();
        services.AddScoped<ImportProfileManager>();
        services.AddIndexProvider<ImportProfileIndexProvider>();

        return services;
    }
}
