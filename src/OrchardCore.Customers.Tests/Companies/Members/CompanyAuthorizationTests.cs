using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

public abstract class CompanyAuthorizationTests(CompaniesSite fixture)
{
    private const string Buy = CompanyPermissionNames.BuyUpTo;

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S32")]
    public async Task AMemberMayDoWhatItsRolesPermit()
    {
        var company = await Site.AddTestCompanyAsync();
        var role = await Site.AddRoleAsync(company.Id, "Limited", [Buy, CompanyPermissionNames.SendForApproval, CompanyPermissionNames.AddToCart], MembersSiteExtensions.Limit(Buy, 500_00));
        var customer = await Site.AddMemberAsync(company, membership => membership.RoleIds = [role]);

        Assert.Equal("Limited", (await AskAsync(customer, company, Buy, 500_00)).Role?.Name);
        var above = await AskAsync(customer, company, Buy, 500_01);
        Assert.Equal((false, CompanyRefusal.AboveLimit), (above.IsAllowed, above.Refusal));
        Assert.Equal("“Buy up to grand total” is permitted up to 500.00 EUR by the role Limited.", above.Reason!.Value);
        Assert.Equal("No role permits “Place order”.", (await AskAsync(customer, company, CompanyPermissionNames.PlaceOrder)).Reason!.Value);
        Assert.True((await AskAsync(customer, company, CompanyPermissionNames.AddToCart)).IsAllowed);
    }

    [Theory]
    [InlineData(nameof(CompanyStatus.Pending), true, false, true, CompanyRefusal.PendingCompany)]
    [InlineData(nameof(CompanyStatus.Denied), true, false, true, CompanyRefusal.DeniedCompany)]
    [InlineData(nameof(CompanyStatus.Approved), false, false, true, CompanyRefusal.InactiveCompany)]
    [InlineData(nameof(CompanyStatus.Approved), true, true, true, CompanyRefusal.BlockedCompany)]
    [InlineData(nameof(CompanyStatus.Approved), true, false, false, CompanyRefusal.InactiveMember)]
    [InlineData(nameof(CompanyStatus.Approved), true, false, true, CompanyRefusal.None)]
    public async Task WhereMemberOrCompanyMayNotOrderNobodyDoes(string status, bool isActive, bool isBlocked, bool isMemberActive, CompanyRefusal refusal)
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company);
        (await Site.MembersAsync(manager => manager.SetActiveAsync(customer, company.Id, isMemberActive))).Accepted();
        (await Site.UpdateCompanyAsync(company.Id, part => (part.Status, part.IsActive, part.IsBlocked) = (Enum.Parse<CompanyStatus>(status), isActive, isBlocked))).Accepted();

        var answer = await AskAsync(customer, company, CompanyPermissionNames.PlaceOrder);

        Assert.Equal((refusal == CompanyRefusal.None, refusal), (answer.IsAllowed, answer.Refusal));
        Assert.Equal(refusal == CompanyRefusal.None, answer.Reason is null);

        // Of a blocked company one may still fill the cart.
        Assert.Equal(refusal is CompanyRefusal.None or CompanyRefusal.BlockedCompany, (await AskAsync(customer, company, CompanyPermissionNames.AddToCart)).IsAllowed);
    }

    [Fact]
    public async Task WhoIsNoMemberMayNothing()
    {
        var company = await Site.AddTestCompanyAsync();

        Assert.Equal(CompanyRefusal.NoMember, (await AskAsync(await Site.AddAsync("Stranger"), company, CompanyPermissionNames.AddToCart)).Refusal);
        Assert.Equal(CompanyRefusal.NoMember, (await AskAsync(await Site.AddMemberAsync(company), company with { Id = "none" }, CompanyPermissionNames.AddToCart)).Refusal);
    }

    [Fact]
    public async Task AnAnswerTakesTwoStatements()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company);

        var statements = await StatementLog.CollectAsync(Site, services => services.GetRequiredService<ICompanyAuthorization>().MayAsync(customer, company.Id, Buy, new(1, "EUR")));

        // The one that reads membership and company is ours, and stands in no log of YesSql.
        Assert.Single(statements);
    }

    private Task<CompanyAnswer> AskAsync(string customer, TestCompany company, string permission, long? amount = null)
        => Site.InScopeAsync(services => services.GetRequiredService<ICompanyAuthorization>().MayAsync(customer, company.Id, permission, amount is { } euro ? new(euro, "EUR") : null));
}

public sealed class SqliteCompanyAuthorizationTests(SqliteCompanies site) : CompanyAuthorizationTests(site), IClassFixture<SqliteCompanies>;

public sealed class PostgresCompanyAuthorizationTests(PostgresCompanies site) : CompanyAuthorizationTests(site), IClassFixture<PostgresCompanies>;
