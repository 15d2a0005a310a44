using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
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

        for (var attempt = 0; attempt < 1200 && page.Html.Contains("data-live=\"running\"", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            page = await admin.GetAsync(started.Location);
        }

        var job = await Site.JobAsync(started.Location[^CustomerJob.IdLength..]);
        Assert.Equal((JobState.Finished, 230, 225, 5, 0), (job.State, job.Total, job.Done, job.Refused, job.Gone()));
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
        Assert.Equal((JobState.Finished, 150, 0), (job.State, job.Done, job.Refused));
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

        await Site.EndLeaseAsync(id);
        await Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<JobTask>().Single().DoWorkAsync(services, CancellationToken.None));
        Assert.Equal((JobState.Finished, 12), await Site.JobStateAsync(id));
        Assert.All(await Site.ReadAllAsync("resumed"), part => Assert.Equal((CustomerStatus.Inactive, 2), (part.Status, part.Revision)));
    }

    [Fact]
    public async Task WhoWasOvertakenSavesNothingMore()
    {
        var ids = await Site.AddManyAsync(6, (part, index) => (part.ContactName, part.Company) = ($"Overtaken {index}", "Overtaken"));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.StepAsync(id, count: 2, runner: "slow");
        await Site.EndLeaseAsync(id);
        await Site.StepAsync(id, count: 2, runner: "fast");

        await Site.InScopeAsync(async services => Assert.True((await services.GetRequiredService<CustomerJobStep>().RunAsync(id, "slow", 2)).IsOver));
        Assert.Equal((JobState.Running, 4), await Site.JobStateAsync(id));
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
                _ = await services.GetRequiredService<JobStore<CustomerJob>>().FindAsync(id);
                await Site.CancelJobAsync(id);
                await services.GetRequiredService<CustomerJobStep>().RunAsync(id, "interrupted", 2);
            }));
        }

        await Site.CancelJobAsync(id);
        await Site.EndLeaseAsync(id);
        await Site.RunJobAsync(id);

        Assert.Equal((JobState.Cancelled, 2), await Site.JobStateAsync(id));
        Assert.Equal(4, (await Site.ReadAllAsync("cancelled")).Count(part => part.Status == CustomerStatus.Active));
    }

    [Fact]
    public async Task CustomersThatAnotherAdminDeletesMeanwhileAreGoneAndNoError()
    {
        var ids = await Site.AddManyAsync(5, (part, index) => (part.ContactName, part.Company) = ($"Vanishing {index}", "Vanishing"));
        var id = await Site.StartJobAsync("hold", new CustomerSelection { Search = "vanishing" }, "gone");
        await Site.StepAsync(id, count: 2);
        await Site.DeleteAsync(ids[3]);
        await Site.EndLeaseAsync(id);
        await Site.RunJobAsync(id);

        var job = await Site.JobAsync(id);
        Assert.Equal((JobState.Finished, 5, 4, 0, 1), (job.State, job.Total, job.Done, job.Refused, job.Gone()));
    }

    [Fact]
    public async Task CustomersWhoComeLaterAreLeftAlone()
    {
        await Site.AddAsync("Latecomers first");
        var id = await Site.StartJobAsync("deactivate", new CustomerSelection { Search = "latecomers" });
        var late = await Site.AddAsync("Latecomers late");
        await Site.RunJobAsync(id);

        Assert.Equal((JobState.Finished, 1), await Site.JobStateAsync(id));
        Assert.Equal(CustomerStatus.Active, (await Site.ReadAsync(late))!.Status);
    }

    [Fact]
    public async Task ACustomerThatEndsTheSessionOrThrowsTakesNobodyWithIt()
    {
        var ids = await Site.AddManyAsync(9, (part, index) => (part.ContactName, part.Company) = ($"Breakage {index}", index switch { 3 => BulkSite.Fragile, 6 => "Throws", _ => "Breakage" }));
        var id = await Site.StartJobAsync("fragile", CustomerSelection.Of(ids));
        await Site.RunJobAsync(id);

        var job = await Site.JobAsync(id);
        Assert.Equal((JobState.Finished, 9, 7, 2), (job.State, job.Total, job.Done, job.Refused));
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
    public async Task JobsThatWereOverLongAgoAreForgotten()
    {
        var ids = await Site.AddManyAsync(1, (part, _) => (part.ContactName, part.Company) = ("Forgotten", BulkSite.Stubborn));
        var id = await Site.StartJobAsync("deactivate", CustomerSelection.Of(ids));
        await Site.RunJobAsync(id);
        await Site.ChangeJobAsync(id, job => job.CreatedUtc -= TimeSpan.FromDays(91));

        await Site.InScopeAsync(services => services.GetRequiredService<ICustomerJobManager>().DeleteOldAsync());

        Assert.Null(await Site.JobAsync(id));
        Assert.Equal(0, await Site.InScopeAsync(services => services.GetRequiredService<ISession>()
            .QueryIndex<CustomerJobRefusalsIndex>(index => index.JobId == id, CustomersConstants.Collection).CountAsync()));
    }
}

public sealed class SqliteBulkJobTests(SqliteBulkSite site) : BulkJobTests(site), IClassFixture<SqliteBulkSite>;

public sealed class PostgresBulkJobTests(PostgresBulkSite site) : BulkJobTests(site), IClassFixture<PostgresBulkSite>;
