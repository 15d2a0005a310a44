using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Companies.Approvals;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Users;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

public abstract class MembershipMergeTests(CompaniesSite fixture)
{
    private TestSite Site => fixture.Site;

    /// <summary>A: the customer that goes, B: the one that stays; d and o: the default role and the other one.</summary>
    [Theory]
    [InlineData("d", true, "", true, "d", true)]
    [InlineData("do", true, "o", true, "od", true)]
    [InlineData("o", true, "d", true, "do", true)]
    [InlineData("o", false, "d", true, "d", true)]
    [InlineData("o", true, "d", false, "do", false)]
    [InlineData("o", false, "d", false, "do", false)]
    [InlineData("", true, "d", true, "d", true)]
    public async Task WhereBothBelongToACompanyTheyBecomeOne(string rolesOfA, bool isAActive, string rolesOfB, bool isBActive, string roles, bool isActive)
    {
        var company = await Site.AddTestCompanyAsync();
        string[] Roles(string letters) => [.. letters.Select(letter => letter == 'd' ? company.Default : company.Other)];
        var a = await Site.AddMemberAsync(company, membership => (membership.RoleIds, membership.Group, membership.ContactType) = (Roles(rolesOfA), ApprovalGroup.Admin, ContactType.Billing));
        var b = await Site.AddMemberAsync(company, membership => (membership.RoleIds, membership.Group, membership.UnitId) = (Roles(rolesOfB), ApprovalGroup.Requester, company.Unit));
        (await Site.MembersAsync(manager => manager.SetActiveAsync(a, company.Id, isAActive))).Accepted();
        (await Site.MembersAsync(manager => manager.SetActiveAsync(b, company.Id, isBActive))).Accepted();

        (await MergeAsync(a, b)).Accepted();

        var merged = Assert.Single(await Site.MembershipsAsync(b));
        Assert.Equal(Roles(roles), merged.RoleIds);
        Assert.Equal((company.Unit, ApprovalGroup.Requester, ContactType.None, isActive, true), (merged.UnitId, merged.Group, merged.ContactType, merged.IsActive, merged.IsDefault));
        Assert.Empty(await Site.MembershipsAsync(a));
    }

    [Fact]
    public async Task WhatOnlyTheFirstBelongsToGoesOverAndTheDefaultOfTheSecondStays()
    {
        var (first, second, third) = (await Site.AddTestCompanyAsync("First"), await Site.AddTestCompanyAsync("Second"), await Site.AddTestCompanyAsync("Third"));
        var a = await Site.AddMemberAsync(first, membership => (membership.UnitId, membership.RoleIds, membership.Group) = (first.Unit, [first.Other], ApprovalGroup.Admin));
        (await Site.AttachAsync(a, second)).Accepted();
        var (b, nobody) = (await Site.AddMemberAsync(third), await Site.AddAsync("Member of none"));
        var since = (await Site.MembershipAsync(a, first))!.SinceUtc;

        (await MergeAsync(a, b)).Accepted();
        Assert.Equal([(third.Id, true), (first.Id, false), (second.Id, false)], (await Site.MembershipsAsync(b)).Select(membership => (membership.CompanyId, membership.IsDefault)));
        var moved = (await Site.MembershipAsync(b, first))!;
        Assert.Equal((first.Unit, ApprovalGroup.Admin, since), (moved.UnitId, moved.Group, moved.SinceUtc));
        Assert.Equal([first.Other], moved.RoleIds);

        // Who belongs to none takes the default, too.
        (await MergeAsync(b, nobody)).Accepted();
        Assert.Equal([(third.Id, true), (first.Id, false), (second.Id, false)], (await Site.MembershipsAsync(nobody)).Select(membership => (membership.CompanyId, membership.IsDefault)));
        Assert.Empty(await Site.MembershipsAsync(b));
    }

    [Fact]
    public async Task ItIsToldInTheHistoryOfBoth()
    {
        var company = await Site.AddTestCompanyAsync("Told");
        var (a, b) = (await Site.AddMemberAsync(company), await Site.AddAsync("Told"));

        (await MergeAsync(a, b)).Accepted();

        Assert.Contains((await HistoryAsync(a))[0].Changes, change => change.Path == "Membership[Told].UnitId" && change.New is null);
        Assert.Contains((await HistoryAsync(b))[0].Changes, change => change.Path == "Membership[Told].UnitId" && change.Old is null);
    }

    [Fact]
    public async Task AnAddressOfTheFirstOnesBookIsNotChosenAnyMore()
    {
        var company = await Site.AddTestCompanyAsync();
        var (a, b) = (await Site.AddMemberAsync(company), await Site.AddAsync("Without address"));
        await Site.AddAddressAsync(a, AddressSite.Berlin("mine"));
        (await Site.ChangeAsync(a, company, membership => membership.Billing = new() { Id = "mine" })).Accepted();

        (await MergeAsync(a, b)).Accepted();

        Assert.Null((await Site.MembershipAsync(b, company))!.Billing);
    }

    /// <summary>It is the same person: what waits goes on waiting, and what was ordered on an approval keeps it.</summary>
    [Fact]
    public async Task WhatWasAskedForGoesOver()
    {
        var people = await People.MakeAsync(Site, buyUpTo: 100_00, approveUpTo: 1000_00);
        var b = await Site.AddMemberAsync(people.Company, membership => membership.Group = ApprovalGroup.Requester);
        var (waiting, answered) = (await RequestAsync(people.Requester, people), await RequestAsync(people.Requester, people));
        (await ApprovalsAsync(service => service.ApproveAsync(answered, ApprovalActor.Member(people.Buyer)))).Accepted();

        (await MergeAsync(people.Requester, b)).Accepted();

        Assert.Equal((b, ApprovalState.Pending), await StateAsync(waiting));
        Assert.Equal((b, ApprovalState.Approved), await StateAsync(answered));
        (await ApprovalsAsync(service => service.ApproveAsync(waiting, ApprovalActor.Member(people.Buyer)))).Accepted();
        Assert.DoesNotContain((await ApprovalsAsync(service => service.FindAsync(waiting)))!.Comments, comment => comment.CustomerId == people.Requester);
    }

    [Fact]
    public async Task NobodyIsLeftToApproveWhatOneHasAskedForOneself()
    {
        var people = await People.MakeAsync(Site, buyUpTo: 100_00, approveUpTo: 1000_00);
        var toBuyer = await RequestAsync(people.Requester, people, people.Buyer);
        var toAdmin = await RequestAsync(people.Requester, people, people.Admin);

        (await MergeAsync(people.Buyer, people.Requester)).Accepted();

        Assert.Null((await ApprovalsAsync(service => service.FindAsync(toBuyer)))!.ApproverId);
        Assert.Equal(people.Admin, (await ApprovalsAsync(service => service.FindAsync(toAdmin)))!.ApproverId);
    }

    [Fact]
    public async Task WhoIsGoneOrTheSameIsRefused()
    {
        var company = await Site.AddTestCompanyAsync();
        var a = await Site.AddMemberAsync(company);

        Assert.Equal(": A customer can't be merged with itself.", (await MergeAsync(a, a)).TheError());
        Assert.StartsWith(": This customer was deleted", (await MergeAsync(a, "4nobodynobodynobodynobody0")).TheError(), StringComparison.Ordinal);
        Assert.StartsWith(": This customer was deleted", (await MergeAsync("4nobodynobodynobodynobody0", a)).TheError(), StringComparison.Ordinal);
        Assert.Single(await Site.MembershipsAsync(a));
    }

    /// <summary>By what it would give the second customer, and not by what the first one had.</summary>
    [Theory]
    [InlineData(CustomersConstants.Roles.CustomerManager, true, true, null)]
    [InlineData(CustomersConstants.Roles.CustomerService, false, false, null)]
    [InlineData(CustomersConstants.Roles.CustomerService, true, false, "RoleIds: You may give the default role only")]
    [InlineData(CustomersConstants.Roles.CustomerService, false, true, "Group: You may not make anybody an Admin")]
    [InlineData(CustomersConstants.Roles.CustomerGuest, false, false, ": You may not change what customers are in companies.")]
    [InlineData(CustomersSite.Scoped, false, false, ": You may not change what customers are in companies.")]
    [Seed("O17", "T2")]
    public async Task NobodyGrantsMoreThanItMayManage(string role, bool hasRole, bool isAdmin, string? error)
    {
        var company = await Site.AddTestCompanyAsync();
        var a = await Site.AddMemberAsync(company, membership => (membership.RoleIds, membership.Group) = ([hasRole ? company.Other : company.Default], isAdmin ? ApprovalGroup.Admin : ApprovalGroup.Buyer));
        var b = await Site.AddAsync("Stays");
        var user = await SiteUser.CreateAsync(Site, role);

        var result = await Site.InScopeAsync(async services =>
        {
            var found = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(user);
            var principal = await services.GetRequiredService<SignInManager<IUser>>().CreateUserPrincipalAsync(found!);
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = principal, RequestServices = services };

            return await services.GetRequiredService<IMembershipMerger>().MergeAsync(a, b);
        });

        Assert.Equal(error is null, result.Succeeded);
        Assert.StartsWith(error ?? "", error is null ? "" : result.TheError(), StringComparison.Ordinal);
        Assert.Equal(error is null ? 0 : 1, (await Site.MembershipsAsync(a)).Count);
    }

    [Fact]
    public async Task OfTwoMergesAtOnceNothingIsLostAndNothingIsTwice()
    {
        for (var round = 0; round < 5; round++)
        {
            var (company, other) = (await Site.AddTestCompanyAsync(), await Site.AddTestCompanyAsync("Other"));
            var (a, b, c) = (await Site.AddMemberAsync(company), await Site.AddMemberAsync(other), await Site.AddMemberAsync(company));

            var results = await Task.WhenAll(MergeAsync(a, b), MergeAsync(a, b), MergeAsync(c, b));

            Assert.Contains(results, result => result.Succeeded);

            // Who was told that it failed tries again.
            (await MergeAsync(a, b)).Accepted();
            (await MergeAsync(c, b)).Accepted();
            Assert.Equal([(other.Id, true), (company.Id, false)], (await Site.MembershipsAsync(b)).Select(membership => (membership.CompanyId, membership.IsDefault)));
            Assert.Empty(await Site.MembershipsAsync(a));
            Assert.Empty(await Site.MembershipsAsync(c));
        }
    }

    /// <summary>A change that was reported as saved is not lost by a merge at the same moment.</summary>
    [Fact]
    public async Task AMergeDoesNotLoseWhatSomebodySavesAtTheSameMoment()
    {
        for (var round = 0; round < 5; round++)
        {
            var company = await Site.AddTestCompanyAsync();
            var (a, b) = (await Site.AddMemberAsync(company), await Site.AddAsync("Stays"));

            var moving = Site.MembersAsync(manager => manager.MoveAsync(a, company.Id, company.Unit));
            var merging = MergeAsync(a, b);
            var (moved, merged) = (await moving, await merging);

            Assert.True(moved.Succeeded || merged.Succeeded);
            var membership = (await Site.MembershipAsync(merged.Succeeded ? b : a, company))!;
            Assert.Equal(moved.Succeeded ? company.Unit : company.Headquarters, membership.UnitId);
        }
    }

    private Task<Result> MergeAsync(string customerId, string intoCustomerId) => Site.InScopeAsync(services => services.GetRequiredService<IMembershipMerger>().MergeAsync(customerId, intoCustomerId));

    private Task<IReadOnlyList<CustomerEvent>> HistoryAsync(string id) => Site.InScopeAsync(services => services.GetRequiredService<CustomerHistory>().FindAsync(id, 0, 10));

    private Task<T> ApprovalsAsync<T>(Func<IApprovalService, Task<T>> act) => Site.InScopeAsync(services => act(services.GetRequiredService<IApprovalService>()));

    private async Task<string> RequestAsync(string requester, People people, string? approver = null)
    {
        var (result, approval) = await ApprovalsAsync(service => service.RequestAsync(new(requester, people.Company.Id, new() { Kind = "cart", Id = Guid.NewGuid().ToString("N") }, new(50_00, "EUR"), approver) { Comment = "Please" }));
        result.Accepted();

        return approval!.ApprovalId;
    }

    private async Task<(string Requester, ApprovalState State)> StateAsync(string id)
    {
        var approval = (await ApprovalsAsync(service => service.FindAsync(id)))!;

        return (approval.RequesterId, approval.State);
    }
}

public sealed class SqliteMembershipMergeTests(SqliteCompanies site) : MembershipMergeTests(site), IClassFixture<SqliteCompanies>;

public sealed class PostgresMembershipMergeTests(PostgresCompanies site) : MembershipMergeTests(site), IClassFixture<PostgresCompanies>;
