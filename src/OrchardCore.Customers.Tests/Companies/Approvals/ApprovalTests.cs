using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Companies.Members;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Approvals;

public abstract class ApprovalTests(CompaniesSite fixture)
{
    private const long Limit = 500_00;

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E14")]
    public async Task ACartIsOrderedOnceSomebodyHasApproved()
    {
        var people = await PeopleAsync();
        var id = Guid.NewGuid().ToString("N");

        var approval = await Site.InScopeAsync(async services =>
        {
            var cart = new TestCart(services.GetRequiredService<IApprovalService>(), people.Requester, people.Company.Id, id);
            await cart.AddAsync("Chairs", 300_00);

            Assert.Equal(ApprovalReason.RequestersAsk, (await cart.OrderAsync()).Reason);
            Assert.False(cart.IsOrdered);
            var (asked, waiting) = await cart.AskAsync(comment: "For the new office");
            asked.Accepted();
            Assert.Equal("Subject: This waits for an approval already.", (await cart.AskAsync()).Result.TheError());
            await Assert.ThrowsAsync<InvalidOperationException>(() => cart.AddAsync("Desk", 1));

            return waiting!.ApprovalId;
        });

        (await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Member(people.Buyer), "Fine."))).Accepted();

        await Site.InScopeAsync(async services =>
        {
            var cart = new TestCart(services.GetRequiredService<IApprovalService>(), people.Requester, people.Company.Id, id);
            await cart.AddAsync("Chairs", 300_00);
            await cart.OrderAsync(approval);
            Assert.True(cart.IsOrdered);

            await cart.AddAsync("A car", 1);
            await cart.OrderAsync(approval);
            Assert.False(cart.IsOrdered);
        });

        var stored = await ReadAsync(approval);
        Assert.Equal([(null, "For the new office"), (null, "Fine.")], stored.Comments.Select(comment => (comment.UserName, comment.Text)));
        Assert.Equal([people.Requester, people.Buyer], stored.Comments.Select(comment => comment.CustomerId));
    }

    /// <summary>Group × amount.</summary>
    [Theory]
    [InlineData(ApprovalGroup.Admin, Limit + 1, ApprovalReason.None)]
    [InlineData(ApprovalGroup.Buyer, Limit, ApprovalReason.None)]
    [InlineData(ApprovalGroup.Buyer, Limit + 1, ApprovalReason.AboveLimit)]
    [InlineData(ApprovalGroup.Requester, 1, ApprovalReason.RequestersAsk)]
    [InlineData(ApprovalGroup.Requester, Limit + 1, ApprovalReason.AboveLimit)]
    [InlineData(ApprovalGroup.Contact, 1, ApprovalReason.ContactsOrderNothing)]
    [Seed("E14")]
    public async Task TheServiceSaysWhoMustApproveAndWhy(ApprovalGroup group, long amount, ApprovalReason reason)
    {
        var people = await PeopleAsync();
        var need = await AskedAsync(people.Of(group), people.Company, amount);

        Assert.Equal(reason, need.Reason);
        Assert.NotEmpty(need.Text.Value);
        Assert.Equal(reason is ApprovalReason.AboveLimit or ApprovalReason.RequestersAsk, need.CanBeAsked);
    }

    /// <summary>Group × amount × actor: of these people, who can answer for a Requester and for a Buyer.</summary>
    [Theory]
    [InlineData(ApprovalGroup.Requester, 300_00, "Admin Buyer")]
    [InlineData(ApprovalGroup.Requester, Limit + 1, "Admin")]
    [InlineData(ApprovalGroup.Buyer, Limit + 1, "Admin")]
    [Seed("E14")]
    public async Task WhoMayApproveDependsOnGroupAndAmount(ApprovalGroup requester, long amount, string approvers)
    {
        var people = await PeopleAsync();
        var able = new List<string>();

        foreach (var group in Enum.GetValues<ApprovalGroup>())
        {
            var approval = await AskAsync(people.Of(requester), people.Company, amount);
            var result = await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Member(people.Of(group))));

            if (result.Succeeded)
            {
                able.Add(group.ToString());
            }
        }

        Assert.Equal(approvers, string.Join(' ', able));
        var offered = await Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().FindApproversAsync(people.Of(requester), people.Company.Id, new(amount, "EUR"), 10));
        Assert.Equal(approvers.Split(' ').Except([requester.ToString()]).Select(Enum.Parse<ApprovalGroup>).Select(people.Of).Order(), offered.Select(member => member.CustomerId).Order());
    }

    [Fact]
    public async Task ABuyerApprovesUpToTheOwnLimitOnly()
    {
        var people = await PeopleAsync(approveUpTo: 100_00);

        Assert.StartsWith(": “Approve up to grand total” is permitted up to 100.00 EUR", await WhyNotAsync(people, 100_01, people.Buyer), StringComparison.Ordinal);
        Assert.Equal("", await WhyNotAsync(people, 100_00, people.Buyer));
    }

    [Fact]
    public async Task SomebodyOfAnotherCompanyCannotApproveNorWhoMayDoNothingThere()
    {
        var (people, others) = (await PeopleAsync(), await PeopleAsync());

        Assert.Equal(": Only somebody of the same company can approve this.", await WhyNotAsync(people, 1, others.Admin));
        (await Site.MembersAsync(manager => manager.SetActiveAsync(people.Admin, people.Company.Id, false))).Accepted();
        Assert.Equal(": The customer may do nothing for this company now.", await WhyNotAsync(people, 1, people.Admin));
        Assert.Equal("ApproverId: Only somebody of the same company can approve this.", (await RequestAsync(people.Requester, people.Company, 1, others.Admin)).Result.TheError());
    }

    [Fact]
    public async Task NobodyApprovesTheOwnRequestUnlessTheGroupSaysSo()
    {
        var people = await PeopleAsync();

        Assert.Equal(": Nobody approves what one has asked for oneself.", await WhyNotAsync(people, 1, people.Requester));

        // Whoever has become an Admin meanwhile approves anything.
        var approval = await AskAsync(people.Requester, people.Company, 1);
        (await Site.ChangeAsync(people.Requester, people.Company, membership => membership.Group = ApprovalGroup.Admin)).Accepted();
        (await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Member(people.Requester)))).Accepted();
    }

    [Fact]
    public async Task StaffDecidesForAnyCompanyButNotOnItsOwnRequest()
    {
        var people = await PeopleAsync();
        await Site.GiveAccountAsync(people.Requester, "4kimkimkimkimkimkimkimkim00");
        var approval = await AskAsync(people.Requester, people.Company, 1);

        Assert.Equal(": Nobody approves what one has asked for oneself.", (await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Staff("4kimkimkimkimkimkimkimkim00", "kim")))).TheError());
        (await DecideAsync(service => service.DeclineAsync(approval, ApprovalActor.Staff("4guestguestguestguestgues0", "lee"), "Too early."))).Accepted();
        Assert.Equal((ApprovalState.Declined, "lee"), (await ReadAsync(approval)) is var stored ? (stored.State, stored.Comments[^1].UserName) : default);
    }

    [Fact]
    public async Task OneIsAskedAtATimeAndAnotherOneInstead()
    {
        var people = await PeopleAsync();
        var (result, approval) = await RequestAsync(people.Requester, people.Company, 1, people.Buyer);
        result.Accepted();
        var id = approval!.ApprovalId;

        Assert.StartsWith(": Somebody else of the company is asked", (await DecideAsync(service => service.ApproveAsync(id, ApprovalActor.Member(people.Admin)))).TheError(), StringComparison.Ordinal);
        Assert.StartsWith(": Only who asks, or who is asked", (await DecideAsync(service => service.AskAsync(id, people.Admin, ApprovalActor.Member(people.Contact)))).TheError(), StringComparison.Ordinal);
        (await DecideAsync(service => service.AskAsync(id, people.Admin, ApprovalActor.Member(people.Buyer)))).Accepted();
        (await DecideAsync(service => service.ApproveAsync(id, ApprovalActor.Member(people.Admin)))).Accepted();
    }

    [Fact]
    public async Task OfTwoWhoAnswerAtOnceOneWins()
    {
        var people = await PeopleAsync();
        var approval = await AskAsync(people.Requester, people.Company, 1);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => DecideAsync(service => number % 2 == 0
            ? service.ApproveAsync(approval, ApprovalActor.Member(people.Admin))
            : service.DeclineAsync(approval, ApprovalActor.Member(people.Buyer)))));

        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(2, (await ReadAsync(approval)).Comments.Length);
        Assert.Equal("State: This was answered already.", (await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Member(people.Admin)))).TheError());
    }

    [Fact]
    public async Task OfManyWhoAskForTheSameAtOnceOneWaits()
    {
        var people = await PeopleAsync();
        var cart = Guid.NewGuid().ToString("N");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RequestAsync(people.Requester, people.Company, 1, approver: null, cart)));

        Assert.Single(results, result => result.Result.Succeeded);
    }

    [Fact]
    public async Task WhatNobodyAnswersInTimeExpires()
    {
        var people = await PeopleAsync();
        var approval = await Site.InScopeAsync(async services => (await services.GetRequiredService<IApprovalService>().RequestAsync(
            Request(people.Requester, people.Company, 1) with { ValidFor = TimeSpan.FromMilliseconds(1) })).Approval!.ApprovalId);
        await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.StartsWith("State: Nobody answered in time", (await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Member(people.Admin)))).TheError(), StringComparison.Ordinal);
        await Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<ApprovalExpiryTask>().Single().DoWorkAsync(services, CancellationToken.None));
        Assert.Equal(ApprovalState.Expired, (await ReadAsync(approval)).State);
    }

    [Fact]
    public async Task WhoAskedTakesItBackAndNobodyElse()
    {
        var people = await PeopleAsync();
        var approval = await AskAsync(people.Requester, people.Company, 1);

        Assert.Equal(": Only who has asked can take it back.", (await DecideAsync(service => service.CloseAsync(approval, ApprovalActor.Member(people.Admin)))).TheError());
        (await DecideAsync(service => service.CloseAsync(approval, ApprovalActor.Member(people.Requester)))).Accepted();
        Assert.Equal(ApprovalState.Closed, (await ReadAsync(approval)).State);
    }

    [Fact]
    public async Task WhenMembersGoWhatTheyAskedForIsClosedAndWhatTheyWereAskedAnybodyMayAnswer()
    {
        var people = await PeopleAsync();
        var (_, asked) = await RequestAsync(people.Requester, people.Company, 1, people.Buyer);
        var gone = await AskAsync(people.Buyer, people.Company, Limit + 1);

        (await Site.DeleteAsync(people.Buyer)).Accepted();

        Assert.Null((await ReadAsync(asked!.ApprovalId)).ApproverId);
        Assert.Equal((ApprovalState.Closed, "Who asked left the company."), (await ReadAsync(gone)) is var closed ? (closed.State, closed.Comments[^1].Text) : default);
        Assert.All((await ReadAsync(gone)).Comments.Where(comment => comment.CustomerId == people.Buyer), comment => Assert.Null(comment.Text));
    }

    [Fact]
    public async Task ACompanyIsNotDeletedWhileAnApprovalWaits()
    {
        var people = await PeopleAsync();
        var approval = await AskAsync(people.Requester, people.Company, 1);

        Assert.StartsWith(": An approval of this company waits", (await Site.DeleteCompanyAsync(people.Company.Id)).TheError(), StringComparison.Ordinal);
        (await DecideAsync(service => service.CloseAsync(approval, ApprovalActor.Site))).Accepted();
        (await Site.DeleteCompanyAsync(people.Company.Id)).Accepted();
        Assert.Null(await Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().FindAsync(approval)));
    }

    [Theory]
    [InlineData("", "id", 1, "EUR", "Subject: ")]
    [InlineData("cart", "", 1, "EUR", "Subject: ")]
    [InlineData("cart", "id", -1, "EUR", "Amount: ")]
    [InlineData("cart", "id", 1, "XXL", "Currency: There is no currency “XXL”.")]
    public async Task WhatMakesNoSenseIsRefused(string kind, string id, long amount, string currency, string error)
    {
        var people = await PeopleAsync();
        var request = new ApprovalRequest(people.Requester, people.Company.Id, new() { Kind = kind, Id = id }, new(amount, currency));

        Assert.StartsWith(error, (await Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().RequestAsync(request))).Result.TheError(), StringComparison.Ordinal);
    }

    private Task<People> PeopleAsync(long approveUpTo = Limit) => People.MakeAsync(Site, Limit, approveUpTo);

    private Task<ApprovalNeed> AskedAsync(string customer, TestCompany company, long amount)
        => Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().CheckAsync(customer, company.Id, new(amount, "EUR")));

    private static ApprovalRequest Request(string customer, TestCompany company, long amount, string? approver = null, string? cart = null)
        => new(customer, company.Id, new() { Kind = "cart", Id = cart ?? Guid.NewGuid().ToString("N") }, new(amount, "EUR"), approver);

    private Task<(Result Result, Approval? Approval)> RequestAsync(string customer, TestCompany company, long amount, string? approver, string? cart = null)
        => Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().RequestAsync(Request(customer, company, amount, approver, cart)));

    private async Task<string> AskAsync(string customer, TestCompany company, long amount)
    {
        var (result, approval) = await RequestAsync(customer, company, amount, approver: null);
        result.Accepted();

        return approval!.ApprovalId;
    }

    private async Task<string> WhyNotAsync(People people, long amount, string actor)
    {
        var approval = await AskAsync(people.Requester, people.Company, amount);
        var result = await DecideAsync(service => service.ApproveAsync(approval, ApprovalActor.Member(actor)));

        return result.Succeeded ? "" : result.TheError();
    }

    private Task<Result> DecideAsync(Func<IApprovalService, Task<Result>> act) => Site.InScopeAsync(services => act(services.GetRequiredService<IApprovalService>()));

    private async Task<Approval> ReadAsync(string id) => (await Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().FindAsync(id)))!;
}

public sealed class SqliteApprovalTests(SqliteCompanies site) : ApprovalTests(site), IClassFixture<SqliteCompanies>;

public sealed class PostgresApprovalTests(PostgresCompanies site) : ApprovalTests(site), IClassFixture<PostgresCompanies>;
