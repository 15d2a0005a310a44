using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>Somebody who is no customer yet is invited, on a site without accounts.</summary>
public sealed class InvitationTests(SqliteCompanies fixture) : IClassFixture<SqliteCompanies>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task WhoIsInvitedBecomesACustomerAndAMember()
    {
        var company = await Site.AddTestCompanyAsync();
        using var admin = await SiteUser.AdminAsync(Site);
        var path = $"/Admin/Companies/{company.Id}/People/Invite";

        var page = await admin.GetAsync(path);
        Assert.Contains(("UnassignedRoles", company.Default), page.Fields);
        var saved = await admin.PostAsync(path, [.. page.Fields.Where(field => field.Name is not ("UnitId" or "Email" or "ContactName")), ("UnitId", company.Unit), ("Email", " New@Example.com "), ("ContactName", "Newcomer"), ("Group", "Requester")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var customer = Assert.Single(await FindAsync("newcomer"));
        var part = (await Site.ReadAsync(customer))!;
        Assert.Equal("New@Example.com", part.Email);
        var membership = (await Site.MembershipAsync(customer, company))!;
        Assert.Equal((company.Unit, ApprovalGroup.Requester, true), (membership.UnitId, membership.Group, membership.InvitedUtc is not null));
    }

    [Fact]
    public async Task WhenSomethingIsWrongNothingIsMadeAndNothingTypedIsLost()
    {
        var company = await Site.AddTestCompanyAsync();
        await Site.AddAsync(part => (part.ContactName, part.Email) = ("Taken", "taken@example.com"));
        using var admin = await SiteUser.AdminAsync(Site);
        var path = $"/Admin/Companies/{company.Id}/People/Invite";

        foreach (var (email, unit, error) in new[]
        {
            ("", company.Unit, "Enter an e-mail address."), ("nonsense", company.Unit, "e-mail"), ("taken@example.com", company.Unit, "already"), ("fine@example.com", "", "Choose a business unit."),
        })
        {
            var page = await admin.SubmitAsync(path, ("Email", email), ("ContactName", "Unmade person"), ("UnitId", unit), ("Group", "Buyer"));
            Assert.Equal((email, HttpStatusCode.OK), (email, page.Status));
            Assert.Contains(error, page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(("ContactName", "Unmade person"), page.Fields);
            Assert.Empty(await FindAsync("unmade"));
        }
    }

    private Task<string[]> FindAsync(string search) => Site.InScopeAsync(async services =>
        (await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = search }, new())).Customers.Select(customer => customer.ContentItemId).ToArray());
}
