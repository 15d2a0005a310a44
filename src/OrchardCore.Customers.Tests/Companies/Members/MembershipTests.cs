using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

public abstract class MembershipTests(CompaniesSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S32")]
    public async Task AnAttachedCustomerIsAUserOfTheCompanyWithItsRoles()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddAsync("Attached");

        (await Site.AttachAsync(customer, company, membership => (membership.UnitId, membership.RoleIds, membership.ContactType) = (company.Unit, [company.Default, company.Other], ContactType.Billing))).Accepted();

        var stored = await Site.MembershipAsync(customer, company);
        Assert.Equal((company.Unit, ApprovalGroup.Buyer, ContactType.Billing, true, true), (stored!.UnitId, stored.Group, stored.ContactType, stored.IsDefault, stored.IsActive));
        Assert.Equal([company.Default, company.Other], stored.RoleIds);
        Assert.Equal(DateTime.UtcNow, stored.SinceUtc, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task WhatDoesNotBelongToTheCompanyIsRefused()
    {
        var (company, other) = (await Site.AddTestCompanyAsync(), await Site.AddTestCompanyAsync("Other"));
        var customer = await Site.AddAsync("Mixed");

        Assert.StartsWith("CompanyId: Choose a company", (await Site.AttachAsync(customer, company with { Id = "" })).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("CompanyId: This company is not there", (await Site.AttachAsync(customer, company with { Id = new string('4', 26) })).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("UnitId: Choose a business unit", (await Site.AttachAsync(customer, company with { Headquarters = "" })).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("UnitId: This business unit belongs to another company", (await Site.AttachAsync(customer, company with { Headquarters = other.Headquarters })).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("RoleIds: One of the roles belongs to another company", (await Site.AttachAsync(customer, company with { Default = other.Default })).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("Group: Choose an approval group", (await Site.AttachAsync(customer, company, membership => membership.Group = null)).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("Group: Choose an approval group", (await Site.AttachAsync(customer, company, membership => membership.Group = (ApprovalGroup)7)).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("Billing: This address", (await Site.AttachAsync(customer, company, membership => membership.Billing = new() { Id = "none" })).TheError(), StringComparison.Ordinal);
        Assert.StartsWith(": This customer was deleted", (await Site.AttachAsync("4nobodynobodynobodynobody0", company)).TheError(), StringComparison.Ordinal);
        Assert.Empty(await Site.MembershipsAsync(customer));
    }

    [Fact]
    public async Task ACustomerBelongsToSeveralCompaniesOnceToEachAndOneIsTheDefault()
    {
        var (first, second) = (await Site.AddTestCompanyAsync("First"), await Site.AddTestCompanyAsync("Second"));
        var customer = await Site.AddMemberAsync(first);
        (await Site.AttachAsync(customer, second)).Accepted();

        Assert.StartsWith("CompanyId: The customer belongs to this company already", (await Site.AttachAsync(customer, second)).TheError(), StringComparison.Ordinal);
        Assert.Equal([first.Id, second.Id], (await Site.MembershipsAsync(customer)).Select(membership => membership.CompanyId));

        (await Site.MembersAsync(manager => manager.SetDefaultAsync(customer, second.Id))).Accepted();
        Assert.Equal([(second.Id, true), (first.Id, false)], (await Site.MembershipsAsync(customer)).Select(membership => (membership.CompanyId, membership.IsDefault)));

        (await Site.MembersAsync(manager => manager.DetachAsync(customer, second.Id))).Accepted();
        Assert.Equal([(first.Id, true)], (await Site.MembershipsAsync(customer)).Select(membership => (membership.CompanyId, membership.IsDefault)));

        (await Site.MembersAsync(manager => manager.DetachAsync(customer, second.Id))).Accepted();
        (await Site.MembersAsync(manager => manager.DetachAsync(customer, first.Id))).Accepted();
        Assert.Empty(await Site.MembershipsAsync(customer));
    }

    [Fact]
    public async Task OfManyWhoAttachTheSameCustomerAtOnceOneSucceeds()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddAsync("Raced");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Site.AttachAsync(customer, company)));

        Assert.Single(results, result => result.Succeeded);
        Assert.Single(await Site.MembershipsAsync(customer));
    }

    [Fact]
    public async Task OfManyWhoAttachACustomerToTheirCompaniesAtOnceOneCompanyIsTheDefault()
    {
        var companies = new List<TestCompany>();

        for (var number = 0; number < 4; number++)
        {
            companies.Add(await Site.AddTestCompanyAsync($"Rival {number}"));
        }

        var customer = await Site.AddAsync("Courted");
        var results = await Task.WhenAll(companies.Select(company => Site.AttachAsync(customer, company)));

        Assert.Contains(results, result => result.Succeeded);
        Assert.Single(await Site.MembershipsAsync(customer), membership => membership.IsDefault);
    }

    [Fact]
    public async Task OfManyWhoChooseTheDefaultAtOnceOneRemains()
    {
        var (first, second) = (await Site.AddTestCompanyAsync("First"), await Site.AddTestCompanyAsync("Second"));
        var customer = await Site.AddMemberAsync(first);
        (await Site.AttachAsync(customer, second)).Accepted();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Site.MembersAsync(manager => manager.SetDefaultAsync(customer, (number % 2 == 0 ? first : second).Id))));

        Assert.Single(await Site.MembershipsAsync(customer), membership => membership.IsDefault);
    }

    [Fact]
    public async Task AChangeIsSavedUnlessSomebodyElseWasFaster()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company);

        (await Site.ChangeAsync(customer, company, membership => (membership.UnitId, membership.RoleIds, membership.Group) = (company.Unit, [company.Other], ApprovalGroup.Requester))).Accepted();
        var stale = await Site.ChangeAsync(customer, company, membership => (membership.Revision, membership.Group) = (1, ApprovalGroup.Contact));

        Assert.Equal("Revision: Somebody else changed this meanwhile.", stale.TheError());
        var stored = (await Site.MembershipAsync(customer, company))!;
        Assert.Equal((company.Unit, ApprovalGroup.Requester, 2), (stored.UnitId, stored.Group, stored.Revision));
        Assert.Equal([company.Other], stored.RoleIds);
    }

    [Fact]
    public async Task AMemberIsMovedWithinTheCompanyAndNowhereElse()
    {
        var (company, other) = (await Site.AddTestCompanyAsync(), await Site.AddTestCompanyAsync("Other"));
        var customer = await Site.AddMemberAsync(company);

        (await Site.MembersAsync(manager => manager.MoveAsync(customer, company.Id, company.Unit))).Accepted();
        Assert.StartsWith("UnitId: This business unit belongs to another company", (await Site.MembersAsync(manager => manager.MoveAsync(customer, company.Id, other.Unit))).TheError(), StringComparison.Ordinal);
        Assert.Equal(company.Unit, (await Site.MembershipAsync(customer, company))!.UnitId);
    }

    [Fact]
    public async Task WhatAMembershipWasAndIsStandsInTheCustomersHistory()
    {
        var company = await Site.AddTestCompanyAsync("Told [ehf].");
        var customer = await Site.AddMemberAsync(company);
        (await Site.ChangeAsync(customer, company, membership => membership.UnitId = company.Unit)).Accepted();
        (await Site.MembersAsync(manager => manager.SetActiveAsync(customer, company.Id, false))).Accepted();
        (await Site.MembersAsync(manager => manager.SetActiveAsync(customer, company.Id, false))).Accepted();
        (await Site.MembersAsync(manager => manager.DetachAsync(customer, company.Id))).Accepted();

        var told = await Site.InScopeAsync(async services => (await services.GetRequiredService<CustomerHistoryReader>().ReadAsync(customer, 1, 20)).Entries);

        Assert.Equal(5, told.Count);
        Assert.Contains(told[3].Changes, change => change is { Label: "Told [ehf].: Business unit", Before: null, After: "Headquarters" });
        Assert.Contains(told[3].Changes, change => change is { Label: "Told [ehf].: Company roles", After: "Buyer" });
        Assert.Equal(("Told [ehf].: Business unit", "Headquarters", "Branch"), Assert.Single(told[2].Changes) is var moved ? (moved.Label, moved.Before, moved.After) : default);
        Assert.Equal("Told [ehf].: Active in the company", Assert.Single(told[1].Changes).Label);
        Assert.Contains(told[0].Changes, change => change is { Label: "Told [ehf].: Approval group", Before: "Buyer", After: null });
    }

    [Fact]
    public async Task WithTheCustomerItsMembershipsGo()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company);

        (await Site.DeleteAsync(customer)).Accepted();

        Assert.Null(await Site.MembershipAsync(customer, company));
    }

    [Fact]
    public async Task WithTheCompanyItsMembershipsGoAndTheCustomersStay()
    {
        var (company, other) = (await Site.AddTestCompanyAsync("Closing"), await Site.AddTestCompanyAsync("Staying"));
        var customers = new List<string>();

        for (var number = 0; number < 3; number++)
        {
            customers.Add(await Site.AddMemberAsync(company));
        }

        (await Site.AttachAsync(customers[0], other)).Accepted();
        (await Site.DeleteCompanyAsync(company.Id)).Accepted();

        Assert.NotNull(await Site.ReadAsync(customers[1]));
        Assert.Empty(await Site.MembershipsAsync(customers[1]));
        Assert.Equal([(other.Id, true)], (await Site.MembershipsAsync(customers[0])).Select(membership => (membership.CompanyId, membership.IsDefault)));
    }

    [Fact]
    public async Task WhoIsInADeletedUnitMovesToTheOneAboveInBatches()
    {
        var company = await Site.AddTestCompanyAsync();
        var customers = new List<string>();

        for (var number = 0; number < 205; number++)
        {
            customers.Add(await Site.AddMemberAsync(company, membership => membership.UnitId = company.Unit));
        }

        (await Site.UnitsAsync(manager => manager.DeleteAsync(company.Unit))).Accepted();

        foreach (var customer in customers)
        {
            Assert.Equal(company.Headquarters, (await Site.MembershipAsync(customer, company))!.UnitId);
        }
    }

    [Fact]
    public async Task ADeletedRoleIsReplacedAndOneThatIsAssignedIsNotSimplyDeleted()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company, membership => membership.RoleIds = [company.Other]);

        Assert.False((await Site.RolesAsync(manager => manager.DeleteAsync(company.Other, null))).Succeeded);
        (await Site.RolesAsync(manager => manager.DeleteAsync(company.Other, company.Default))).Accepted();

        Assert.Equal([company.Default], (await Site.MembershipAsync(customer, company))!.RoleIds);
    }

    [Fact]
    [Seed("E13")]
    public async Task WhereTheSiteSaysSoAMemberNeedsACustomerGroup()
    {
        var company = await Site.AddTestCompanyAsync();
        var member = await Site.AddMemberAsync(company);
        var stranger = await Site.AddAsync("Groupless");

        try
        {
            await Site.ChangeSettingsAsync(("BusinessNeedsGroup", "true"));

            Assert.StartsWith("CustomerId: Who belongs to a company needs a customer group, and Groupless is in none", (await Site.AttachAsync(stranger, company)).TheError(), StringComparison.Ordinal);
            Assert.StartsWith("CustomerPart.Groups: Who belongs to a company needs a group", (await Site.UpdateAsync(member, part => part.FirstName = "Ann")).TheError(), StringComparison.Ordinal);
            (await Site.UpdateAsync(stranger, part => part.FirstName = "Ann")).Accepted();
        }
        finally
        {
            await Site.ChangeSettingsAsync(("BusinessNeedsGroup", "false"));
        }
    }
}

public sealed class SqliteMembershipTests(SqliteCompanies site) : MembershipTests(site), IClassFixture<SqliteCompanies>;

public sealed class PostgresMembershipTests(PostgresCompanies site) : MembershipTests(site), IClassFixture<PostgresCompanies>;
