using System.Reflection;
using System.Security.Claims;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

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

    /// <summary>Each batch of 50 reads, and rewrites, only what is its own; each member buys for another company as well.</summary>
    [Fact]
    public async Task DeletingACompanyCostsAsMuchForEachOfItsPeopleHoweverManyTheyAre()
    {
        var few = await CountOfDeletingAsync("Few", 50);
        var many = await CountOfDeletingAsync("Many", 200);

        // Three batches more: the people, their other memberships, and the names of companies, units and roles; YesSql reads
        // each membership that becomes the default again before it writes it.
        Assert.InRange(many.Reads - few.Reads, 3, 3 * (5 + 50));
        Assert.InRange(many.Writes, few.Writes, few.Writes * 4);
    }

    /// <summary>The database refuses in the middle of it, as a full disk would.</summary>
    [Fact]
    public async Task ADeletionThatIsInterruptedWhileItsPeopleMoveIsToldAndGoneOnWith()
    {
        const int People = 120;
        var company = await Site.AddTestCompanyAsync("Interrupted");
        await Site.InScopeAsync(async services =>
        {
            foreach (var number in Enumerable.Range(0, People))
            {
                await services.GetRequiredService<ISession>().SaveAsync(new Membership { CustomerId = $"Interrupted{number}", CompanyId = company.Id, UnitId = company.Unit, Group = ApprovalGroup.Buyer });
            }
        });
        await ExecuteAsync($"create trigger Interruption before insert on MembershipIndex when (select count(*) from MembershipIndex where UnitId = '{company.Headquarters}') >= 70 begin select raise(abort, 'full'); end");

        var interrupted = await Site.UnitsAsync(manager => manager.DeleteAsync(company.Unit));
        var moved = await CountAsync(company.Headquarters);
        await ExecuteAsync("drop trigger Interruption");

        Assert.StartsWith(": Not everybody could be changed", interrupted.TheError(), StringComparison.Ordinal);
        Assert.NotNull(await Site.UnitsAsync(manager => manager.FindAsync(company.Unit)));
        Assert.Equal((50, People - 50), (moved, await CountAsync(company.Unit)));

        (await Site.UnitsAsync(manager => manager.DeleteAsync(company.Unit))).Accepted();
        Assert.Null(await Site.UnitsAsync(manager => manager.FindAsync(company.Unit)));
        Assert.Equal((People, 0), (await CountAsync(company.Headquarters), await CountAsync(company.Unit)));

        Task<int> CountAsync(string unit) => Site.InScopeAsync(services => services.GetRequiredService<ISession>().QueryIndex<MembershipIndex>(index => index.UnitId == unit).CountAsync());

        Task ExecuteAsync(string sql) => Site.InScopeAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
            await connection.ExecuteAsync(sql);
        });
    }

    private async Task<(int Reads, int Writes)> CountOfDeletingAsync(string name, int people)
    {
        var (closing, staying) = (await Site.AddTestCompanyAsync(name), await Site.AddTestCompanyAsync(name + " stays"));
        await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();

            foreach (var company in new[] { closing, staying })
            {
                foreach (var number in Enumerable.Range(0, people))
                {
                    await session.SaveAsync(new Membership { CustomerId = $"{name}{number}", CompanyId = company.Id, UnitId = company.Unit, RoleIds = [company.Default], Group = ApprovalGroup.Buyer, IsDefault = company == closing });
                }
            }
        });

        var statements = await StatementLog.CollectAsync(Site, async services => (await services.GetRequiredService<ICompanyManager>().DeleteAsync((await services.GetRequiredService<ICompanyManager>().FindAsync(closing.Id))!)).Accepted());
        var heir = Assert.Single(await Site.MembershipsAsync($"{name}{people - 1}"));
        Assert.Equal((staying.Id, true), (heir.CompanyId, heir.IsDefault));
        Assert.Equal(2, await Site.InScopeAsync(async services => (await services.GetRequiredService<CustomerHistory>().FindAsync(heir.CustomerId, 0, 9)).Count));
        var reads = statements.Count(statement => statement.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase));

        return (reads, statements.Count - reads);
    }

    private async Task<int> CountAsync(TestCompany company) => (await StatementLog.CollectAsync(Site, async services =>
    {
        var item = await services.GetRequiredService<ICompanyManager>().FindAsync(company.Id);
        var tab = services.GetServices<ICompanyTab>().Single(tab => tab.Name == "people");
        var model = Assert.IsType<CompanyPeopleModel>(await tab.BuildAsync(new CompanyTabContext(item!, new ClaimsPrincipal(new ClaimsIdentity()), 1, null)));
        Assert.InRange(model.People.Count, 0, 25);
    })).Count;
}
