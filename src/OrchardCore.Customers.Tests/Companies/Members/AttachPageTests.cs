using System.Net;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>The page to attach a customer, as it works without JavaScript.</summary>
public sealed class AttachPageTests(SqliteCompanies fixture) : IClassFixture<SqliteCompanies>
{
    private const string Wicked = "<script>alert(1)</script> عبد الله";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S27", "S31")]
    public async Task TheListLeadsToThePageAndThePageBackToTheList()
    {
        var customer = await Site.AddAsync("Listed attachable");
        using var admin = await SiteUser.AdminAsync(Site);

        var list = await admin.GetAsync("/Admin/Customers?search=attachable");
        Assert.Contains("Attach to company", list.Text, StringComparison.Ordinal);
        Assert.Contains($"/Admin/Customers/{customer}/Companies/Attach?returnUrl=", list.Html, StringComparison.Ordinal);

        var page = await admin.GetAsync($"/Admin/Customers/{customer}/Companies/Attach?returnUrl=%2FAdmin%2FCustomers%3Fsearch%3Dattachable");
        Assert.Contains("Attach customer to a company", page.Text, StringComparison.Ordinal);
        Assert.Contains("Back to Customers", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/Admin/Customers?search=attachable\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"https://evil", (await admin.GetAsync($"/Admin/Customers/{customer}/Companies/Attach?returnUrl=https%3A%2F%2Fevil.example")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("S28", "S29", "S30", "S32")]
    public async Task TheDefaultRoleIsTickedUnderTheUnassignedOnesAndAssignedOnSave()
    {
        var company = await Site.AddTestCompanyAsync("Pre-ticked ehf");
        var customer = await Site.AddAsync("Pre-ticked");
        using var admin = await SiteUser.AdminAsync(Site);
        var path = $"/Admin/Customers/{customer}/Companies/Attach";

        // Without a script a button draws units and roles of the company.
        var drawn = await admin.SubmitAsync(path, ("CompanyId", company.Id), ("Redraw", "company"), ("Group", "Buyer"));
        Assert.Equal(HttpStatusCode.OK, drawn.Status);
        Assert.DoesNotContain("Please look at this again", drawn.Text, StringComparison.Ordinal);
        Assert.Contains(("UnassignedRoles", company.Default), drawn.Fields);
        Assert.DoesNotContain(drawn.Fields, field => field.Name == "AssignedRoles" || field.Value == company.Other);
        Assert.Contains("value=\"Buyer\" checked", drawn.Html, StringComparison.Ordinal);
        Assert.Contains("Branch", drawn.Text, StringComparison.Ordinal);
        Assert.Empty(await Site.MembershipsAsync(customer));

        var saved = await admin.PostAsync(path, [.. drawn.Fields.Where(field => field.Name != "UnitId"), ("UnitId", company.Unit), ("Group", "Buyer")]);

        Assert.Equal((HttpStatusCode.Redirect, $"/Admin/Customers/{customer}?tab=companies"), (saved.Status, saved.Location));
        var membership = Assert.Single(await Site.MembershipsAsync(customer));
        Assert.Equal((company.Id, company.Unit, ApprovalGroup.Buyer), (membership.CompanyId, membership.UnitId, membership.Group));
        Assert.Equal([company.Default], membership.RoleIds);

        var tab = await admin.GetAsync(saved.Location);
        Assert.All(new[] { "Pre-ticked ehf", "Branch", "Buyer", "Default", "Since" }, text => Assert.Contains(text, tab.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Seed("S29")]
    public async Task AnAssignedRoleIsTakenOffAndAnotherOneGiven()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company);
        using var admin = await SiteUser.AdminAsync(Site);
        var path = $"/Admin/Customers/{customer}/Companies/{company.Id}/Edit";

        var page = await admin.GetAsync(path);
        Assert.Contains(("AssignedRoles", company.Default), page.Fields);
        Assert.DoesNotContain(page.Fields, field => field.Name == "UnassignedRoles");

        var saved = await admin.PostAsync(path, [.. page.Fields.Where(field => field.Name is not ("AssignedRoles" or "Group")), ("UnassignedRoles", company.Other), ("Group", "Requester")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var membership = (await Site.MembershipAsync(customer, company))!;
        Assert.Equal(ApprovalGroup.Requester, membership.Group);
        Assert.Equal([company.Other], membership.RoleIds);
    }

    [Fact]
    public async Task NothingThatWasTypedIsLostWhenSomethingIsWrong()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddAsync("Mistyped");
        using var admin = await SiteUser.AdminAsync(Site);

        var page = await admin.SubmitAsync($"/Admin/Customers/{customer}/Companies/Attach",
            ("CompanyId", company.Id), ("DrawnFor", company.Id), ("UnitId", ""), ("UnassignedRoles", company.Other), ("ContactType", "Logistics"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Choose a business unit.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Choose an approval group.", page.Text, StringComparison.Ordinal);
        Assert.Contains(("CompanyId", company.Id), page.Fields);
        Assert.Contains(("UnassignedRoles", company.Other), page.Fields);
        Assert.DoesNotContain(("UnassignedRoles", company.Default), page.Fields);
        Assert.Contains(("ContactType", "Logistics"), page.Fields);
    }

    [Fact]
    public async Task WhoChoosesAnotherCompanyAndSavesAtOnceIsShownItsUnitsFirst()
    {
        var (company, other) = (await Site.AddTestCompanyAsync(), await Site.AddTestCompanyAsync("Other"));
        var customer = await Site.AddAsync("Hasty");
        using var admin = await SiteUser.AdminAsync(Site);

        var page = await admin.SubmitAsync($"/Admin/Customers/{customer}/Companies/Attach",
            ("CompanyId", other.Id), ("DrawnFor", company.Id), ("UnitId", company.Unit), ("UnassignedRoles", company.Default), ("Group", "Buyer"));

        Assert.Contains("Choose among them, then save.", page.Text, StringComparison.Ordinal);
        Assert.Contains(("UnassignedRoles", other.Default), page.Fields);
        Assert.Empty(await Site.MembershipsAsync(customer));
    }

    [Fact]
    [Seed("S31")]
    public async Task BillingAndShippingAreChosenAmongTheCompanysAndTheCustomersAddresses()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddAsync("Addressed");
        await Site.AddAddressAsync(customer, AddressSite.Berlin("home"));
        using var admin = await SiteUser.AdminAsync(Site);

        var saved = await admin.SubmitAsync($"/Admin/Customers/{customer}/Companies/Attach",
            ("CompanyId", company.Id), ("DrawnFor", company.Id), ("UnitId", company.Unit), ("Group", "Buyer"), ("Billing", "customer:home"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var membership = (await Site.MembershipAsync(customer, company))!;
        Assert.Equal(("customer:home", null), (membership.Billing?.ToString(), membership.Shipping?.ToString()));
        Assert.Contains("Berlin", (await admin.GetAsync(saved.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhateverIsCalledWickedlyIsShownAsItIs()
    {
        var company = await Site.AddTestCompanyAsync(Wicked);
        await Site.AddRoleAsync(company.Id, "<b>=cmd</b>", [CompanyPermissionNames.AddToCart]);
        var customer = await Site.AddMemberAsync(company, name: Wicked + " " + new string('W', 200));
        var stranger = await Site.AddAsync(Wicked);
        using var admin = await SiteUser.AdminAsync(Site);

        foreach (var path in new[]
        {
            $"/Admin/Customers/{stranger}/Companies/Attach?company={company.Id}", $"/Admin/Customers/{customer}/Companies/{company.Id}/Edit", $"/Admin/Customers/{customer}/Companies/{company.Id}/Detach",
            $"/Admin/Customers/{customer}?tab=companies", $"/Admin/Companies/{company.Id}/People/Invite", $"/Admin/Customers?memberof={company.Id}&columns=companies",
        })
        {
            var page = await admin.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, page.Status));
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>=cmd", page.Html, StringComparison.Ordinal);
            Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Whatever is posted besides what the form asks for, and of whichever company.</summary>
    [Fact]
    public async Task WhatTheFormDoesNotAskForIsNotTaken()
    {
        var (company, other) = (await Site.AddTestCompanyAsync(), await Site.AddTestCompanyAsync("Other"));
        var (customer, stranger) = (await Site.AddMemberAsync(company), await Site.AddAsync("Stranger"));
        var before = (await Site.MembershipAsync(customer, company))!;
        using var admin = await SiteUser.AdminAsync(Site);
        var path = $"/Admin/Customers/{customer}/Companies/{company.Id}/Edit";
        (string, string)[] more =
        [
            ("CompanyId", other.Id), ("DrawnFor", other.Id), ("CustomerId", stranger), ("membership.CustomerId", stranger), ("IsDefault", "false"), ("IsActive", "false"), ("SinceUtc", "1999-01-01"), ("CreatedBy", "x"),
            ("InvitedUtc", "1999-01-01"), ("Id", "1"), ("MemberKey", "x"),
        ];

        var mixed = await admin.SubmitAsync(path, [.. more, ("UnitId", other.Unit), ("AssignedRoles", other.Default)]);
        Assert.Equal(HttpStatusCode.OK, mixed.Status);
        Assert.Contains("This business unit belongs to another company.", mixed.Text, StringComparison.Ordinal);
        Assert.Contains("One of the roles belongs to another company", mixed.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(path, [.. more, ("UnitId", company.Unit)])).Status);
        var after = (await Site.MembershipAsync(customer, company))!;
        Assert.Equal((company.Unit, before.IsDefault, before.IsActive, before.SinceUtc, before.CreatedBy, before.InvitedUtc), (after.UnitId, after.IsDefault, after.IsActive, after.SinceUtc, after.CreatedBy, after.InvitedUtc));
        Assert.Empty(await Site.MembershipsAsync(stranger));
        Assert.Single(await Site.MembershipsAsync(customer));
    }

    [Fact]
    public async Task CompaniesAndUnitsAreSearched()
    {
        var company = await Site.AddTestCompanyAsync("Søkbar GmbH");
        using var admin = await SiteUser.AdminAsync(Site);

        Assert.Contains(company.Id, (await admin.GetAsync("/Admin/Customers/Companies/Search?search=sokb%20gm")).Html, StringComparison.Ordinal);
        Assert.Equal("[]", (await admin.GetAsync("/Admin/Customers/Companies/Search?search=nothing-of-this")).Html);
        var units = await admin.GetAsync($"/Admin/Customers/Companies/Units?company={company.Id}&search=BRAN");
        Assert.Contains(company.Unit, units.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(company.Headquarters, units.Html, StringComparison.Ordinal);
        Assert.Equal("[]", (await admin.GetAsync("/Admin/Customers/Companies/Units?company=4nobodynobodynobodynobody0")).Html);
    }

    [Fact]
    public async Task WhoMayNotManageRolesGivesTheDefaultOneOnly()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddAsync("Limited");
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        var path = $"/Admin/Customers/{customer}/Companies/Attach";

        var page = await service.GetAsync($"{path}?company={company.Id}");
        Assert.DoesNotContain(company.Other, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Admin\"", page.Html, StringComparison.Ordinal);

        (string, string)[] fields = [.. page.Fields.Where(field => field.Name is not ("UnitId" or "DrawnFor")), ("DrawnFor", company.Id), ("UnitId", company.Unit)];
        Assert.Contains("You may give the default role only", (await service.PostAsync(path, [.. fields, ("Group", "Buyer"), ("UnassignedRoles", company.Other)])).Text, StringComparison.Ordinal);
        Assert.Contains("You may not make anybody an Admin", (await service.PostAsync(path, [.. fields, ("Group", "Admin")])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await service.PostAsync(path, [.. fields, ("Group", "Buyer")])).Status);
    }

    [Fact]
    public async Task TheListIsNarrowedToACompanyAndShowsTheCompanies()
    {
        var company = await Site.AddTestCompanyAsync("Narrowing AG");
        await Site.AddMemberAsync(company, name: "Inside the company");
        await Site.AddMemberAsync(company, membership => membership.UnitId = company.Unit, name: "Inside the branch");
        await Site.AddAsync("Outside the company");
        using var admin = await SiteUser.AdminAsync(Site);

        foreach (var (query, expected) in new[] { (company.Id, 2), ("narrowing", 2), ($"{company.Id}:{company.Unit}", 1), ("nothing-of-this", 0) })
        {
            var page = await admin.GetAsync($"/Admin/Customers?columns=companies&memberof={Uri.EscapeDataString(query)}");
            Assert.Equal((query, expected), (query, page.Text.Split("Inside the ").Length - 1 is var links && links > 0 ? new[] { "company", "branch" }.Count(name => page.Text.Contains("Inside the " + name, StringComparison.Ordinal)) : 0));
            Assert.DoesNotContain("Outside the company", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Narrowing AG", (await admin.GetAsync("/Admin/Customers?columns=companies&search=inside")).Text, StringComparison.Ordinal);
    }
}
