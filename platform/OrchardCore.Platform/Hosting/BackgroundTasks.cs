using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell;

namespace OrchardCore.BackgroundTasks
{
    /// <summary>Something a site does again and again, whether anybody asks for it or not.</summary>
    public interface IBackgroundTask
    {
        Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken);
    }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = true)]
    public sealed class BackgroundTaskAttribute : Attribute
    {
        public string Title { get; set; }

        /// <summary>When it is done, as a cron expression; the platform knows "each minute" alone.</summary>
        public string Schedule { get; set; } = "*/5 * * * *";

        public string Description { get; set; } = "";
    }
}

namespace OrchardCore.Hosting
{
    /// <summary>Runs the tasks of the site each minute, one after the other, as soon as a request has woken it.</summary>
    internal sealed class BackgroundTaskRunner(ShellHost host, IHttpContextAccessor accessor, ILogger<BackgroundTaskRunner> logger) : BackgroundService
    {
        private const string EachMinute = "* * * * *";

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!host.IsAwake)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }

            using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1));

            while (await minutes.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var type in await TypesAsync())
                {
                    await LogFailureAsync(type.FullName, () => InScopeAsync(type, stoppingToken));
                }
            }
        }

        /// <summary>A task that wants another schedule is a fault of the host, which ends by it.</summary>
        private async Task<List<Type>> TypesAsync()
        {
            List<Type> types = [];
            await LogFailureAsync("all", async () => await (await host.CreateScopeAsync()).UsingAsync(scope =>
            {
                types.AddRange(scope.ServiceProvider.GetServices<IBackgroundTask>().Select(task => task.GetType()));

                return Task.CompletedTask;
            }));

            return types.All(type => type.GetCustomAttribute<BackgroundTaskAttribute>() is not { Schedule: not EachMinute })
                ? types
                : throw new NotSupportedException($"The platform runs background tasks each minute: '{EachMinute}'.");
        }

        private async Task InScopeAsync(Type type, CancellationToken stoppingToken)
        {
            var scope = await host.CreateScopeAsync();
            accessor.HttpContext = BackgroundContext.Create();
            await scope.UsingAsync(current => current.ServiceProvider.GetServices<IBackgroundTask>().First(task => task.GetType() == type)
                .DoWorkAsync(current.ServiceProvider, stoppingToken));
        }

        private async Task LogFailureAsync(string name, Func<Task> run)
        {
            try
            {
                await run();
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Error while processing background task '{TaskName}'.", name);
            }
        }
    }
}
