using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Approvals;

/// <summary>Recipes ask for approvals as carts do, by the same rules.</summary>
public sealed class ApprovalRecipeTests(SqliteCompanies fixture) : IClassFixture<SqliteCompanies>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AnApprovalIsAskedForOnce()
    {
        var people = await People.MakeAsync(Site, 500_00, 500_00);
        var row = $$"""{ "Customer": "{{people.Requester}}", "Company": "{{people.Company.Id}}", "Kind": "cart", "Id": "recipe-1", "Amount": 12050, "Currency": "EUR", "Comment": "Please <b>." }""";

        Assert.Empty(await RunAsync(row));
        var approval = await FindAsync("recipe-1");
        Assert.Empty(await RunAsync(row.Replace("12050", "99", StringComparison.Ordinal)));

        Assert.Equal((people.Requester, people.Company.Id, 120_50, "EUR", ApprovalState.Pending), (approval!.RequesterId, approval.CompanyId, approval.Amount, approval.Currency, approval.State));
        Assert.Equal("Please <b>.", Assert.Single(approval.Comments).Text);
        Assert.Equal((approval.ApprovalId, 120_50), ((await FindAsync("recipe-1"))!.ApprovalId, (await FindAsync("recipe-1"))!.Amount));
    }

    [Fact]
    public async Task WhatBreaksARuleIsReportedWithItsNumberAndLeftOut()
    {
        var people = await People.MakeAsync(Site, 500_00, 500_00);
        string Row(string customer, string rest) => $$"""{ "Customer": "{{customer}}", "Company": "{{people.Company.Id}}", "Kind": "cart", {{rest}} }""";

        var errors = await RunAsync(
            Row("nobody@recipe.example", "\"Id\": \"wrong-1\", \"Amount\": 100, \"Currency\": \"EUR\""),
            Row(people.Buyer, "\"Id\": \"wrong-2\", \"Amount\": 100, \"Currency\": \"EUR\""),
            Row(people.Requester, "\"Id\": \"wrong-3\", \"Amount\": -1, \"Currency\": \"EUR\""),
            Row(people.Requester, "\"Id\": \"wrong-4\", \"Amount\": 100"),
            Row(people.Requester, "\"Id\": \"wrong-5\", \"Amount\": \"much\", \"Currency\": \"EUR\""),
            Row(people.Contact, "\"Id\": \"wrong-6\", \"Amount\": 100, \"Currency\": \"EUR\""),
            Row(people.Requester, "\"Amount\": 100, \"Currency\": \"EUR\""));

        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"Approval {number}"), errors.Select(error => error.Split(':')[0]));
        Assert.All(Enumerable.Range(1, 6), number => Assert.Null(FindAsync($"wrong-{number}").GetAwaiter().GetResult()));
    }

    private Task<IReadOnlyList<string>> RunAsync(params string[] rows) => Site.RunAsync($$"""{ "name": "Approvals", "Approvals": [ {{string.Join(", ", rows)}} ] }""");

    private Task<Approval?> FindAsync(string id) => Site.InScopeAsync(services => services.GetRequiredService<IApprovalService>().FindOpenAsync("cart", id));
}
