using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies;

public abstract class CompanyRoleTests(CompaniesSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ARoleIsMadeFoundAndChanged()
    {
        var company = await Site.AddCompanyAsync("Roles");
        var id = await AddAsync(company, role =>
        {
            (role.Name, role.Permissions) = (" Einkauf ", [CompanyPermissionNames.SendForApproval, CompanyPermissionNames.BuyUpTo]);
            role.Limits = [new() { Permission = CompanyPermissionNames.BuyUpTo, Amount = 50_000, Currency = "eur" }];
        });

        Assert.True((await ChangeAsync(id, role => role.Name = "Einkauf West")).Succeeded);

        var stored = (await Site.RolesAsync(manager => manager.FindAsync(id)))!;
        Assert.Equal(("Einkauf West", false, 2, "EUR", 50_000), (stored.Name, stored.IsDefault, stored.Revision, Assert.Single(stored.Limits).Currency, stored.Limits[0].Amount));
        Assert.Equal(["Admin", "Buyer", "Einkauf West"], (await Site.RolesAsync(manager => manager.FindAllAsync(company))).Select(role => role.Name));
    }

    [Fact]
    public async Task WhatBreaksARuleIsRefused()
    {
        var company = await Site.AddCompanyAsync("Rules");

        await RefuseAsync("Name: Enter a name.", role => role.Name = " ");
        await RefuseAsync("Name: The company has a role “ADMIN” already.", role => role.Name = "ADMIN");
        await RefuseAsync("Permissions: There is no permission “Fly”.", role => role.Permissions = ["Fly"]);
        await RefuseAsync("Permissions: “Buy up to grand total” needs “Send cart for approval”: tick it too.", role => role.Permissions = [CompanyPermissionNames.BuyUpTo]);
        await RefuseAsync("Limits[ApproveUpToGrandTotal]: There is no currency “XYZ”.", role => Limit(role, (1, "XYZ")));
        await RefuseAsync("Limits[ApproveUpToGrandTotal]: Choose the currency of the amount.", role => Limit(role, (1, " ")));
        await RefuseAsync("Limits[ApproveUpToGrandTotal]: An amount can't be negative.", role => Limit(role, (-1, "EUR")));
        await RefuseAsync("Limits[ApproveUpToGrandTotal]: There are two amounts in EUR. Keep one.", role => Limit(role, (1, "EUR"), (2, "eur")));
        Assert.StartsWith("CompanyId: There is no such company", (await CreateAsync("4nobody", role => role.Name = "Lost")).Result.TheError(), StringComparison.Ordinal);

        async Task RefuseAsync(string error, Action<CompanyRole> fill) => Assert.Equal(error, (await CreateAsync(company, role =>
        {
            role.Name = "Fine";
            fill(role);
        })).Result.TheError());

        static void Limit(CompanyRole role, params (long Amount, string Currency)[] limits)
        {
            role.Permissions = [CompanyPermissionNames.ApproveUpTo];
            role.Limits = [.. limits.Select(limit => new CompanyRoleLimit { Permission = CompanyPermissionNames.ApproveUpTo, Amount = limit.Amount, Currency = limit.Currency })];
        }
    }

    [Fact]
    [Seed("S30")]
    public async Task ExactlyOneRoleIsTheDefault()
    {
        var company = await Site.AddCompanyAsync("Default");
        var buyer = await DefaultAsync(company);
        var admin = (await Site.RolesAsync(manager => manager.FindAllAsync(company))).Single(role => !role.IsDefault);

        Assert.StartsWith("IsDefault: Exactly one role is the default.", (await ChangeAsync(buyer.RoleId, role => role.IsDefault = false)).TheError(), StringComparison.Ordinal);
        Assert.True((await ChangeAsync(admin.RoleId, role => role.IsDefault = true)).Succeeded);
        Assert.Equal(admin.RoleId, (await DefaultAsync(company)).RoleId);
        Assert.Equal(": This role is the default. Make another one the default first.", (await DeleteAsync(admin.RoleId)).TheError());
        Assert.True((await DeleteAsync(buyer.RoleId)).Succeeded);
    }

    [Fact]
    public async Task OfManyWhoMakeARoleTheDefaultAtOnceExactlyOneIsIt()
    {
        var company = await Site.AddCompanyAsync("Race");

        await Task.WhenAll(Enumerable.Range(1, 6).Select(number => CreateAsync(company, role => (role.Name, role.IsDefault) = ($"Role {number}", true))));

        var roles = await Site.RolesAsync(manager => manager.FindAllAsync(company));
        Assert.Single(roles, role => role.IsDefault);
    }

    [Fact]
    public async Task OfManyWithOneNameAtOnceExactlyOneIsMade()
    {
        var company = await Site.AddCompanyAsync("Names");

        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => CreateAsync(company, role => role.Name = "Same")));

        Assert.Single(results, result => result.Result.Succeeded);
    }

    [Fact]
    public async Task AStaleRoleIsNotSavedOverANewerOne()
    {
        var company = await Site.AddCompanyAsync("Stale");
        var id = await AddAsync(company, role => role.Name = "Stale");
        var mine = (await Site.RolesAsync(manager => manager.FindAsync(id)))!;
        await ChangeAsync(id, role => role.Name = "Theirs");
        mine.Name = "Mine";

        Assert.StartsWith("Revision: Somebody else saved this role", (await Site.RolesAsync(manager => manager.UpdateAsync(mine))).TheError(), StringComparison.Ordinal);
        await DeleteAsync(id);
        Assert.StartsWith(": Somebody else deleted this role", (await Site.RolesAsync(manager => manager.UpdateAsync(mine))).TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARoleOfAnotherCompanyIsNoReplacement()
    {
        var (company, other) = (await Site.AddCompanyAsync("Mine"), await Site.AddCompanyAsync("Other"));
        var id = await AddAsync(company, role => role.Name = "Going");

        Assert.StartsWith("replacement: The company has no such role", (await DeleteAsync(id, (await DefaultAsync(other)).RoleId)).TheError(), StringComparison.Ordinal);
        Assert.True((await DeleteAsync(id, (await DefaultAsync(company)).RoleId)).Succeeded);
    }

    private Task<(Result Result, string Id)> CreateAsync(string company, Action<CompanyRole> fill) => Site.RolesAsync(async manager =>
    {
        var role = manager.New(company);
        fill(role);

        return (await manager.CreateAsync(role), role.RoleId);
    });

    private async Task<string> AddAsync(string company, Action<CompanyRole> fill)
    {
        var (result, id) = await CreateAsync(company, fill);
        Assert.True(result.Succeeded, result.Errors.FirstOrDefault()?.Message.Value);

        return id;
    }

    private Task<Result> ChangeAsync(string id, Action<CompanyRole> change) => Site.RolesAsync(async manager =>
    {
        var role = (await manager.FindAsync(id))!;
        change(role);

        return await manager.UpdateAsync(role);
    });

    private Task<Result> DeleteAsync(string id, string? replacement = null) => Site.RolesAsync(manager => manager.DeleteAsync(id, replacement));

    private async Task<CompanyRole> DefaultAsync(string company) => Assert.Single(await Site.RolesAsync(manager => manager.FindAllAsync(company)), role => role.IsDefault);
}

public sealed class SqliteCompanyRoleTests(SqliteCompanies fixture) : CompanyRoleTests(fixture), IClassFixture<SqliteCompanies>;

public sealed class PostgresCompanyRoleTests(PostgresCompanies fixture) : CompanyRoleTests(fixture), IClassFixture<PostgresCompanies>;

/// <summary>A module that keeps something of companies, and one that adds a permission.</summary>
public sealed class CompanyDependentTests : IAsyncLifetime
{
    private readonly Dependent _dependent = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CompaniesSite.StartAsync(TestSiteDatabase.Sqlite, services: services =>
    {
        services.AddSingleton<ICompanyDependent>(_dependent);
        services.AddSingleton<ICompanyPermissionProvider, Flying>();
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task IsAskedBeforeACompanyGoesAndTold()
    {
        var id = await _site.AddCompanyAsync("Kept");
        _dependent.Reason = "Two approvals are open.";

        Assert.Equal(": Two approvals are open.", (await DeleteAsync(id)).TheError());

        _dependent.Reason = null;
        Assert.True((await DeleteAsync(id)).Succeeded);
        Assert.Contains("deleting " + id, _dependent.Calls);
    }

    [Fact]
    public async Task MovesItsPeopleToTheUnitAboveBeforeAndAfter()
    {
        var id = await _site.AddCompanyAsync("Moved");
        var top = (await _site.ReadCompanyAsync(id))!.HeadquartersId!;
        var unit = await _site.AddUnitAsync(id, top, "Going");

        Assert.True((await _site.UnitsAsync(manager => manager.DeleteAsync(unit))).Succeeded);

        Assert.Equal([$"move {unit} {top}", $"move {unit} {top}"], _dependent.Calls);
    }

    [Fact]
    public async Task ARoleThatSomebodyHasNeedsAReplacement()
    {
        var id = await _site.AddCompanyAsync("Replaced");
        var roles = await _site.RolesAsync(manager => manager.FindAllAsync(id));
        var (admin, buyer) = (roles[0].RoleId, roles[1].RoleId);
        _dependent.InRoles[admin] = 3;

        Assert.Equal(": 3 people have this role. Choose the role they get instead.", (await _site.RolesAsync(manager => manager.DeleteAsync(admin, null))).TheError());
        Assert.True((await _site.RolesAsync(manager => manager.DeleteAsync(admin, buyer))).Succeeded);
        Assert.Equal([$"replace {admin} {buyer}", $"replace {admin} {buyer}"], _dependent.Calls);
    }

    [Fact]
    public async Task AddsAPermissionThatRolesCanHave()
    {
        var id = await _site.AddCompanyAsync("Flying");

        var admin = (await _site.RolesAsync(manager => manager.FindAllAsync(id)))[0];

        Assert.True(admin.Has("Fly"));
    }

    private Task<Result> DeleteAsync(string id) => _site.WithCompanyAsync(id, (manager, company) => manager.DeleteAsync(company));

    private sealed class Flying : ICompanyPermissionProvider
    {
        public IEnumerable<CompanyPermission> GetPermissions() => [new("Fly", new LocalizedString("Fly", "Fly"), new LocalizedString("Air", "Air"))];
    }

    private sealed class Dependent : ICompanyDependent
    {
        public string? Reason { get; set; }

        public List<string> Calls { get; } = [];

        public Dictionary<string, int> InRoles { get; } = [];

        public Task<LocalizedString?> FindReasonToKeepAsync(OrchardCore.ContentManagement.ContentItem company)
            => Task.FromResult(Reason is null ? null : new LocalizedString(Reason, Reason));

        public Task DeletingAsync(OrchardCore.ContentManagement.ContentItem company) => Note("deleting " + company.ContentItemId);

        public Task MoveAsync(string fromUnitId, string toUnitId) => Note($"move {fromUnitId} {toUnitId}");

        public Task<IReadOnlyDictionary<string, int>> CountInRolesAsync(string companyId) => Task.FromResult<IReadOnlyDictionary<string, int>>(InRoles);

        public Task ReplaceRoleAsync(string roleId, string replacementId) => Note($"replace {roleId} {replacementId}");

        private Task Note(string call)
        {
            Calls.Add(call);

            return Task.CompletedTask;
        }
    }
}
