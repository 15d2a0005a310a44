using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.Bulk;

/// <summary>What is done with a few customers while the user waits.</summary>
public abstract class BulkActionTests(BulkSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("V7", "V12", "E12")]
    public async Task EachActionChangesTheTickedCustomersAndDoingItAgainChangesNothing()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var ids = new[] { await Site.AddAsync("Bulk One"), await Site.AddAsync("Bulk Two") };
        var other = await Site.AddAsync("Bulk Other");
        var userId = (await UserIdAsync())!;

        foreach (var (action, value, isDone) in new (string, string?, Func<CustomerPart, bool>)[]
        {
            ("deactivate", null, part => part.Status == CustomerStatus.Inactive),
            ("activate", null, part => part.Status == CustomerStatus.Active),
            ("hold", "Unpaid <bill>", part => part.Hold is { Reason: "Unpaid <bill>", UntilUtc: null }),
            ("release", null, part => part.Hold is null),
            ("assign", userId, part => part.ManagedBy == userId),
            ("assign", "", part => part.ManagedBy is null),
        })
        {
            var revision = (await Site.ReadAsync(ids[0]))!.Revision;

            for (var time = 1; time <= 2; time++)
            {
                var done = await admin.DoAsync(action, value, [.. BulkSiteExtensions.Ids(ids), ("list", "?search=bulk")]);
                Assert.Equal((HttpStatusCode.Redirect, "/Admin/Customers?search=bulk"), (done.Status, done.Location));
                Assert.Contains("2 of 2 customers done.", (await admin.GetAsync(done.Location)).Text, StringComparison.Ordinal);

                foreach (var id in ids)
                {
                    Assert.True(isDone((await Site.ReadAsync(id))!), action);
                }
            }

            Assert.Equal(revision + 1, (await Site.ReadAsync(ids[0]))!.Revision);
        }

        Assert.Equal(1, (await Site.ReadAsync(other))!.Revision);
    }

    [Fact]
    public async Task DeletingAsksAndWhoIsGoneAlreadyIsNoError()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (first, second) = (await Site.AddAsync("Bulk Gone"), await Site.AddAsync("Bulk Deleted"));

        var asked = await admin.AskAsync("delete", BulkSiteExtensions.Ids(first, second));
        Assert.Contains("This cannot be undone.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Bulk Deleted", asked.Text, StringComparison.Ordinal);
        await Site.DeleteAsync(first);

        var done = await admin.SayYesAsync(asked, null);
        Assert.Contains("1 of 2 customers done.", (await admin.GetAsync(done.Location)).Text, StringComparison.Ordinal);
        Assert.Null(await Site.ReadAsync(second));
    }

    [Fact]
    public async Task AGroupIsJoinedAndLeftAndTheOthersAreKept()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Bulk Member");
        Assert.Contains("There is nothing to choose from yet.", (await admin.AskAsync("join", BulkSiteExtensions.Ids(id))).Text, StringComparison.Ordinal);

        var (first, second) = (await AddGroupAsync("gold"), await AddGroupAsync("silver"));
        await admin.DoAsync("join", first, BulkSiteExtensions.Ids(id));
        await admin.DoAsync("join", second, BulkSiteExtensions.Ids(id));
        await admin.DoAsync("join", second, BulkSiteExtensions.Ids(id));
        Assert.Equal([first, second], (await Site.ReadAsync(id))!.Groups);
        Assert.Equal(3, (await Site.ReadAsync(id))!.Revision);

        await admin.DoAsync("leave", first, BulkSiteExtensions.Ids(id));
        Assert.Equal([second], (await Site.ReadAsync(id))!.Groups);
    }

    private Task<string> AddGroupAsync(string code) => Site.InScopeAsync(async services =>
    {
        var groups = services.GetRequiredService<ICustomerGroupManager>();
        var group = await groups.NewAsync();
        group.Alter<CustomerGroupPart>(part => (part.Code, part.Name) = (code, code));
        var created = await groups.CreateAsync(group);
        Assert.True(created.Succeeded);

        return group.ContentItemId;
    });

    [Fact]
    public async Task AReasonIsAskedForAndNothingTypedIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Bulk Reason");
        var asked = await admin.AskAsync("hold", [.. BulkSiteExtensions.Ids(id), ("list", "?search=reason")]);

        var missing = await admin.SayYesAsync(asked, " ");
        Assert.Equal(HttpStatusCode.OK, missing.Status);
        Assert.Contains("Reason is required.", missing.Text, StringComparison.Ordinal);

        var typed = new string('r', 256);
        var tooLong = await admin.SayYesAsync(missing, typed);
        Assert.Contains("Reason can have at most 255 characters; this has 256.", tooLong.Text, StringComparison.Ordinal);
        Assert.Contains(("Value", typed), tooLong.Fields);
        Assert.Contains(("List", "?search=reason"), tooLong.Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SayYesAsync(tooLong, "short")).Status);
        Assert.Equal("short", (await Site.ReadAsync(id))!.Hold!.Reason);
    }

    [Fact]
    public async Task WhoIsChosenHasToBeOffered()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var asked = await admin.AskAsync("assign", BulkSiteExtensions.Ids(await Site.AddAsync("Bulk Assigned")));

        Assert.Contains("Nobody", asked.Text, StringComparison.Ordinal);
        Assert.Contains("this can't be chosen any more.", (await admin.SayYesAsync(asked, "nobody-knows")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedCustomerIsListedWithTheReasonAndTheOthersAreDone()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var good = await Site.AddAsync("Bulk Willing");
        var bad = await Site.AddAsync(part => (part.ContactName, part.Company) = ("<b>Bulk Unwilling", BulkSite.Stubborn));
        var number = (await Site.ReadAsync(bad))!.Number!;

        var done = await admin.DoAsync("deactivate", null, BulkSiteExtensions.Ids(good, bad));
        var list = await admin.GetAsync(done.Location);
        Assert.Contains("1 of 2 customers done, 1 refused.", list.Text, StringComparison.Ordinal);
        Assert.Equal(CustomerStatus.Inactive, (await Site.ReadAsync(good))!.Status);
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(bad))!.Status);

        var jobs = await admin.GetAsync("/Admin/Customers/Jobs");
        var job = await admin.GetAsync(System.Text.RegularExpressions.Regex.Match(jobs.Html, "/Admin/Customers/Jobs/[0-9a-f]{32}").Value);

        foreach (var text in new[] { "<b>Bulk Unwilling", number, "This one stays <active>.", "Deactivate" })
        {
            Assert.Contains(text, job.Text, StringComparison.Ordinal);
        }

        Assert.Contains($"/Admin/Customers/{bad}", job.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSamePageSentTwiceStartsOneJob()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Bulk Replayed");
        var asked = await admin.AskAsync("deactivate", BulkSiteExtensions.Ids(id));
        await admin.SayYesAsync(asked, null);
        await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Active);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SayYesAsync(asked, null)).Status);
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(id))!.Status);
    }

    [Fact]
    public async Task OnlyWhoMayIsAskedAndNothingIsDoneWithoutAToken()
    {
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        var id = await Site.AddAsync("Bulk Guarded");

        Assert.Equal(HttpStatusCode.Forbidden, (await service.AskAsync("delete", BulkSiteExtensions.Ids(id))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.AskAsync("unknown", BulkSiteExtensions.Ids(id))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.PostAsync("/Admin/Customers/Bulk", ("action", "deactivate"), ("ids", id))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.PostAsync("/Admin/Customers/Bulk/Start", ("action", "deactivate"), ("ids", id))).Status);

        var nobody = await service.AskAsync("deactivate");
        Assert.Equal((HttpStatusCode.Redirect, "/Admin/Customers"), (nobody.Status, nobody.Location));
        Assert.NotNull(await Site.ReadAsync(id));
    }

    [Fact]
    public async Task AListElsewhereIsNoPlaceToGoBackTo()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Bulk Elsewhere");

        foreach (var list in new[] { "//evil.example", "https://evil.example/?a=b", "?a=b#x", "\\evil" })
        {
            var done = await admin.DoAsync("activate", null, [.. BulkSiteExtensions.Ids(id), ("list", list)]);
            Assert.StartsWith("/Admin/Customers?", done.Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsOutOfScopeIsNeitherCountedNorChanged()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var seen = await Site.AddAsync("Bulk Seen");
        var hidden = await Site.AddAsync(part => (part.ContactName, part.Company) = ("Bulk Hidden", BulkSite.Hidden));

        var asked = await manager.AskAsync("deactivate", BulkSiteExtensions.Ids(seen, hidden));
        Assert.Contains("This is for one customer.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bulk Hidden", asked.Text, StringComparison.Ordinal);
        await manager.SayYesAsync(asked, null);

        Assert.Equal(CustomerStatus.Inactive, (await Site.ReadAsync(seen))!.Status);
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(hidden))!.Status);
    }

    private Task<string?> UserIdAsync() => Site.InScopeAsync(async services =>
    {
        IUser? user = await services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<IUser>>().FindByNameAsync(TestSite.Admin);

        return (user as User)?.UserId;
    });
}

public sealed class SqliteBulkActionTests(SqliteBulkSite site) : BulkActionTests(site), IClassFixture<SqliteBulkSite>;

public sealed class PostgresBulkActionTests(PostgresBulkSite site) : BulkActionTests(site), IClassFixture<PostgresBulkSite>;
