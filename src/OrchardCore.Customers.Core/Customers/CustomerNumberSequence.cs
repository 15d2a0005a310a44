using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers;

/// <summary>The last running number that was given away; one document, made by the migration.</summary>
public sealed class CustomerNumberCounter
{
    public long Last { get; set; }
}

/// <summary>Gives out customer numbers. A number that was taken is never given out again, even if nothing came of it.</summary>
internal sealed class CustomerNumberSequence(ISession session, ISiteService siteService, IDistributedLock distributedLock, IClock clock)
{
    private const int Attempts = 10;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Takes that many numbers, in order.</summary>
    /// <exception cref="ConcurrencyException">Other nodes took numbers at the same moment, ten times in a row.</exception>
    public async Task<IReadOnlyList<string>> TakeAsync(int count)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        if (!CustomerNumberPattern.TryParse(settings.NumberPattern, out var pattern))
        {
            _ = CustomerNumberPattern.TryParse(CustomerNumberPattern.Default, out pattern);
        }

        var last = HoldsTheOnlyWriter() ? await AdvanceAsync(session, count) : await AdvanceAloneAsync(count);
        var year = clock.UtcNow.Year;

        return [.. Enumerable.Range(0, count).Select(index => pattern!.Format(last - count + 1 + index, year))];
    }

    /// <summary>SQLite has one writer at a time: where this session is it, a second one would wait for us to end.</summary>
    private bool HoldsTheOnlyWriter()
        => session.CurrentTransaction is not null && session.Store.Configuration.SqlDialect.Name == "Sqlite";

    /// <summary>
    /// Numbers are taken in a short transaction of their own, so that customers created at the same time don't wait for
    /// each other. The lock saves attempts; the version of the document is what guards the number.
    /// </summary>
    private async Task<long> AdvanceAloneAsync(int count)
    {
        var (locker, _) = await distributedLock.TryAcquireLockAsync("CUSTOMER_NUMBERS", LockTimeout, LockTimeout);
        await using var held = locker;

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var last = 0L;

                await ShellScope.UsingChildScopeAsync(async scope =>
                    last = await AdvanceAsync(scope.ServiceProvider.GetRequiredService<ISession>(), count));

                return last;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Another node was faster; read again.
            }
        }
    }

    private static async Task<long> AdvanceAsync(ISession session, int count)
    {
        var counter = await session.Query<CustomerNumberCounter>(collection: CustomersConstants.Collection).FirstOrDefaultAsync();
        counter.Last += count;

        await session.SaveAsync(counter, checkConcurrency: true, collection: CustomersConstants.Collection);
        await session.FlushAsync();
        session.Detach(counter, collection: CustomersConstants.Collection);

        return counter.Last;
    }
}
