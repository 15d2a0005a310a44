using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.ManagedBy;

/// <summary>
/// What a guest's pages ask of the database: its customers are found by their index, whatever else narrows the list, or by the
/// index of the words, when that finds few.
/// </summary>
public sealed class GuestSqlTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private const int MaxStatements = 3;

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("", "", "")]
    [InlineData("acme", "", "")]
    [InlineData("email:a", "", "")]
    [InlineData("", "status", "Active")]
    [InlineData("", "site", "DE")]
    [InlineData("", "firstname", "j")]
    [InlineData("", "created", "2023-01-05..")]
    [InlineData("", "managedby", "somebody")]
    [Seed("O17")]
    public async Task AGuestsPageReadsOnlyTheGuestsCustomers(string search, string filter, string value)
    {
        var guest = await Site.PrincipalAsync(await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerGuest));
        await Site.AddAsync(part => part.Company = part.ContactName = "Acme Somebody else's");
        var filters = filter.Length == 0 ? new Dictionary<string, string>() : new() { [filter] = value };

        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var query = new CustomerQuery { Search = search.Length == 0 ? null : search, Filters = filters, Sort = sort };
            var statements = await StatementLog.CollectAsync(Site, services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, guest));
            var ours = statements.Where(statement => statement.Contains(nameof(CustomerIndex), StringComparison.Ordinal)).ToList();

            Assert.InRange(ours.Count, 1, MaxStatements);

            foreach (var statement in ours)
            {
                Assert.Contains(await ExplainAsync(statement), step
                    => step.Contains("IDX_CustomerIndex_ManagedBy", StringComparison.Ordinal) || step.StartsWith("SCAN CustomerSearch VIRTUAL TABLE INDEX 0:M", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>A statement of the log has its parameters left open; NULL for each leaves the plan as it is.</summary>
    private Task<string[]> ExplainAsync(string statement) => Site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

        return (await connection.QueryAsync("explain query plan " + statement)).Select(row => (string)row.detail).ToArray();
    });
}
