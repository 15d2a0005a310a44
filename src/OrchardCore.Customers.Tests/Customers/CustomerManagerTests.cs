using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public abstract class CustomerManagerTests(TestSiteDatabase database)
{
    [Fact]
    public async Task ACustomerIsCreatedWithANumber()
    {
        await using var site = await CustomersSite.StartAsync(database);

        var id = await site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => part.ContactName = "Åse Bjørnsdóttir");
            var result = await manager.CreateAsync(customer);
            Assert.True(result.Succeeded);

            return customer.ContentItemId;
        });

        await site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            Assert.Equal("C-000001", customer!.GetOrCreate<CustomerPart>().Number);
        });
    }
}

public sealed class SqliteCustomerManagerTests() : CustomerManagerTests(TestSiteDatabase.Sqlite);

public sealed class PostgresCustomerManagerTests() : CustomerManagerTests(TestSiteDatabase.Postgres);
