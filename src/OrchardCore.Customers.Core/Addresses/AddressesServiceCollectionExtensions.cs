using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;

namespace OrchardCore.Customers.Addresses;

/// <summary>What <see cref="CustomersServiceCollectionExtensions.AddCustomers"/> adds of this capability.</summary>
internal static class AddressesServiceCollectionExtensions
{
    /// <summary>Adds the address book: data of countries, rules and manager.</summary>
    public static IServiceCollection AddAddresses(this IServiceCollection services)
    {
        services.AddContentPart<AddressBookPart>();
        services.TryAddSingleton<CountryDirectory>();
        services.AddSingleton<AddressPrinter>();
        services.AddScoped<AddressFields>();
        services.AddScoped<AddressChecker>();
        services.AddScoped<AddressBookChecker>();
        services.AddScoped<AddressBookSettler>();
        services.AddScoped<StoredAddresses>();
        services.AddScoped<IAddressBookManager, AddressBookManager>();
        services.AddScoped<ICustomerRule, AddressBookRule>();
        services.AddScoped<ICustomerListColumn, CityColumn>();
        services.AddScoped<ICustomerListColumn, CountryColumn>();

        return services;
    }
}
