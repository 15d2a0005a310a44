using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Hosting;

namespace OrchardCore.BackgroundJobs
{
    /// <summary>Work that goes on after a request.</summary>
    public static class HttpBackgroundJob
    {
        private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

        /// <summary>Runs a job for the user of this request in a scope of its own, once the request is over; outside of a request, not at all.</summary>
        public static Task ExecuteAfterEndOfRequestAsync(string jobName, Func<ShellScope, Task> job)
        {
            var services = ShellScope.Current.ServiceProvider;
            var accessor = services.GetRequiredService<IHttpContextAccessor>();
            var logger = services.GetRequiredService<ILogger<ShellScope>>();

            if (accessor.HttpContext is { } context)
            {
                var user = context.User.Clone();

                // Nobody waits for it; the scope keeps the site from ending.
                _ = ShellScope.UsingChildScopeAsync(_ => RunAsync(jobName, job, user, accessor, logger));
            }
            else
            {
                logger.LogWarning("Background job '{JobName}' was not executed because it requires an HTTP context.", jobName);
            }

            return Task.CompletedTask;
        }

        private static async Task RunAsync(string name, Func<ShellScope, Task> job, ClaimsPrincipal user, IHttpContextAccessor accessor, ILogger logger)
        {
            for (var waited = TimeSpan.Zero; accessor.HttpContext is not null; waited += TimeSpan.FromMilliseconds(100))
            {
                if (waited > LongestRequest)
                {
                    logger.LogWarning("Background job '{JobName}' timed out waiting for the end of its request.", name);
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }

            accessor.HttpContext = BackgroundContext.Create();
            accessor.HttpContext.User = user;

            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                try
                {
                    await job(scope);
                }
                catch (Exception exception)
                {
                    // Within the scope: what the job has saved before it failed is committed.
                    logger.LogError(exception, "Error while executing the background job '{JobName}'.", name);
                }
            });
        }
    }
}

namespace OrchardCore.Hosting
{
    /// <summary>What stands for the request where there is none: its user is nobody.</summary>
    internal static class BackgroundContext
    {
        public static HttpContext Create()
        {
            var context = new DefaultHttpContext();
            context.Features.Set<IServiceProvidersFeature>(new ScopedServices(outside: null));

            return context;
        }
    }
}
