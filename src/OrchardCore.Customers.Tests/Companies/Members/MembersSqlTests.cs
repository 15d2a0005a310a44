using System.Reflection;
using System.Security.Claims;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>What pages of members ask of the database: as much for a few people as for a great many.</summary>
public sealed class MembersSqlTests(SqliteCompanies fixture) : IClassFixture<SqliteCompanies>
{
    private TestSite Site => fixture.Site;

    /// <summary>YesSql writes what it finds columns for, and says nothing of the rest.</summary>
    [Theory]
    [InlineData(typeof(MembershipIndex))]
    [InlineData(typeof(MembershipRoleIndex))]
    [InlineData(typeof(ApprovalIndex), CustomersConstants.Collection)]
    public async Task EveryPropertyOfAnIndexHasAColumnAndEveryColumnAProperty(Type index, string? collection = null)
    {
        var columns = await Site.InScopeAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

            return (await connection.QueryAsync<string>($"select name from pragma_table_info('{(collection is null ? "" : collection + "_")}{index.Name}')")).ToArray();
        });

        var properties = index.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => property.Name);
        Assert.Equal(properties.Append("Id").Order(), columns.Order());
    }

    [Fact]
    public async Task ThePeopleOfACompanyCostAFixedNumberOfStatements()
    {
        var company = await Site.AddTestCompanyAsync("Counted");
        var few = await CountAsync(company);

        for (var number = 0; number < 30; number++)
        {
            await Site.AddMemberAsync(company, membership => membership.RoleIds = [company.Default, company.Other]);
        }

        var many = await CountAsync(company);

        // Without people there is nothing to name; each kind of name is one statement.
        Assert.InRange(many, few, few + 6);
        Assert.InRange(many, 1, 14);
    }

    [Fact]
    public async Task TheCompaniesColumnCostsTwoStatementsForAnyNumberOfCustomers()
    {
        var company = await Site.AddTestCompanyAsync("Columned");

        for (var number = 0; number < 12; number++)
        {
            await Site.AddMemberAsync(company, name: $"Columned {number:00}");
        }

        var statements = await StatementLog.CollectAsync(Site, async services =>
        {
            var page = await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = "columned", PageSize = 10 }, new ClaimsPrincipal());
            var column = services.GetServices<ICustomerListColumn>().Single(column => column.Name == "companies");
            Assert.Equal(10, (await column.GetCellsAsync(page.Customers)).Count);
        });

        Assert.InRange(statements.Count, 1, 5);
    }

    private async Task<int> CountAsync(TestCompany company) => (await StatementLog.CollectAsync(Site, async services =>
    {
        var item = await services.GetRequiredService<ICompanyManager>().FindAsync(company.Id);
        var tab = services.GetServices<ICompanyTab>().Single(tab => tab.Name == "people");
        var model = Assert.IsType<CompanyPeopleModel>(await tab.BuildAsync(new CompanyTabContext(item!, new ClaimsPrincipal(new ClaimsIdentity()), 1, null)));
        Assert.InRange(model.People.Count, 0, 25);
    })).Count;
}
