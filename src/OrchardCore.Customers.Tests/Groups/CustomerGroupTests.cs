using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Groups;

public abstract class CustomerGroupTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AGroupIsSavedFoundAndChanged()
    {
        var id = await AddAsync("wholesale", " Wholesale ", "Buys to sell on.\nIn bulk.");

        Assert.True((await ChangeAsync(id, part => part.Name = "Großhandel")).Succeeded);

        var part = await ReadAsync(id);
        Assert.Equal(("wholesale", "Großhandel", 2), (part!.Code, part.Name, part.Revision));
        Assert.Contains("In bulk.", part.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Name", "Code: A code has 1 to 66")]
    [InlineData("with space", "Name", "Code: A code has 1 to 66")]
    [InlineData("fine", " ", "Name: Enter a name.")]
    [InlineData("fine", "abc\u202Edef", "Name: Name contains characters")]
    public async Task WhatBreaksARuleIsRefused(string code, string name, string error)
        => Assert.StartsWith(error, (await CreateAsync(code, name)).Result.TheError(), StringComparison.Ordinal);

    [Fact]
    public async Task ACodeIsTakenWhateverItsCase()
    {
        await AddAsync("Taken", "First");

        Assert.Equal("Code: Another group has the code “TAKEN”.", (await CreateAsync("TAKEN", "Second")).Result.TheError());
    }

    [Fact]
    public async Task OfSixteenWithOneCodeExactlyOneIsSaved()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(index => CreateAsync("raced", $"Race {index}")));

        Assert.Single(results, result => result.Result.Succeeded);
    }

    [Fact]
    public async Task AListOfCustomersIsNarrowedToAGroup()
    {
        var group = await AddAsync("narrow", "Narrow group");
        var member = await Site.AddAsync(part => (part.ContactName, part.Groups) = ("Narrow member", [group]));
        await Site.AddAsync("Narrow stranger");

        Assert.Equal([member], await FindAsync("narrow"));
        Assert.Equal([member], await FindAsync("NARROW"));
        Assert.Equal(1, (await CountAsync())[group]);

        await Site.UpdateAsync(member, part => part.Groups = []);
        Assert.Empty(await FindAsync("narrow"));
        Assert.False((await CountAsync()).ContainsKey(group));
    }

    [Fact]
    public async Task AGroupThatIsGoneShowsNowhereAndItsCodeIsFree()
    {
        var group = await AddAsync("leaving", "Leaving group");
        var member = await Site.AddAsync(part => (part.ContactName, part.Groups) = ("Left member", [group]));

        Assert.True((await DeleteAsync(group)).Succeeded);

        Assert.Null(await ReadAsync(group));
        Assert.NotNull(await Site.ReadAsync(member));
        using var admin = await SiteUser.AdminAsync(Site);
        Assert.DoesNotContain("Leaving group", (await admin.GetAsync("/Admin/Customers?search=left+member")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leaving group", (await admin.GetAsync($"/Admin/Customers/{member}")).Text, StringComparison.Ordinal);
        await AddAsync("leaving", "Another group");
    }

    [Fact]
    public async Task AStaleGroupIsNotSavedOverANewerOne()
    {
        var id = await AddAsync("stale", "Stale");

        var result = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerGroupManager>();
            var mine = await manager.FindAsync(id);
            Assert.True((await ChangeAsync(id, part => part.Name = "Theirs")).Succeeded);
            mine!.Alter<CustomerGroupPart>(part => part.Name = "Mine");

            return await manager.UpdateAsync(mine!);
        });

        Assert.Equal("Revision: Somebody else saved this group meanwhile.", result.TheError());
        Assert.Equal("Theirs", (await ReadAsync(id))!.Name);
    }

    [Fact]
    public async Task AListNarrowedToAGroupTakesAtMostThreeStatements()
    {
        var group = await AddAsync("counted", "Counted");
        await Site.AddAsync(part => (part.ContactName, part.Groups) = ("Counted member", [group]));
        await FindAsync("counted");

        var query = new CustomerQuery { Filters = new Dictionary<string, string> { ["group"] = "counted" } };
        var statements = await StatementLog.CollectAsync(Site, services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, new()));

        Assert.InRange(statements.Count, 1, 3);
    }

    private Task<(Result Result, string Id)> CreateAsync(string code, string name, string? description = null) => Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerGroupManager>();
        var group = await manager.NewAsync();
        group.Alter<CustomerGroupPart>(part => (part.Code, part.Name, part.Description) = (code, name, description));

        return (await manager.CreateAsync(group), group.ContentItemId);
    });

    private async Task<string> AddAsync(string code, string name, string? description = null)
    {
        var (result, id) = await CreateAsync(code, name, description);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Message.Value)));

        return id;
    }

    private Task<CustomerGroupPart?> ReadAsync(string id)
        => Site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerGroupManager>().FindAsync(id))?.GetOrCreate<CustomerGroupPart>());

    private Task<Result> ChangeAsync(string id, Action<CustomerGroupPart> change) => Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerGroupManager>();
        var group = await manager.FindAsync(id);
        group!.Alter(change);

        return await manager.UpdateAsync(group!);
    });

    private Task<Result> DeleteAsync(string id) => Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerGroupManager>();

        return await manager.DeleteAsync((await manager.FindAsync(id))!);
    });

    private Task<IReadOnlyDictionary<string, int>> CountAsync()
        => Site.InScopeAsync(services => services.GetRequiredService<CustomerGroupMembers>().CountAsync([], new()));

    private async Task<string[]> FindAsync(string group)
    {
        var query = new CustomerQuery { Filters = new Dictionary<string, string> { ["group"] = group } };
        var page = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, new()));

        return [.. page.Customers.Select(customer => customer.ContentItemId)];
    }
}

public sealed class SqliteCustomerGroupTests(SqliteSite site) : CustomerGroupTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerGroupTests(PostgresSite site) : CustomerGroupTests(site), IClassFixture<PostgresSite>;
