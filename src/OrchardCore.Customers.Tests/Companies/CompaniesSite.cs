using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies;

/// <summary>A site with companies, and none of them yet; shared by the tests of a class.</summary>
public abstract class CompaniesSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>The role that sees only the customers one manages, and may do everything with companies too.</summary>
    public static readonly string Roles = $$"""
        {
          "name": "Roles",
          "Roles": [
            { "Name": "{{CustomersSite.Scoped}}", "Permissions": [ "AccessAdminPanel", "{{string.Join("\", \"", CustomersSite.ScopedPermissions.Concat(CompaniesPermissions.All.Select(permission => permission.Name)))}}" ] }
          ]
        }
        """;

    public static Task<TestSite> StartAsync(TestSiteDatabase database, string[]? steps = null, Action<IServiceCollection>? services = null)
        => TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Companies], steps ?? [CustomersSite.Roles, Roles], services);

    public async ValueTask InitializeAsync() => _site = await StartAsync(database);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteCompanies() : CompaniesSite(TestSiteDatabase.Sqlite);

public sealed class PostgresCompanies() : CompaniesSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with companies, each in a scope of its own, as requests would.</summary>
internal static class CompaniesSiteExtensions
{
    public static Task<(Result Result, string Id)> CreateCompanyAsync(this TestSite site, Action<CompanyPart> fill, params CustomerAddress[] addresses) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICompanyManager>();
        var company = await manager.NewAsync();
        company.Alter(fill);
        company.Alter<AddressBookPart>(book => book.Addresses = addresses);

        return (await manager.CreateAsync(company), company.ContentItemId);
    });

    /// <summary>Creates a company that has to be accepted.</summary>
    /// <returns>Its content item id.</returns>
    public static async Task<string> AddCompanyAsync(this TestSite site, Action<CompanyPart> fill)
    {
        var (result, id) = await site.CreateCompanyAsync(fill);
        Assert.True(result.Succeeded, result.Errors.FirstOrDefault()?.Message.Value);

        return id;
    }

    public static Task<string> AddCompanyAsync(this TestSite site, string name) => site.AddCompanyAsync(part => part.Name = name);

    public static Task<CompanyPart?> ReadCompanyAsync(this TestSite site, string id) => site.InScopeAsync(async services =>
        (await services.GetRequiredService<ICompanyManager>().FindAsync(id))?.GetOrCreate<CompanyPart>());

    public static Task<Result> UpdateCompanyAsync(this TestSite site, string id, Action<CompanyPart> change) => site.WithCompanyAsync(id, (manager, company) =>
    {
        company.Alter(change);

        return manager.UpdateAsync(company);
    });

    public static Task<Result> WithCompanyAsync(this TestSite site, string id, Func<ICompanyManager, ContentItem, Task<Result>> act) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICompanyManager>();

        return await act(manager, (await manager.FindAsync(id))!);
    });

    public static Task<T> UnitsAsync<T>(this TestSite site, Func<IBusinessUnitManager, Task<T>> act) => site.InScopeAsync(services => act(services.GetRequiredService<IBusinessUnitManager>()));

    public static Task<T> RolesAsync<T>(this TestSite site, Func<ICompanyRoleManager, Task<T>> act) => site.InScopeAsync(services => act(services.GetRequiredService<ICompanyRoleManager>()));

    public static Task<(Result Result, string Id)> CreateUnitAsync(this TestSite site, string companyId, string parentId, Action<BusinessUnitPart> fill) => site.UnitsAsync(async manager =>
    {
        var unit = await manager.NewAsync(companyId, parentId);
        unit.Alter(fill);

        return (await manager.CreateAsync(unit), unit.ContentItemId);
    });

    public static async Task<string> AddUnitAsync(this TestSite site, string companyId, string parentId, string name)
    {
        var (result, id) = await site.CreateUnitAsync(companyId, parentId, part => part.Name = name);
        Assert.True(result.Succeeded, result.Errors.FirstOrDefault()?.Message.Value);

        return id;
    }

    public static Task<BusinessUnitPart?> ReadUnitAsync(this TestSite site, string id) => site.UnitsAsync(async manager => (await manager.FindAsync(id))?.GetOrCreate<BusinessUnitPart>());

    /// <summary>The tree with an indent of one space per level.</summary>
    public static Task<string[]> TreeAsync(this TestSite site, string companyId) => site.UnitsAsync(async manager =>
        (await manager.FindTreeAsync(companyId)).Nodes.Select(node => new string(' ', node.Depth - 1) + node.FoldedName).ToArray());
}
