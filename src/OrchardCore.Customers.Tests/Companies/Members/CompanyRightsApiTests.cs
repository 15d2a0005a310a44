using System.Net;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

public abstract class CompanyRightsApiTests(ApiSite fixture)
{
    private const string Buy = CompanyPermissionNames.BuyUpTo;
    private const string Cart = CompanyPermissionNames.AddToCart;

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData(Buy + "?amount=500&currency=EUR", true, "Limited", "500 EUR", null, null)]
    [InlineData(Buy + "?amount=499.99&currency=eur", true, "Limited", "500 EUR", null, null)]
    [InlineData(Buy + "?amount=500.01&currency=EUR", false, "Limited", "500 EUR", "AboveLimit", "“Buy up to grand total” is permitted up to 500.00 EUR by the role Limited.")]
    [InlineData(Buy + "?amount=1&currency=USD", false, null, null, "OtherCurrency", "No role permits “Buy up to grand total” in the currency USD.")]
    [InlineData(Buy, true, "Limited", null, null, null)]
    [InlineData(Buy + "?amount=&currency=", true, "Limited", null, null, null)]
    [InlineData(Cart, true, "Limited", null, null, null)]
    [InlineData(CompanyPermissionNames.EditRoles, false, null, null, "NoRole", "No role permits “Edit company roles”.")]
    [Seed("S32")]
    public async Task AShopIsToldWhatAMemberMayDoAndWhichRoleSaysSo(string question, bool allowed, string? role, string? limit, string? refusal, string? reason)
    {
        var (customer, company) = await AddAsync();

        var answer = await AskAsync(customer, company.Id, question, await ShopAsync());

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal((allowed, role), (answer.Json["allowed"]!.GetValue<bool>(), answer.Json["role"]?["name"]?.ToString()));
        Assert.Equal(limit, answer.Json["limit"] is { } most ? $"{most["amount"]} {most["currency"]}" : null);
        Assert.Equal((refusal, reason), (answer["refusal"], answer["reason"]));
    }

    [Theory]
    [InlineData("Fly", "permission: There is no permission “Fly”.")]
    [InlineData(Buy + "?amount=5", "currency: Say in which currency the amount is, such as EUR.")]
    [InlineData(Buy + "?currency=EUR", "amount: Say how much it is about.")]
    [InlineData(Buy + "?amount=5&currency=QQQ", "currency: There is no currency “QQQ”.")]
    [InlineData(Buy + "?amount=-1&currency=EUR", "amount: An amount can't be negative.")]
    [InlineData(Buy + "?amount=1.234&currency=EUR", "amount: An amount in EUR has at most 2 digits behind the point, and is not above 1,000,000,000,000.")]
    [InlineData(Buy + "?amount=1.5&currency=JPY", "amount: An amount in JPY has at most 0 digits behind the point, and is not above 1,000,000,000,000.")]
    [InlineData(Buy + "?amount=1000000000001&currency=EUR", "amount: An amount in EUR has at most 2 digits behind the point, and is not above 1,000,000,000,000.")]
    [InlineData(Buy + "?amount=12,50&currency=EUR", "amount: “12,50” is no amount. Write it with a point and without other separators, such as 1234.50.")]
    [InlineData(Buy + "?amount=1e3&currency=EUR", "amount: “1e3” is no amount. Write it with a point and without other separators, such as 1234.50.")]
    [InlineData(Cart + "?amount=1&currency=EUR", "amount: “Add item to cart” has no limit: ask for it without an amount.")]
    [InlineData("Fly?amount=x&currency=y", "permission: There is no permission “Fly”.", "currency: There is no currency “y”.", "amount: “x” is no amount. Write it with a point and without other separators, such as 1234.50.")]
    public async Task WhatCannotBeAskedIsAnsweredByWhatIsWrongWithIt(string question, params string[] errors)
    {
        var (customer, company) = await AddAsync();

        var answer = await AskAsync(customer, company.Id, question, await ShopAsync());

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(errors, answer.Errors);
    }

    [Fact]
    public async Task WhoIsNotThereAndWhoIsNoMemberIsNotFound()
    {
        var (customer, company) = await AddAsync();
        var (stranger, shop) = (await Site.AddAsync("Stranger"), await ShopAsync());

        AssertNotFound("There is no such customer.", await AskAsync("4nobody", company.Id, Cart, shop));
        AssertNotFound("The customer does not belong to this company.", await AskAsync(stranger, company.Id, Cart, shop));
        AssertNotFound("The customer does not belong to this company.", await AskAsync(customer, "4nobody", Cart, shop));
    }

    [Fact]
    [Seed("O17")]
    public async Task WhoIsOutOfScopeIsAsIfItWereNotThere()
    {
        var (customer, company) = await AddAsync();
        var agent = await SiteUser.CreateAsync(Site, ApiSite.Agent);

        AssertNotFound("There is no such customer.", await AskAsync(customer, company.Id, Cart, agent));

        var agentId = await Site.UserIdAsync(agent);
        (await Site.UpdateAsync(customer, part => part.ManagedBy = agentId)).Accepted();
        Assert.True((await AskAsync(customer, company.Id, Cart, agent)).Json["allowed"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("NoRole")]
    [InlineData("InactiveMember")]
    [InlineData("BlockedCompany")]
    public async Task TheReasonIsACodeToo(string refusal)
    {
        var (customer, company) = await AddAsync();
        (await Site.MembersAsync(manager => manager.SetActiveAsync(customer, company.Id, refusal != "InactiveMember"))).Accepted();
        (await Site.UpdateCompanyAsync(company.Id, part => part.IsBlocked = refusal == "BlockedCompany")).Accepted();

        var answer = await AskAsync(customer, company.Id, CompanyPermissionNames.PlaceOrder, await ShopAsync());

        Assert.Equal((HttpStatusCode.OK, refusal), (answer.Status, answer["refusal"]));
    }

    /// <summary>The question itself takes two, of which one is in no log, see <see cref="CompanyAuthorizationTests"/>; before it, the user of the token and the customer are read.</summary>
    [Fact]
    public async Task AnAnswerTakesAFixedNumberOfStatements()
    {
        var (customer, company) = await AddAsync();
        await AskAsync(customer, company.Id, Cart, TestSite.Admin);

        var statements = await StatementLog.CollectAsync(Site, _ => AskAsync(customer, company.Id, Buy + "?amount=1&currency=EUR", TestSite.Admin));

        Assert.Equal(3, statements.Count);
    }

    private static void AssertNotFound(string detail, ApiAnswer answer)
    {
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(detail, answer["detail"]);
    }

    private Task<string> ShopAsync() => SiteUser.CreateAsync(Site, ApiSite.Shop);

    private Task<ApiAnswer> AskAsync(string customer, string company, string question, string token) => Site.AskAsync($"/api/customers/{customer}/companies/{company}/permissions/{question}", token);

    private async Task<(string Customer, TestCompany Company)> AddAsync()
    {
        var company = await Site.AddTestCompanyAsync();
        var role = await Site.AddRoleAsync(company.Id, "Limited", [Buy, CompanyPermissionNames.SendForApproval, Cart], MembersSiteExtensions.Limit(Buy, 500_00));

        return (await Site.AddMemberAsync(company, membership => membership.RoleIds = [role]), company);
    }
}

public sealed class SqliteCompanyRightsApiTests(SqliteApi site) : CompanyRightsApiTests(site), IClassFixture<SqliteApi>;

public sealed class PostgresCompanyRightsApiTests(PostgresApi site) : CompanyRightsApiTests(site), IClassFixture<PostgresApi>;
