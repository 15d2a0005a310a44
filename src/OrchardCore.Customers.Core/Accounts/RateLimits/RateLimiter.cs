using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Accounts.RateLimits;

internal sealed class RateLimiter(ISession session, IClock clock) : IRateLimiter
{
    private const int BatchSize = 500;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Nobody is told to come back at once, only to be refused again.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    public async Task<RateLimitAnswer> TryAsync(string action, string subject, int limit)
    {
        var key = Hash(action, subject);
        var answer = new RateLimitAnswer(Window);

        await InSessionAsync(async other =>
        {
            if (await WaitAsync(other, key, limit) is { } wait)
            {
                answer = new RateLimitAnswer(wait);

                return;
            }

            var attempt = new CountedAttempt { Key = key, Utc = clock.UtcNow };
            await other.SaveAsync(attempt, collection: CustomersConstants.Collection);
            await other.SaveChangesAsync();

            // Others may have got through the same gap. What is committed is seen by all, so the one too many sees it too.
            if (await WaitAsync(other, key, limit + 1) is null)
            {
                answer = new RateLimitAnswer(TimeSpan.Zero) { AttemptId = attempt.Id };

                return;
            }

            // Nothing was tried, so nothing is left to count; how long those take who were let through is known the next time.
            other.Delete(attempt, CustomersConstants.Collection);
            await other.SaveChangesAsync();
            answer = new RateLimitAnswer(LeastWait);
        });

        return answer;
    }

    public async Task ForgiveAsync(RateLimitAnswer answer)
    {
        // In the session of the request: it may be writing already, and SQLite has one writer at a time.
        if (answer.AttemptId != 0 && await session.GetAsync<CountedAttempt>(answer.AttemptId, CustomersConstants.Collection) is { } attempt)
        {
            session.Delete(attempt, CustomersConstants.Collection);
        }
    }

    public async Task DeleteOldAsync()
    {
        var before = clock.UtcNow - Window;
        var found = BatchSize;

        while (found == BatchSize)
        {
            await InSessionAsync(async other =>
            {
                var old = (await other
                    .Query<CountedAttempt, CountedAttemptIndex>(index => index.Utc <= before, collection: CustomersConstants.Collection)
                    .NoDuplicates()
                    .Take(BatchSize)
                    .ListAsync()).ToList();
                found = old.Count;

                foreach (var attempt in old)
                {
                    other.Delete(attempt, CustomersConstants.Collection);
                }
            });
        }
    }

    /// <summary>How long until there are fewer than that many in an hour; <see langword="null"/> when there are.</summary>
    private async Task<TimeSpan?> WaitAsync(ISession other, string key, int count)
    {
        if (count < 1)
        {
            return Window;
        }

        var now = clock.UtcNow;
        var since = now - Window;
        var latest = (await other
            .QueryIndex<CountedAttemptIndex>(index => index.Key == key && index.Utc > since, collection: CustomersConstants.Collection)
            .OrderByDescending(index => index.Utc)
            .Take(count)
            .ListAsync()).ToList();

        if (latest.Count < count)
        {
            return null;
        }

        var wait = latest[^1].Utc + Window - now;

        // What others counted in the meantime is later than now.
        return wait < LeastWait ? LeastWait : wait < Window ? wait : Window;
    }

    /// <summary>What is counted is committed when this is done, whatever becomes of the request.</summary>
    private static Task InSessionAsync(Func<ISession, Task> work)
        => ShellScope.UsingChildScopeAsync(scope => work(scope.ServiceProvider.GetRequiredService<ISession>()));

    internal static string Hash(string action, string subject)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{action}\n{subject}")));
}
