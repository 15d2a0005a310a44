using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

/// <summary>What tests do with addresses on a site, each in a scope of its own, as requests would.</summary>
internal static class AddressSite
{
    public static CustomerAddress Berlin(string id = "") => new() { Id = id, ContactName = "Ann Lee", Line1 = "Unter den Linden 1", PostalCode = "10117", City = "Berlin", Country = "DE" };

    public static CustomerAddress NewYork(string id = "") => new() { Id = id, ContactName = "Ann Lee", Line1 = "350 Fifth Avenue", PostalCode = "10118", City = "New York", Subdivision = "NY", Country = "US" };

    public static Task<Result> ManageAsync(this TestSite site, Func<IAddressBookManager, Task<Result>> change)
        => site.InScopeAsync(services => change(services.GetRequiredService<IAddressBookManager>()));

    public static async Task AddAddressAsync(this TestSite site, string customerId, CustomerAddress address, AddressUses uses = AddressUses.None)
    {
        var result = await site.ManageAsync(manager => manager.AddAsync(customerId, address, uses));
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}")));
    }

    public static Task<AddressBookPart> BookAsync(this TestSite site, string customerId)
        => site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerManager>().FindAsync(customerId))!.GetOrCreate<AddressBookPart>());

    public static async Task<CustomerAddress> AddressAsync(this TestSite site, string customerId, string id) => (await site.BookAsync(customerId)).Find(id)!;

    /// <summary>Creates a customer with an address book, as an import would.</summary>
    public static Task<(Result Result, ContentItem Customer)> CreateWithAsync(this TestSite site, string name, Action<AddressBookPart> fill)
        => site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => part.ContactName = name);
            customer.Alter(fill);

            return (await manager.CreateAsync(customer), customer);
        });
}
