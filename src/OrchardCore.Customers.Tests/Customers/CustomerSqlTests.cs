using System.Reflection;
using System.Security.Claims;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What a list asks of the database.</summary>
public sealed class CustomerSqlTests : IAsyncLifetime
{
    private const int MaxStatements = 3;

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);

        for (var number = 0; number < 25; number++)
        {
            await _site.AddAsync($"Counted {number:00}");
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task APageOfTheListTakesAtMostThreeStatements()
    {
        var first = await FindAsync(new CustomerQuery { PageSize = 10 });
        var third = first.Customers[2].ContentItemId;

        foreach (var query in new[]
        {
            new CustomerQuery { PageSize = 10 },
            new CustomerQuery { PageSize = 10, Position = new CustomerPosition.Numbered(2) },
            new CustomerQuery { PageSize = 10, Position = new CustomerPosition.Numbered(700) },
            new CustomerQuery { PageSize = 10, Position = new CustomerPosition.After(third) },
            new CustomerQuery { PageSize = 10, Position = new CustomerPosition.After("deleted") },
            new CustomerQuery { PageSize = 10, Position = new CustomerPosition.Before(third) },
            new CustomerQuery { PageSize = 10, Position = CustomerPosition.Last },
            new CustomerQuery { PageSize = 10, Search = "counted", Sort = CustomerSort.Created, Descending = true },
            new CustomerQuery { PageSize = 10, Filters = new Dictionary<string, string> { ["status"] = "Active" }, Sort = CustomerSort.Number },
        })
        {
            Assert.NotEmpty((await FindAsync(query)).Customers);
            Assert.InRange((await StatementsAsync(query)).Count, 1, MaxStatements);
        }
    }

    [Fact]
    public async Task EverySortWalksAnIndex()
    {
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            foreach (var filters in new[] { [], new Dictionary<string, string> { ["status"] = "Active" } })
            {
                foreach (var descending in new[] { false, true })
                {
                    var statements = await StatementsAsync(new CustomerQuery { Sort = sort, Descending = descending, Filters = filters, PageSize = 10 });
                    var plan = await ExplainAsync(statements.Single(statement => statement.Contains("[Document]", StringComparison.Ordinal)));

                    Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
                    Assert.Contains(plan, step => step.Contains("CustomerIndex", StringComparison.Ordinal) && step.Contains("USING", StringComparison.Ordinal) && step.Contains("INDEX", StringComparison.Ordinal));
                }
            }
        }
    }

    /// <summary>YesSql writes what it finds columns for, and says nothing of the rest.</summary>
    [Theory]
    [InlineData(typeof(CustomerIndex))]
    [InlineData(typeof(CustomerGroupIndex))]
    [InlineData(typeof(CustomerGroupMemberIndex))]
    [InlineData(typeof(CustomerKeyIndex))]
    [InlineData(typeof(CustomerSiteIndex))]
    [InlineData(typeof(SavedViewIndex), CustomersConstants.Collection)]
    [InlineData(typeof(ListChoiceIndex), CustomersConstants.Collection)]
    public async Task EveryPropertyOfAnIndexHasAColumnAndEveryColumnAProperty(Type index, string? collection = null)
    {
        var columns = await _site.InScopeAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

            return (await connection.QueryAsync<string>($"select name from pragma_table_info('{(collection is null ? "" : collection + "_")}{index.Name}')")).ToArray();
        });

        var properties = index.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => property.Name);
        Assert.Equal(properties.Append("Id").Append("DocumentId").Distinct().Order(), columns.Order());
    }

    private Task<List<string>> StatementsAsync(CustomerQuery query)
        => StatementLog.CollectAsync(_site, services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, new ClaimsPrincipal()));

    private Task<CustomerPage> FindAsync(CustomerQuery query)
        => _site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, new ClaimsPrincipal()));

    /// <summary>A statement of the log has its parameters left open; NULL for each leaves the plan as it is.</summary>
    private Task<string[]> ExplainAsync(string statement) => _site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

        return (await connection.QueryAsync("explain query plan " + statement)).Select(row => (string)row.detail).ToArray();
    });
}
