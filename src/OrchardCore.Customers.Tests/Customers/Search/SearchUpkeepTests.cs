using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Import;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers.Search;

/// <summary>Whoever saves a customer, in whatever way, the index has its words when the transaction is committed, and no others.</summary>
public abstract class SearchUpkeepTests(ImportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheManagerKeepsItInStep()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email) = ("Upkeep Manager", "first@upkeep.example"));
        Assert.Equal(1, await CountAsync("upkeep manager"));

        await Site.UpdateAsync(id, part => part.Email = "second@upkeep.example");
        Assert.Equal((0, 1), (await CountAsync("first@upkeep"), await CountAsync("second@upkeep")));
        await Site.AssertInStepAsync();

        await Site.DeleteAsync(id);
        Assert.Equal((0, 0), (await CountAsync("second@upkeep"), await Site.CountHitsAsync("second@upkeep")));
        await Site.AssertInStepAsync();
    }

    [Fact]
    public async Task SoDoOrchardsContentManagerAndARecipe()
    {
        Assert.Empty(await Site.RunAsync("""{ "name": "Customers", "Customers": [ { "ContactName": "Instep Recipe 1" }, { "ContactName": "Instep Recipe 2" } ] }"""));
        var id = await Site.AddAsync("Upkeep Content");

        await Site.InScopeAsync(async services =>
        {
            var contentManager = services.GetRequiredService<IContentManager>();
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            customer!.Alter<CustomerPart>(part => part.Company = "Contentmanagers");
            await contentManager.UpdateAsync(customer!);
        });

        Assert.Equal((2, 1), (await CountAsync("instep recipe"), await CountAsync("contentmanag")));
        await Site.AssertInStepAsync();

        await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            services.GetRequiredService<ISession>().Delete(customer!);
        });
        Assert.Equal(0, await Site.CountHitsAsync("contentmanag"));
        await Site.AssertInStepAsync();
    }

    [Fact]
    public async Task SoDoAnImportAndItsUndo()
    {
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Before", "old@instep.example", "Imported"));
        var run = await Site.ImportAsync(
            "Contact Name,Email,Company\nAfterwards,old@instep.example,Imported\n" + string.Concat(Enumerable.Range(0, 60).Select(index => $"Row{index:000},,Imported\n")),
            new() { OnDuplicate = DuplicateAction.Update });
        Assert.Equal((1, 0, 61, 1), (await CountAsync("afterwards"), await CountAsync("before imported"), await CountAsync("imported"), await CountAsync("row042")));
        await Site.AssertInStepAsync();

        await Site.RunAsync(run.JobId, ImportPhase.Undo);
        Assert.Equal((0, 1, 1), (await CountAsync("afterwards"), await CountAsync("before imported"), await CountAsync("imported")));
        Assert.Equal(0, await Site.CountHitsAsync("row042"));
        await Site.AssertInStepAsync();
    }

    [Fact]
    public async Task WhatIsRolledBackIsNotInIt()
    {
        var id = await Site.AddAsync("Rolled Kept");

        await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var contentManager = services.GetRequiredService<IContentManager>();
            var kept = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            kept!.Alter<CustomerPart>(part => part.ContactName = "Rolled Changed");
            await contentManager.UpdateAsync(kept!);
            var added = await contentManager.NewAsync(CustomersConstants.ContentTypes.Customer);
            added.Alter<CustomerPart>(part => part.ContactName = "Rolled Added");
            await contentManager.CreateAsync(added, VersionOptions.Published);
            await session.FlushAsync();
            await session.CancelAsync();
        });

        Assert.Equal((1, 0, 0), (await CountAsync("rolled kept"), await CountAsync("rolled changed"), await CountAsync("rolled added")));
        Assert.Equal((0, 0), (await Site.CountHitsAsync("changed"), await Site.CountHitsAsync("added")));
        await Site.AssertInStepAsync();
    }

    [Fact]
    public async Task APartThatIsRolledBackToASavepointIsNotInIt()
    {
        await Site.InScopeAsync(async services =>
        {
            var transaction = await services.GetRequiredService<ISession>().BeginTransactionAsync();
            await InsertAsync(transaction, 9_000_001, " savepoint before");
            await transaction.SaveAsync("half");
            await InsertAsync(transaction, 9_000_002, " savepoint within");
            await transaction.RollbackAsync("half");
            await InsertAsync(transaction, 9_000_003, " savepoint after");
        });

        try
        {
            Assert.Equal((1, 0, 1), (await Site.CountHitsAsync("point before"), await Site.CountHitsAsync("point within"), await Site.CountHitsAsync("point after")));
            await Site.AssertInStepAsync();
        }
        finally
        {
            await Site.ExecuteAsync("delete from \"CustomerIndex\" where \"DocumentId\" > 9000000");
        }

        await Site.AssertInStepAsync();
    }

    [Fact]
    public async Task TheRecipeStepRebuildsItAndSearchesFindTheSameMeanwhile()
    {
        await Site.AddAsync("Rebuilt One");
        var gone = await Site.AddAsync("Rebuilt Gone");

        Assert.Empty(await Site.RunAsync("""{ "name": "CustomerSearchIndex" }"""));
        Assert.Null(await Site.CountHitsAsync("rebuilt"));
        Assert.Equal(2, await CountAsync("rebuilt"));

        // Who is saved before it is filled is in it, too.
        await Site.AddAsync("Rebuilt Two");
        await Site.DeleteAsync(gone);
        await Site.BuildAsync();

        Assert.Equal((2, 2), (await Site.CountHitsAsync("rebuilt"), await CountAsync("rebuilt")));
        await Site.AssertInStepAsync();
    }

    private Task<int?> CountAsync(string term) => Site.InScopeAsync(async services =>
        (await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = term }, new ClaimsPrincipal())).Total);

    private async Task InsertAsync(System.Data.Common.DbTransaction transaction, long id, string words)
    {
        if (!Site.IsSqlite())
        {
            await SearchSite.ExecuteAsync(transaction.Connection!, string.Create(CultureInfo.InvariantCulture, $"insert into \"Document\"(\"Id\", \"Type\", \"Content\", \"Version\") values({id}, '', '', 1)"));
        }

        await SearchSite.ExecuteAsync(transaction.Connection!, string.Create(CultureInfo.InvariantCulture, $"insert into \"CustomerIndex\"(\"DocumentId\", \"Words\") values({id}, '{words}')"));
    }
}

public sealed class SqliteSearchUpkeepTests(SqliteImportSite site) : SearchUpkeepTests(site), IClassFixture<SqliteImportSite>;

public sealed class PostgresSearchUpkeepTests(PostgresImportSite site) : SearchUpkeepTests(site), IClassFixture<PostgresImportSite>
{
    private readonly TestSite _site = site.Site;

    [Fact]
    public async Task ASearchTakesTheIndexAndAnInterruptedOneIsMadeAnew()
    {
        await _site.ExecuteAsync("update pg_index set indisvalid = false where indexrelid = '\"IDX_CustomerIndex_Words\"'::regclass");
        await _site.BuildAsync();
        await _site.ExecuteAsync("do $$ begin assert (select indisvalid from pg_index where indexrelid = '\"IDX_CustomerIndex_Words\"'::regclass); end $$");
    }

    [Fact]
    public async Task TwoSitesOfOneDatabaseHaveAnIndexEach()
    {
        await using var one = await CustomersSite.StartAsync(TestSiteDatabase.Postgres);
        await using var other = await one.StartBesideAsync("SampleHost", "other", [CustomersConstants.Features.Customers]);
        await one.AddAsync("Tenant One");
        await other.AddAsync("Tenant Other");

        Assert.Equal((1, 0), (await one.CountHitsAsync("tenant"), await one.CountHitsAsync("nt other")));
        Assert.Equal((1, 0), (await other.CountHitsAsync("tenant"), await other.CountHitsAsync("nt one")));
        await one.ExecuteAsync("do $$ begin assert (select count(*) = 2 from pg_indexes where indexdef like '%gin_trgm_ops%'); end $$");
    }
}
