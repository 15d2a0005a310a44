using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;
using Platform.Tests.Features;
using Platform.Tests.Features.Things;
using Xunit;
using YesSql;

namespace Platform.Tests.Hosting;

/// <summary>Work that goes on after a request.</summary>
public abstract class BackgroundJobContract(Things things) : ThingsContract(things)
{
    [Fact]
    public async Task AJobRunsAfterItsRequestInAScopeOfItsOwnForTheSameUser()
    {
        using var client = Site.NewClient();
        var name = NewName();

        Assert.Equal("started", await client.GetStringAsync("/things/job/" + name));
        Assert.Equal("True True kim", await Site.WaitForAsync(name));
        await AssertSoonAsync(() => ExistsAsync(name + " done"));
    }

    /// <summary>The exception is logged within the scope of the job, which ends as if nothing had happened.</summary>
    [Fact]
    public async Task WhatAFailingJobHasSavedIsCommittedAllTheSameAndTheSiteGoesOn()
    {
        using var client = Site.NewClient();
        var (failing, next) = (NewName(), NewName());

        Assert.Equal("started", await client.GetStringAsync("/things/failing-job/" + failing));
        await Site.WaitForAsync(failing);

        Assert.Equal("started", await client.GetStringAsync("/things/job/" + next));
        await Site.WaitForAsync(next);
        await AssertSoonAsync(() => ExistsAsync(failing));
    }

    [Fact]
    public async Task WithoutARequestThereIsNoJob()
    {
        var hasRun = false;

        await Site.InScopeAsync(_ => HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("nothing", _ =>
        {
            hasRun = true;

            return Task.CompletedTask;
        }));
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);

        Assert.False(hasRun);
    }

    private Task<bool> ExistsAsync(string text) => Site.HasNoteAsync(text);

    private static async Task AssertSoonAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 100 && !await condition(); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.True(await condition());
    }
}

[Collection(nameof(OnSqlite))]
public sealed class BackgroundJobsOnSqlite(SqliteThings things) : BackgroundJobContract(things);

[Collection(nameof(OnPostgres))]
public sealed class BackgroundJobsOnPostgres(PostgresThings things) : BackgroundJobContract(things);

/// <summary>What is done each minute. The one test here waits for the minute to pass, beside the others.</summary>
public sealed class BackgroundTaskContract
{
    [Fact]
    public async Task TasksRunEachMinuteWithoutAUserAndAFailingOneKeepsNobodyFromWorking()
    {
        await using var site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Things]);
        using var client = site.NewClient();
        await client.GetStringAsync("/things");

        Assert.Equal("True False True", await site.WaitForAsync("working task", seconds: 130));
        await site.WaitForAsync("failing task");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.True(await site.HasNoteAsync("working task"));
        Assert.False(await site.HasNoteAsync("failing task"));
    }
}

internal static class BackgroundLog
{
    /// <summary>Waits until something has happened in the background and says what.</summary>
    public static async Task<string> WaitForAsync(this TestSite site, string name, int seconds = 10)
    {
        var log = await site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<JobLog>()));

        for (var attempt = 0; attempt < 10 * seconds; attempt++)
        {
            if (log.Entries.TryGetValue(name, out var entry))
            {
                return entry;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(name);
    }

    public static Task<bool> HasNoteAsync(this TestSite site, string text) => site.InScopeAsync(async services =>
        await services.GetRequiredService<ISession>().QueryIndex<NoteIndex>(index => index.Text == text, Note.Collection).CountAsync() > 0);
}
