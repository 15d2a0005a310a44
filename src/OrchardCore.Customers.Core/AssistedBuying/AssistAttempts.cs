using System.Data.Common;
using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Changes assisted sessions where others may change the same one: a storefront with many nodes, the admin, time. On a node they
/// come one after another, and only a few may wait: each waits with a connection of the database in its hands, and whoever asks a
/// hundred times at once would leave none for the rest of the site.
/// </summary>
internal static class AssistAttempts
{
    private const int Attempts = 20;
    private const int MaxWaiting = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>One lane for each session; their ids are unique over all sites of the process.</summary>
    private static readonly PartitionedRateLimiter<string> Lanes = PartitionedRateLimiter.Create<string, string>(sessionId => RateLimitPartition.GetConcurrencyLimiter(
        sessionId,
        _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MaxWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    /// <summary>The session whose lane the caller is in already: what it does may end that session.</summary>
    private static readonly AsyncLocal<string?> Inside = new();

    /// <summary>
    /// Does something in a scope of its own, which has to commit it; when somebody else was faster, once more. What becomes
    /// of the request changes nothing.
    /// </summary>
    /// <exception cref="AssistBusyException">Too many others are at this session. Nothing was changed.</exception>
    public static async Task<T> RunAsync<TService, T>(string sessionId, Func<TService, Task<T>> step)
        where TService : notnull
    {
        if (Inside.Value == sessionId)
        {
            return await TryAsync(step);
        }

        using var lane = await Lanes.AcquireAsync(sessionId);

        if (!lane.IsAcquired)
        {
            throw new AssistBusyException();
        }

        Inside.Value = sessionId;

        return await TryAsync(step);
    }

    private static async Task<T> TryAsync<TService, T>(Func<TService, Task<T>> step)
        where TService : notnull
    {
        var begun = Stopwatch.GetTimestamp();

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = default(T)!;
                await ShellScope.UsingChildScopeAsync(async scope => answer = await step(scope.ServiceProvider.GetRequiredService<TService>()));

                return answer;
            }
            catch (Exception exception) when (exception is ConcurrencyException or DbException && attempt < Attempts && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(Random.Shared.Next(5 * attempt));
            }
            catch (ConcurrencyException)
            {
                throw new AssistBusyException();
            }
        }
    }
}

/// <summary>Too many want to change the same session at once; a moment later it may be asked again.</summary>
internal sealed class AssistBusyException : Exception
{
    /// <summary>How long to wait.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    public override string Message => "Too many change this session at once.";
}
