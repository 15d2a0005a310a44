using Microsoft.Extensions.DependencyInjection;

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
}
