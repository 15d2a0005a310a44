using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers.Bulk;

/// <summary>What is done with many customers while nobody waits.</summary>
public abstract class BulkJobTests(BulkSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task MoreThanTheUserWaitsForGoesOnInTheBackground()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddManyAsync(230, (part, index) => (part.ContactName, part.Company) = ($"Crowd {index}", index % 50 == 7 ? BulkSite.Stubborn : "Crowd"));

        var asked = await admin.AskAsync("deactivate", ("all", "true"), ("list", "?search=crowd&status=Active&sort=created&pagenum=2"));
        Assert.Contains("This is for 230 customers.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("and 225 more", asked.Text, StringComparison.Ordinal);

        var started = await admin.SayYesAsync(asked, null);
        Assert.Matches("^/Admin/Customers/Jobs/[0-9a-f]{32}$", started.Location);
        var page = await admin.GetAsync(started.Location);

        for (var attempt = 0; attempt < 300 && page.Html.Contains("data-live=\"running\"", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            page = await admin.GetAsync(started.Location);
        }

        var job = await Site.JobAsync(started.Location[^CustomerJob.IdLength..]);
        Assert.Equal((CustomerJobState.Finished, 230, 225, 5, 0), (job.State, job.Total, job.Done, job.Refused, job.Gone()));
        Assert.Contains("This one stays <active>.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Crowd 7 ", page.Text.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Contains("search=crowd", page.Html, StringComparison.Ordinal);
        Assert.All(await Site.ReadAllAsync("crowd"), part => Assert.Equal((CustomerStatus.Inactive, 2), (part.Status, part.Revision)));
    }

    [Fact]
    public async Task TwoRunnersAtOnceDoEachCustomerOnce()
    {
        var ids = await Site.AddManyAsync(150, (part, index) => (part.ContactName, part.Company) = ($"Raced {index}", "Raced"));
        var id = await Site.StartJobAsync("hold", CustomerSelection.Of(ids), "both");

        await Task.WhenAll(Site.RunJobAsync(id), Site.RunJobAsync(id), Site.RunJobAsync(id));

        var job = await Site.JobAsync(id);
        Assert.Equal((CustomerJobState.Finished, 150, 0), (job.State, job.Done, job.Refused));
        Assert.All(await Site.ReadAllAsync("raced"), part => Assert.Equal(2, part.Revision));
    }

    [Fact]
    public async Task WhoeverComesNextGoesOnWhereAnInterruptedOneStopped()
    {
        var ids = await Site.AddManyAsync(12, (part, index) => (part.ContactName, part.Company) = ($"Resumed {index}", "Resumed"));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.StepAsync(id, count: 5);

        // The lease of the one that was interrupted is not over yet.
        await Site.RunJobAsync(id);
        Assert.Equal(5, (await Site.JobAsync(id)).Done);

        await EndLeaseAsync(id);
        await Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<CustomerJobTask>().Single().DoWorkAsync(services, CancellationToken.None));
        Assert.Equal((CustomerJobState.Finished, 12), await StateAsync(id));
        Assert.All(await Site.ReadAllAsync("resumed"), part => Assert.Equal((CustomerStatus.Inactive, 2), (part.Status, part.Revision)));
    }

    [Fact]
    public async Task WhoWasOvertakenSavesNothingMore()
    {
        var ids = await Site.AddManyAsync(6, (part, index) => (part.ContactName, part.Company) = ($"Overtaken {index}", "Overtaken"));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.StepAsync(id, count: 2, runner: "slow");
        await EndLeaseAsync(id);
        await Site.StepAsync(id, count: 2, runner: "fast");

        await Site.InScopeAsync(async services => Assert.True((await services.GetRequiredService<CustomerJobStep>().RunAsync(id, "slow", 2)).IsOver));
        Assert.Equal((CustomerJobState.Running, 4), await StateAsync(id));
    }

    [Fact]
    public async Task ACancelledJobLeavesTheRestAloneAndWhatIsUnderWayIsUndone()
    {
        var ids = await Site.AddManyAsync(6, (part, index) => (part.ContactName, part.Company) = ($"Cancelled {index}", "Cancelled"));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.StepAsync(id, count: 2);

        if (fixture is PostgresBulkSite)
        {
            // On SQLite a step keeps others from writing until it is committed.
            await Assert.ThrowsAsync<ConcurrencyException>(() => Site.InScopeAsync(async services =>
            {
                var session = services.GetRequiredService<ISession>();
                _ = await session.FindJobAsync(id);
                await CancelAsync(id);
                await services.GetRequiredService<CustomerJobStep>().RunAsync(id, "interrupted", 2);
            }));
        }

        await CancelAsync(id);
        await EndLeaseAsync(id);
        await Site.RunJobAsync(id);

        Assert.Equal((CustomerJobState.Cancelled, 2), await StateAsync(id));
        Assert.Equal(4, (await Site.ReadAllAsync("cancelled")).Count(part => part.Status == CustomerStatus.Active));
    }

    [Fact]
    public async Task ARightThatIsTakenAwayEndsTheJob()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerService);
        var ids = await Site.AddManyAsync(4, (part, index) => (part.ContactName, part.Company) = ($"Revoked {index}", "Revoked"));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids), user: await Site.PrincipalAsync(name));
        await Site.StepAsync(id, count: 1);
        await ChangeUserAsync(name, user => user.RoleNames.Clear());
        await Site.StepAsync(id, count: 1);

        var job = await Site.JobAsync(id);
        Assert.Equal((CustomerJobState.Stopped, 1, "The user who asked for it may no longer do this."), (job.State, job.Done, job.Problem));
        Assert.Equal(3, (await Site.ReadAllAsync("revoked")).Count(part => part.Status == CustomerStatus.Active));
    }

    [Fact]
    public async Task AUserWhoMayNoLongerLogInDoesNothingMore()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerManager);
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of([await Site.AddAsync("Disabled asks")]), user: await Site.PrincipalAsync(name));
        await ChangeUserAsync(name, user => user.IsEnabled = false);
        await Site.RunJobAsync(id);

        Assert.Equal("The user who asked for it may no longer log in.", (await Site.JobAsync(id)).Problem);
    }

    [Fact]
    public async Task TheScopeIsThatOfTheUserWhoAskedAlsoInTheBackground()
    {
        var name = await UserAsync(CustomersConstants.Roles.CustomerManager);
        var seen = await Site.AddAsync("Scopejob seen");
        var hidden = await Site.AddAsync(part => (part.ContactName, part.Company) = ("Scopejob hidden", BulkSite.Hidden));
        var id = await Site.StartJobAsync("deactivate", new CustomerSelection { Search = "scopejob" }, user: await Site.PrincipalAsync(name));
        await Site.RunJobAsync(id);

        Assert.Equal((CustomerJobState.Finished, 1), await StateAsync(id));
        Assert.Equal(CustomerStatus.Inactive, (await Site.ReadAsync(seen))!.Status);
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(hidden))!.Status);
    }

    [Fact]
    public async Task CustomersThatAnotherAdminDeletesMeanwhileAreGoneAndNoError()
    {
        var ids = await Site.AddManyAsync(5, (part, index) => (part.ContactName, part.Company) = ($"Vanishing {index}", "Vanishing"));
        var id = await Site.StartJobAsync("hold", new CustomerSelection { Search = "vanishing" }, "gone");
        await Site.StepAsync(id, count: 2);
        await Site.DeleteAsync(ids[3]);
        await EndLeaseAsync(id);
        await Site.RunJobAsync(id);

        var job = await Site.JobAsync(id);
        Assert.Equal((CustomerJobState.Finished, 5, 4, 0, 1), (job.State, job.Total, job.Done, job.Refused, job.Gone()));
    }

    [Fact]
    public async Task CustomersWhoComeLaterAreLeftAlone()
    {
        await Site.AddAsync("Latecomers first");
        var id = await Site.StartJobAsync("deactivate", new CustomerSelection { Search = "latecomers" });
        var late = await Site.AddAsync("Latecomers late");
        await Site.RunJobAsync(id);

        Assert.Equal((CustomerJobState.Finished, 1), await StateAsync(id));
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(late))!.Status);
    }

    [Fact]
    public async Task ACustomerThatEndsTheSessionOrThrowsTakesNobodyWithIt()
    {
        var ids = await Site.AddManyAsync(9, (part, index) => (part.ContactName, part.Company) = ($"Breakage {index}", index switch { 3 => BulkSite.Fragile, 6 => "Throws", _ => "Breakage" }));
        var id = await Site.StartJobAsync("fragile", CustomerSelection.Of(ids));
        await Site.RunJobAsync(id);

        var job = await Site.JobAsync(id);
        Assert.Equal((CustomerJobState.Finished, 9, 7, 2), (job.State, job.Total, job.Done, job.Refused));
        Assert.All(await Site.ReadAllAsync("breakage"), part => Assert.Equal(("x", 2), (part.Suffix, part.Revision)));
        Assert.Equal(1, (await Site.ReadAsync(ids[3]))!.Revision);
        Assert.Equal(1, (await Site.ReadAsync(ids[6]))!.Revision);

        var admin = await Site.PrincipalAsync(TestSite.Admin);
        var refusals = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().FindRefusalsAsync(job, 0, 50, admin));
        Assert.Equal(["The session ended.", "Something unexpected went wrong. The site's log says what."], refusals.Select(row => row.Refusal.Reason));
    }

    [Fact]
    public async Task WhatWasRefusedIsReadInPages()
    {
        var ids = await Site.AddManyAsync(120, (part, index) => (part.ContactName, part.Company) = ($"Paged {index}", BulkSite.Stubborn));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.RunJobAsync(id);
        using var admin = await SiteUser.AdminAsync(Site);

        var first = await admin.GetAsync($"/Admin/Customers/Jobs/{id}");
        var last = await admin.GetAsync($"/Admin/Customers/Jobs/{id}?from=100");

        Assert.Equal(50, ids.Count(customer => first.Html.Contains(customer, StringComparison.Ordinal)));
        Assert.Equal(ids[100..], ids.Where(customer => last.Html.Contains(customer, StringComparison.Ordinal)));
        Assert.Contains("from=50", first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhoStartedItAndAManagerSeeAJobAndEndIt()
    {
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of([await Site.AddAsync("Private job")]));
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var token = (await service.GetAsync("/Admin/Customers/Create")).Fields.First(field => field.Name == "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"/Admin/Customers/Jobs/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.PostAsync($"/Admin/Customers/Jobs/{id}/Cancel", token)).Status);
        Assert.DoesNotContain(id, (await service.GetAsync("/Admin/Customers/Jobs")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/Admin/Customers/Jobs/" + new string('0', 32))).Status);

        var managers = (await manager.GetAsync($"/Admin/Customers/Jobs/{id}")).Fields.First(field => field.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/Admin/Customers/Jobs/{id}/Cancel", managers)).Status);
        Assert.Equal((CustomerJobState.Cancelled, 0), await StateAsync(id));
    }

    [Fact]
    public async Task NobodyStartsAJobUnderTheIdOfSomebodyElse()
    {
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of([]));
        var other = await Site.PrincipalAsync(await UserAsync(CustomersConstants.Roles.CustomerManager));
        var job = new CustomerJob { JobId = id, Action = "activate", Selection = CustomerSelection.Of([]) };

        var result = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().StartAsync(job, other));
        Assert.Equal(": This can't be done here. Go back to the list and try again.", result.TheError());
    }

    [Fact]
    public async Task JobsThatWereOverLongAgoAreForgotten()
    {
        var ids = await Site.AddManyAsync(1, (part, _) => (part.ContactName, part.Company) = ("Forgotten", BulkSite.Stubborn));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.RunJobAsync(id);
        await ChangeJobAsync(id, job => job.CreatedUtc -= TimeSpan.FromDays(91));

        await Site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().DeleteOldAsync());

        Assert.Null(await Site.JobAsync(id));
        Assert.Equal(0, await Site.InScopeAsync(services => services.GetRequiredService<ISession>()
            .QueryIndex<CustomerJobRefusalsIndex>(index => index.JobId == id, CustomersConstants.Collection).CountAsync()));
    }

    private async Task<(CustomerJobState State, int Done)> StateAsync(string id)
    {
        var job = await Site.JobAsync(id);

        return (job.State, job.Done);
    }

    private Task CancelAsync(string id) => Site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().CancelAsync(id));

    private Task EndLeaseAsync(string id) => ChangeJobAsync(id, job => job.LeaseUntilUtc = DateTime.UtcNow.AddMinutes(-1));

    private Task ChangeJobAsync(string id, Action<CustomerJob> change) => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        var job = await session.FindJobAsync(id);
        change(job!);
        await session.SaveAsync(job, collection: CustomersConstants.Collection);
    });

    private async Task<string> UserAsync(string role)
    {
        var name = "job" + Guid.NewGuid().ToString("N")[..8];
        await Site.InScopeAsync(services => services.GetRequiredService<IUserService>().CreateUserAsync(
            new User { UserName = name, Email = name + "@example.com", EmailConfirmed = true, IsEnabled = true, RoleNames = [role] },
            TestSite.Password,
            (key, error) => Assert.Fail($"{key}: {error}")));

        return name;
    }

    private Task ChangeUserAsync(string name, Action<User> change) => Site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = await users.FindByNameAsync(name);
        change((User)user!);
        await users.UpdateAsync(user!);
    });
}

public sealed class SqliteBulkJobTests(SqliteBulkSite site) : BulkJobTests(site), IClassFixture<SqliteBulkSite>;

public sealed class PostgresBulkJobTests(PostgresBulkSite site) : BulkJobTests(site), IClassFixture<PostgresBulkSite>;
