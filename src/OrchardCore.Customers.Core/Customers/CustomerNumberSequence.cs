using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

/// <summary>The last running number that was given away; one document, made by the migration.</summary>
public sealed class CustomerNumberCounter
{
    public long Last { get; set; }
}

/// <summary>
/// Gives out customer numbers that nobody has or had: neither by this sequence, nor by an import or an earlier pattern.
/// </summary>
internal sealed class CustomerNumberSequence(ISession session, ISiteService siteService, IDistributedLock distributedLock, IClock clock)
{
    private const int Attempts = 10;
    private const int MaxBlock = 500;

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

        return HoldsTheOnlyWriter() ? await AdvanceAsync(session, pattern!, count) : await AdvanceAloneAsync(pattern!, count);
    }

    /// <summary>SQLite has one writer at a time: where this session is it, a second one would wait for us to end.</summary>
    private bool HoldsTheOnlyWriter()
        => session.CurrentTransaction is not null && session.IsSqlite();

    /// <summary>
    /// Numbers are taken in a short transaction of their own, so that customers created at the same time don't wait for
    /// each other. The lock saves attempts; the version of the document is what guards the number.
    /// </summary>
    private async Task<IReadOnlyList<string>> AdvanceAloneAsync(CustomerNumberPattern pattern, int count)
    {
        var (locker, _) = await distributedLock.TryAcquireLockAsync("CUSTOMER_NUMBERS", LockTimeout, LockTimeout);
        await using var held = locker;

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                IReadOnlyList<string> numbers = [];

                await ShellScope.UsingChildScopeAsync(async scope =>
                    numbers = await AdvanceAsync(scope.ServiceProvider.GetRequiredService<ISession>(), pattern, count));

                return numbers;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Another node was faster; read again.
            }
        }
    }

    private async Task<IReadOnlyList<string>> AdvanceAsync(ISession session, CustomerNumberPattern pattern, int count)
    {
        var counter = await session.Query<CustomerNumberCounter>(collection: CustomersConstants.Collection).FirstOrDefaultAsync();
        var numbers = new List<string>(count);

        // Numbers that came with an import lie in rows; so what is looked up together grows.
        for (var block = count; numbers.Count < count; block = Math.Min(2 * block, Math.Max(MaxBlock, count)))
        {
            foreach (var (running, number) in await FreeAsync(session, pattern, counter.Last + 1, block))
            {
                counter.Last = running;

                if (number is not null)
                {
                    numbers.Add(number);
                }

                if (numbers.Count == count)
                {
                    break;
                }
            }
        }

        await session.SaveAsync(counter, checkConcurrency: true, collection: CustomersConstants.Collection);
        await session.FlushAsync();
        session.Detach(counter, collection: CustomersConstants.Collection);

        return numbers;
    }

    /// <summary>The numbers of a block, with <see langword="null"/> for those that are taken.</summary>
    private async Task<IEnumerable<(long Running, string? Number)>> FreeAsync(ISession session, CustomerNumberPattern pattern, long first, int count)
    {
        var year = clock.UtcNow.Year;
        var block = Enumerable.Range(0, count).Select(index => (Running: first + index, Number: pattern.Format(first + index, year))).ToList();
        var claims = block.Select(entry => CustomerClaims.OnNumber(entry.Number)).ToArray();
        var rows = await session.QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(claims)).ListAsync();
        var taken = rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);

        return block.Select((entry, index) => (entry.Running, taken.Contains(claims[index]) ? null : entry.Number));
    }
}
