using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies;

public abstract class CompanyTests(CompaniesSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task OnlyTheNameIsRequiredAndANewCompanyHasItsHeadquartersAndRoles()
    {
        Assert.Equal("CompanyPart.Name: Enter a name.", (await Site.CreateCompanyAsync(part => part.Name = " ")).Result.TheError());

        var id = await Site.AddCompanyAsync(" Tékassi ehf ");

        var part = (await Site.ReadCompanyAsync(id))!;
        Assert.Equal(("Tékassi ehf", CompanyStatus.Pending, true, false, 1), (part.Name, part.Status, part.IsActive, part.IsBlocked, part.Revision));
        Assert.Equal(["headquarters"], await Site.TreeAsync(id));
        Assert.Null((await Site.ReadUnitAsync(part.HeadquartersId!))!.ParentUnitId);

        var roles = await Site.RolesAsync(manager => manager.FindAllAsync(id));
        Assert.Equal([("Admin", false), ("Buyer", true)], roles.Select(role => (role.Name, role.IsDefault)));
        Assert.True(roles[0].Has(CompanyPermissionNames.ApproveUpTo));
        Assert.False(roles[1].Has(CompanyPermissionNames.ApproveUpTo));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("no address")]
    [InlineData("https://user:secret@example.com")]
    public async Task AWebsiteIsAnAddressOnTheWeb(string website)
        => Assert.StartsWith("CompanyPart.Website: This is no address of a website.", (await Site.CreateCompanyAsync(part => (part.Name, part.Website) = ("Web", website))).Result.TheError(), StringComparison.Ordinal);

    [Fact]
    public async Task TextsAreLimitedAndTwoCompaniesMayHaveOneName()
    {
        await Site.AddCompanyAsync(part => (part.Name, part.Website) = (new string('x', 255), "example.com"));
        await Site.AddCompanyAsync(new string('x', 255));

        Assert.StartsWith("CompanyPart.Name: Name can have at most 255", (await Site.CreateCompanyAsync(part => part.Name = new string('x', 256))).Result.TheError(), StringComparison.Ordinal);
        Assert.StartsWith("CompanyPart.TaxNumber: Tax number contains", (await Site.CreateCompanyAsync(part => (part.Name, part.TaxNumber) = ("Tax", "1\u202E2"))).Result.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CompanyAction.Approve, CompanyStatus.Approved, true, false, true)]
    [InlineData(CompanyAction.Deny, CompanyStatus.Denied, true, false, false)]
    [InlineData(CompanyAction.Activate, CompanyStatus.Pending, true, false, false)]
    [InlineData(CompanyAction.Deactivate, CompanyStatus.Pending, false, false, false)]
    [InlineData(CompanyAction.Block, CompanyStatus.Pending, true, true, false)]
    [InlineData(CompanyAction.Unblock, CompanyStatus.Pending, true, false, false)]
    public async Task AClickChangesTheState(CompanyAction action, CompanyStatus status, bool isActive, bool isBlocked, bool mayOrder)
    {
        var id = await Site.AddCompanyAsync("State");

        Assert.True((await Site.WithCompanyAsync(id, (manager, company) => manager.ChangeAsync(company, action))).Succeeded);

        var part = (await Site.ReadCompanyAsync(id))!;
        Assert.Equal((status, isActive, isBlocked, mayOrder), (part.Status, part.IsActive, part.IsBlocked, part.MayOrder()));
    }

    [Fact]
    public async Task ADeniedCompanyCanBeApprovedLater()
    {
        var id = await Site.AddCompanyAsync("Second thoughts");

        await Site.WithCompanyAsync(id, (manager, company) => manager.ChangeAsync(company, CompanyAction.Deny));
        await Site.WithCompanyAsync(id, (manager, company) => manager.ChangeAsync(company, CompanyAction.Approve));

        Assert.True((await Site.ReadCompanyAsync(id))!.MayOrder());
    }

    [Fact]
    public async Task AStaleCompanyIsNotSavedOverANewerOne()
    {
        var id = await Site.AddCompanyAsync("Stale");

        var result = await Site.WithCompanyAsync(id, async (manager, mine) =>
        {
            Assert.True((await Site.UpdateCompanyAsync(id, part => part.Name = "Theirs")).Succeeded);
            mine.Alter<CompanyPart>(part => part.Name = "Mine");

            return await manager.UpdateAsync(mine);
        });

        Assert.StartsWith("CompanyPart.Revision: Somebody else changed this meanwhile.", result.TheError(), StringComparison.Ordinal);
        Assert.Equal("Theirs", (await Site.ReadCompanyAsync(id))!.Name);
    }

    [Fact]
    public async Task CompaniesBelongToEachOtherAndNeverInACircle()
    {
        var top = await Site.AddCompanyAsync("Top");
        var middle = await Site.AddCompanyAsync(part => (part.Name, part.ParentCompanyId) = ("Middle", top));
        var bottom = await Site.AddCompanyAsync(part => (part.Name, part.ParentCompanyId) = ("Bottom", middle));
        const string Circle = "CompanyPart.ParentCompanyId: A company can't belong to itself, nor to one that belongs to it.";

        Assert.Equal(Circle, (await Site.UpdateCompanyAsync(top, part => part.ParentCompanyId = bottom)).TheError());
        Assert.Equal(Circle, (await Site.UpdateCompanyAsync(top, part => part.ParentCompanyId = top)).TheError());
        Assert.StartsWith("CompanyPart.ParentCompanyId: There is no such company", (await Site.UpdateCompanyAsync(top, part => part.ParentCompanyId = "4nobody")).TheError(), StringComparison.Ordinal);
        Assert.StartsWith(": Other companies belong to this one.", (await Site.WithCompanyAsync(top, (manager, company) => manager.DeleteAsync(company))).TheError(), StringComparison.Ordinal);
        Assert.True((await Site.UpdateCompanyAsync(middle, part => part.ParentCompanyId = null)).Succeeded);
    }

    [Fact]
    public async Task TwoWhoPutCompaniesUnderEachOtherAtOnceMakeNoCircle()
    {
        for (var round = 0; round < 4; round++)
        {
            var (one, other) = (await Site.AddCompanyAsync("One"), await Site.AddCompanyAsync("Other"));

            await Task.WhenAll(
                Site.UpdateCompanyAsync(one, part => part.ParentCompanyId = other),
                Site.UpdateCompanyAsync(other, part => part.ParentCompanyId = one));

            var parents = new[] { (await Site.ReadCompanyAsync(one))!.ParentCompanyId, (await Site.ReadCompanyAsync(other))!.ParentCompanyId };
            Assert.Contains(parents, parent => parent is null);
        }
    }

    [Fact]
    public async Task ADeletedCompanyLeavesNothing()
    {
        var id = await Site.AddCompanyAsync("Leaving");
        var headquarters = (await Site.ReadCompanyAsync(id))!.HeadquartersId!;
        var unit = await Site.AddUnitAsync(id, headquarters, "Branch");

        Assert.True((await Site.WithCompanyAsync(id, (manager, company) => manager.DeleteAsync(company))).Succeeded);

        Assert.Null(await Site.ReadCompanyAsync(id));
        Assert.Null(await Site.ReadUnitAsync(headquarters));
        Assert.Null(await Site.ReadUnitAsync(unit));
        Assert.Empty(await Site.RolesAsync(manager => manager.FindAllAsync(id)));
    }

    [Fact]
    public async Task AnAddressObeysItsCountryWhileThereIsOne()
    {
        var refused = await Site.CreateCompanyAsync(part => part.Name = "Addressed", new CustomerAddress { Id = "a", Line1 = "Hauptstraße 1", PostalCode = "1", City = "Berlin", Country = "DE" });
        Assert.StartsWith("AddressBookPart.ShipTo.PostalCode: “1” can't be right in Germany.", refused.Result.TheError(), StringComparison.Ordinal);

        var (result, id) = await Site.CreateCompanyAsync(part => part.Name = "Addressed", new CustomerAddress { Id = "a", Line1 = "Hauptstraße 1", PostalCode = "10115", City = "Berlin", Country = "DE" });
        Assert.True(result.Succeeded);

        // As if the country had left the data: what was right when it was saved is not asked about again.
        await Site.InScopeAsync(async services =>
        {
            var company = await services.GetRequiredService<ICompanyManager>().FindAsync(id);
            company!.Alter<AddressBookPart>(book =>
            {
                book.Addresses[0].Country = "XZ";
                book.Addresses[0].CheckedAs = book.Addresses[0].Stamp();
            });
            await services.GetRequiredService<YesSql.ISession>().SaveAsync(company!);
        });

        Assert.True((await Site.UpdateCompanyAsync(id, part => part.Name = "Renamed")).Succeeded);
    }
}

public sealed class SqliteCompanyTests(SqliteCompanies fixture) : CompanyTests(fixture), IClassFixture<SqliteCompanies>;

public sealed class PostgresCompanyTests(PostgresCompanies fixture) : CompanyTests(fixture), IClassFixture<PostgresCompanies>;
