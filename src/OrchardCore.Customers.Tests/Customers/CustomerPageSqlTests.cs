using System.Reflection;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What the tabs of a customer's page ask of the database.</summary>
public sealed class CustomerPageSqlTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    /// <summary>YesSql writes what it finds columns for, and says nothing of the rest.</summary>
    [Theory]
    [InlineData(typeof(CustomerEventIndex))]
    [InlineData(typeof(CustomerNoteIndex))]
    public async Task EveryPropertyOfAnIndexHasAColumnAndEveryColumnAProperty(Type index)
    {
        var columns = await Site.InScopeAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

            return (await connection.QueryAsync<string>($"select name from pragma_table_info('{CustomersConstants.Collection}_{index.Name}')")).ToArray();
        });

        var properties = index.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => property.Name);
        Assert.Equal(properties.Append("Id").Order(), columns.Order());
    }

    [Fact]
    public async Task TheHistoryAndTheNotesOfACustomerAreReadInTheOrderOfAnIndex()
    {
        var statements = await StatementLog.CollectAsync(Site, async services =>
        {
            await services.GetRequiredService<CustomerHistory>().FindAsync("nobody", 20, 21);
            await services.GetRequiredService<ICustomerNoteManager>().FindAsync("nobody", 20, 21);
            await services.GetRequiredService<ICustomerNoteManager>().FindPinnedAsync("nobody", 5);
        });

        Assert.Equal(3, statements.Count);

        foreach (var statement in statements)
        {
            var plan = await ExplainAsync(statement);

            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.StartsWith("SCAN", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains("USING", StringComparison.Ordinal) && step.Contains("IDX_Customer", StringComparison.Ordinal));
        }
    }

    /// <summary>A statement of the log has its parameters left open; NULL for each leaves the plan as it is.</summary>
    private Task<string[]> ExplainAsync(string statement) => Site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

        return (await connection.QueryAsync("explain query plan " + statement)).Select(row => (string)row.detail).ToArray();
    });
}
