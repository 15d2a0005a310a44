using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>Customers are deleted by who has saved them a moment before.</summary>
public abstract class CustomerErasureTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    /// <summary>What was written into the history a moment before is deleted with it, and nothing that was saved besides is lost.</summary>
    [Fact]
    public async Task WhoWasJustChangedCanBeDeletedInTheSameScope()
    {
        var (going, staying) = (await Site.AddAsync("Going Person"), await Site.AddAsync("Staying Person"));

        await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();

            foreach (var id in new[] { staying, going })
            {
                var customer = (await manager.FindAsync(id))!;
                customer.Alter<CustomerPart>(part => part.Company = "Changed Ltd");
                Assert.True((await manager.UpdateAsync(customer)).Succeeded);
            }

            Assert.True((await manager.DeleteAsync((await manager.FindAsync(going))!)).Succeeded);
        });

        Assert.Empty(await Site.InScopeAsync(services => services.GetRequiredService<CustomerHistory>().FindAsync(going, 0, 10)));
        Assert.Equal("Changed Ltd", (await Site.ReadAsync(staying))?.Company);
    }
}

public sealed class SqliteCustomerErasureTests(SqliteSite fixture) : CustomerErasureTests(fixture), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerErasureTests(PostgresSite fixture) : CustomerErasureTests(fixture), IClassFixture<PostgresSite>;
