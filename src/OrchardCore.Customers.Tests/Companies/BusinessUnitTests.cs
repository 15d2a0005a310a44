using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Companies;

public abstract class BusinessUnitTests(CompaniesSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task UnitsHangTogetherByTheirNames()
    {
        var (company, top) = await AddAsync();
        var west = await Site.AddUnitAsync(company, top, "West");
        await Site.AddUnitAsync(company, top, "east");
        await Site.AddUnitAsync(company, west, "Köln");
        await Site.AddUnitAsync(company, west, "Aachen");

        Assert.Equal(["headquarters", " east", " west", "  aachen", "  koln"], await Site.TreeAsync(company));
    }

    [Fact]
    public async Task AUnitMovesWithAllBelowItAndNeverUnderItself()
    {
        var (company, top) = await AddAsync();
        var west = await Site.AddUnitAsync(company, top, "West");
        var aachen = await Site.AddUnitAsync(company, west, "Aachen");
        var east = await Site.AddUnitAsync(company, top, "East");

        Assert.True((await MoveAsync(west, east)).Succeeded);
        Assert.Equal(["headquarters", " east", "  west", "   aachen"], await Site.TreeAsync(company));

        const string Circle = "BusinessUnitPart.ParentUnitId: A unit can't be moved under itself, nor under a unit below it.";
        Assert.Equal(Circle, (await MoveAsync(west, aachen)).TheError());
        Assert.Equal(Circle, (await MoveAsync(west, west)).TheError());
        Assert.StartsWith("BusinessUnitPart.ParentUnitId: The headquarters is the top", (await MoveAsync(top, west)).TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestThatMixesCompaniesIsRefused()
    {
        var (company, top) = await AddAsync();
        var (_, otherTop) = await AddAsync();
        var unit = await Site.AddUnitAsync(company, top, "Mine");
        const string Missing = "BusinessUnitPart.ParentUnitId: The company has no such unit any more. Choose another one.";

        Assert.Equal(Missing, (await MoveAsync(unit, otherTop)).TheError());
        Assert.Equal(Missing, (await Site.CreateUnitAsync(company, otherTop, part => part.Name = "Mixed")).Result.TheError());
        Assert.Equal("BusinessUnitPart.AddressIds: The company has no address with the id other.", (await Site.CreateUnitAsync(company, top, part => (part.Name, part.AddressIds) = ("Mixed", ["other"]))).Result.TheError());
        Assert.StartsWith("BusinessUnitPart.CompanyId: There is no such company", (await Site.CreateUnitAsync("4nobody", top, part => part.Name = "Lost")).Result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACompanyHasOneHeadquarters()
    {
        var (company, _) = await AddAsync();

        Assert.StartsWith("BusinessUnitPart.ParentUnitId: A company has one headquarters.", (await Site.CreateUnitAsync(company, "", part => part.Name = "Second")).Result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAdminsWhoMoveUnitsUnderEachOtherAtOnceMakeNoCircle()
    {
        var (company, top) = await AddAsync();

        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await Site.AddUnitAsync(company, top, $"One {round}"), await Site.AddUnitAsync(company, top, $"Other {round}"));

            var results = await Task.WhenAll(MoveAsync(one, other), MoveAsync(other, one));

            Assert.Single(results, result => result.Succeeded);
            Assert.Contains("can't be moved under itself", results.Single(result => !result.Succeeded).TheError(), StringComparison.Ordinal);
        }

        Assert.Equal(11, (await Site.TreeAsync(company)).Length);
    }

    [Fact]
    public async Task SixWhoAddUnitsAtOnceAllSucceed()
    {
        var (company, top) = await AddAsync();

        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => Site.CreateUnitAsync(company, top, part => part.Name = $"Unit {number}")));

        Assert.All(results, result => Assert.True(result.Result.Succeeded, result.Result.Errors.FirstOrDefault()?.Message.Value));
        Assert.Equal(7, (await Site.TreeAsync(company)).Length);
    }

    [Fact]
    public async Task WhatIsBelowADeletedUnitMovesOneLevelUp()
    {
        var (company, top) = await AddAsync();
        var west = await Site.AddUnitAsync(company, top, "West");
        var aachen = await Site.AddUnitAsync(company, west, "Aachen");
        await Site.AddUnitAsync(company, aachen, "Depot");
        await Site.AddUnitAsync(company, west, "Köln");

        Assert.True((await Site.UnitsAsync(manager => manager.DeleteAsync(west))).Succeeded);

        Assert.Equal(["headquarters", " aachen", "  depot", " koln"], await Site.TreeAsync(company));
        Assert.Null(await Site.ReadUnitAsync(west));
        Assert.True((await Site.UnitsAsync(manager => manager.DeleteAsync(west))).Succeeded);
        Assert.Equal(": The headquarters goes only with its company.", (await Site.UnitsAsync(manager => manager.DeleteAsync(top))).TheError());
    }

    [Fact]
    public async Task AStaleUnitIsNotSavedOverANewerOne()
    {
        var (company, top) = await AddAsync();
        var id = await Site.AddUnitAsync(company, top, "Stale");

        var result = await Site.UnitsAsync(async manager =>
        {
            var mine = await manager.FindAsync(id);
            Assert.True((await MoveAsync(id, await Site.AddUnitAsync(company, top, "Elsewhere"))).Succeeded);
            mine!.Alter<BusinessUnitPart>(part => part.Name = "Mine");

            return await manager.UpdateAsync(mine!);
        });

        Assert.StartsWith("BusinessUnitPart.Revision: ", result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BankDataIsCheckedAndKeptWithoutSpaces()
    {
        var (company, top) = await AddAsync();

        var (result, id) = await Site.CreateUnitAsync(company, top, part => (part.Name, part.Iban, part.Bic) = ("Bank", "de89 3704 0044 0532 0130 00", "cobadeff"));

        Assert.True(result.Succeeded);
        var stored = (await Site.ReadUnitAsync(id))!;
        Assert.Equal(("DE89370400440532013000", "COBADEFF"), (stored.Iban, stored.Bic));
        Assert.StartsWith("BusinessUnitPart.Iban: The check digits", (await Site.CreateUnitAsync(company, top, part => (part.Name, part.Iban) = ("Bank", "DE88 3704 0044 0532 0130 00"))).Result.TheError(), StringComparison.Ordinal);
        Assert.StartsWith("BusinessUnitPart.Bic: This is no BIC.", (await Site.CreateUnitAsync(company, top, part => (part.Name, part.Bic) = ("Bank", "COBAZZFF"))).Result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TenThousandUnitsOnFiftyLevelsAreReadByOneQueryAndMoved()
    {
        var (company, top) = await AddAsync();
        var bottom = await FillAsync(company, top, IBusinessUnitManager.MaxUnits, IBusinessUnitManager.MaxDepth);

        BusinessUnitTree? tree = null;
        var statements = await StatementLog.CollectAsync(Site, async services => tree = await services.GetRequiredService<IBusinessUnitManager>().FindTreeAsync(company));
        Assert.Single(statements);
        Assert.Equal((IBusinessUnitManager.MaxUnits, IBusinessUnitManager.MaxDepth), (tree!.Nodes.Count, tree.Nodes.Max(node => node.Depth)));
        Assert.Equal(IBusinessUnitManager.MaxDepth - 1, tree.Above(bottom).Count);

        Assert.StartsWith("BusinessUnitPart.ParentUnitId: A company can have at most 10000 units.", (await Site.CreateUnitAsync(company, top, part => part.Name = "One more")).Result.TheError(), StringComparison.Ordinal);
        Assert.StartsWith("BusinessUnitPart.ParentUnitId: The tree of a company can have at most 50 levels.", (await MoveAsync(tree.Nodes[^1].Id, bottom)).TheError(), StringComparison.Ordinal);
        Assert.True((await MoveAsync(bottom, top)).Succeeded);
    }

    /// <summary>One long branch, and the rest right below the headquarters.</summary>
    /// <returns>The lowest unit.</returns>
    private async Task<string> FillAsync(string company, string top, int count, int depth)
    {
        var parent = top;
        var bottom = top;

        for (var first = 1; first < count; first += 1000)
        {
            var begin = first;

            await Site.InScopeAsync(async services =>
            {
                var (session, contents) = (services.GetRequiredService<ISession>(), services.GetRequiredService<IContentManager>());

                for (var number = begin; number < Math.Min(begin + 1000, count); number++)
                {
                    var unit = await contents.NewAsync(CustomersConstants.ContentTypes.BusinessUnit);
                    (unit.Latest, unit.Published, unit.DisplayText) = (true, true, $"Unit {number:D5}");
                    unit.Alter<BusinessUnitPart>(part => (part.CompanyId, part.ParentUnitId, part.Name, part.Revision) = (company, number < depth ? parent : top, $"Unit {number:D5}", 1));
                    await session.SaveAsync(unit);
                    (parent, bottom) = (unit.ContentItemId, number < depth ? unit.ContentItemId : bottom);
                }
            });
        }

        return bottom;
    }

    private async Task<(string Company, string Headquarters)> AddAsync()
    {
        var id = await Site.AddCompanyAsync("Company");

        return (id, (await Site.ReadCompanyAsync(id))!.HeadquartersId!);
    }

    private Task<Result> MoveAsync(string unit, string parent) => Site.UnitsAsync(manager => manager.MoveAsync(unit, parent));
}

public sealed class SqliteBusinessUnitTests(SqliteCompanies fixture) : BusinessUnitTests(fixture), IClassFixture<SqliteCompanies>;

public sealed class PostgresBusinessUnitTests(PostgresCompanies fixture) : BusinessUnitTests(fixture), IClassFixture<PostgresCompanies>;
