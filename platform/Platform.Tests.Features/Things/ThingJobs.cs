using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;
using YesSql;
using ISession = YesSql.ISession;

namespace Platform.Tests.Features.Things;

/// <summary>What happened in the background, by the name of the job.</summary>
public sealed class JobLog
{
    public ConcurrentDictionary<string, string> Entries { get; } = new(StringComparer.Ordinal);
}

/// <summary>Starts jobs that go on after their requests.</summary>
public sealed class JobsController(ISession session, JobLog log) : Controller
{
    [Route("things/job/{name}")]
    public async Task<IActionResult> Start(string name)
    {
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "kim")], "test"));
        await session.SaveAsync(new Note { Text = name + " asked" }, collection: Note.Collection);
        await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("note", scope => RunAsync(scope, name));

        return Content(log.Entries.ContainsKey(name) ? "too early" : "started");
    }

    [Route("things/failing-job/{name}")]
    public async Task<IActionResult> StartFailing(string name)
    {
        await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("failing", async scope =>
        {
            await scope.ServiceProvider.GetRequiredService<ISession>().SaveAsync(new Note { Text = name }, collection: Note.Collection);
            await scope.ServiceProvider.GetRequiredService<ISession>().FlushAsync();
            log.Entries[name] = "fails";

            throw new InvalidOperationException("This job fails.");
        });

        return Content("started");
    }

    private static async Task RunAsync(ShellScope scope, string name)
    {
        var session = scope.ServiceProvider.GetRequiredService<ISession>();
        var context = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var asked = name + " asked";
        var isCommitted = await session.QueryIndex<NoteIndex>(index => index.Text == asked, Note.Collection).CountAsync() == 1;
        var hasServices = context.RequestServices.GetRequiredService<ISession>() == session;

        await session.SaveAsync(new Note { Text = name + " done" }, collection: Note.Collection);
        scope.ServiceProvider.GetRequiredService<JobLog>().Entries[name] = $"{isCommitted} {hasServices} {context.User.Identity.Name}";
    }
}

/// <summary>Saves and fails each minute.</summary>
[BackgroundTask(Title = "Failing", Schedule = "* * * * *", Description = "Fails.")]
public sealed class FailingTask(JobLog log) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        await serviceProvider.GetRequiredService<ISession>().SaveAsync(new Note { Text = "failing task" }, collection: Note.Collection, cancellationToken: cancellationToken);
        log.Entries["failing task"] = "fails";

        throw new InvalidOperationException("This task fails.");
    }
}

/// <summary>Saves each minute.</summary>
[BackgroundTask(Title = "Working", Schedule = "* * * * *", Description = "Works.")]
public sealed class WorkingTask(JobLog log) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var context = serviceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var session = serviceProvider.GetRequiredService<ISession>();
        await session.SaveAsync(new Note { Text = "working task" }, collection: Note.Collection, cancellationToken: cancellationToken);
        log.Entries["working task"] = $"{context is not null} {context?.User.Identity?.IsAuthenticated} {cancellationToken.CanBeCanceled}";
    }
}
