using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Companies.Members;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Approvals;

public sealed class ApprovalPageTests(SqliteCompanies fixture) : IClassFixture<SqliteCompanies>
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E14")]
    public async Task TheListSaysWhatWaitsForWhomAndIsNarrowed()
    {
        var people = await People.MakeAsync(Site, 500_00, 500_00);
        var (waiting, declined) = (await AskAsync(people, "waiting-cart"), await AskAsync(people, "declined-cart"));
        using var admin = await SiteUser.AdminAsync(Site);
        await AnswerAsync(admin, declined, "Decline", "Too much.");

        var list = await admin.GetAsync("/Admin/Approvals");
        Assert.All(new[] { "cart waiting-cart", "300.00 EUR", "Any Buyer or Admin of the company", "Waiting" }, text => Assert.Contains(text, list.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("declined-cart", list.Text, StringComparison.Ordinal);
        Assert.Contains("declined-cart", (await admin.GetAsync("/Admin/Approvals?state=Declined")).Text, StringComparison.Ordinal);
        Assert.Contains("declined-cart", (await admin.GetAsync("/Admin/Approvals?state=all&company=approvals")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting-cart", (await admin.GetAsync("/Admin/Approvals?company=nothing-of-this")).Text, StringComparison.Ordinal);
        Assert.Contains("waiting-cart", (await admin.GetAsync("/Admin/Approvals?state=%3Cscript%3E&pageNum=-5")).Text, StringComparison.Ordinal);

        var page = await admin.GetAsync($"/Admin/Approvals/{declined}");
        Assert.All(new[] { "Approval of cart declined-cart", "Too much." }, text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        await AnswerAsync(admin, waiting, "Approve", "");
        Assert.Contains("Approved", (await admin.GetAsync($"/Admin/Approvals/{waiting}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasAnsweredAlreadyIsSaidWithTheCommentKept()
    {
        var people = await People.MakeAsync(Site, 500_00, 500_00);
        var approval = await AskAsync(people, "late-cart");
        using var admin = await SiteUser.AdminAsync(Site);
        await AnswerAsync(admin, approval, "Approve", "First.");

        var late = await admin.PostAsync($"/Admin/Approvals/{approval}/Answer", (Answers.TokenName, await admin.TokenAsync()), ("answer", "Decline"), ("comment", "Second."));

        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.Contains("This was answered already.", late.Text, StringComparison.Ordinal);
        Assert.Contains("Say whether you approve or decline", (await admin.PostAsync($"/Admin/Approvals/{await AskAsync(people, "open-cart")}/Answer", (Answers.TokenName, await admin.TokenAsync()), ("comment", "Kept."))).Text, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(SiteUser user, string approval, string answer, string comment)
    {
        var page = await user.PostAsync($"/Admin/Approvals/{approval}/Answer", (Answers.TokenName, await user.TokenAsync()), ("answer", answer), ("comment", comment));
        Assert.Equal((HttpStatusCode.Redirect, $"/Admin/Approvals/{approval}"), (page.Status, page.Location));
    }

    private Task<string> AskAsync(People people, string cart) => Site.InScopeAsync(async services =>
    {
        var (result, approval) = await services.GetRequiredService<IApprovalService>().RequestAsync(new(people.Requester, people.Company.Id, new() { Kind = "cart", Id = cart }, new(300_00, "EUR")));
        result.Accepted();

        return approval!.ApprovalId;
    });
}
