using System.Diagnostics;

namespace OrchardCore.Customers.Bench.Measuring;

/// <summary>
/// Compares two operations in the same minute. A round runs them in turns, in the order A B B A again and again, so that
/// whatever else the machine does meets both; each round gives a ratio of medians, and the median of the rounds' ratios
/// counts.
/// </summary>
/// <param name="Ratio">A divided by B.</param>
/// <param name="First">The median of A, in milliseconds.</param>
/// <param name="Second">The median of B, in milliseconds.</param>
internal sealed record Duel(double Ratio, double First, double Second)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    /// <param name="first">Runs A once and says how long it took.</param>
    /// <param name="second">Runs B once and says how long it took.</param>
    /// <param name="rounds">How many ratios are made.</param>
    public static async Task<Duel> FightAsync(Func<Task<TimeSpan>> first, Func<Task<TimeSpan>> second, int rounds)
    {
        // Long enough for the runtime to compile the hot paths for good.
        await RepeatAsync(first, [], WarmUp);
        await RepeatAsync(second, [], WarmUp);

        return await FightAsync(first, second, rounds, Round);
    }

    /// <summary>The same with operations that are compiled and warm, each round as short as that.</summary>
    public static async Task<Duel> FightAsync(Func<Task<TimeSpan>> first, Func<Task<TimeSpan>> second, int rounds, TimeSpan length)
    {
        var turn = TimeSpan.FromTicks(Math.Min(Turn.Ticks, length.Ticks / 20));
        var (ratios, firsts, seconds) = (new List<double>(), new List<double>(), new List<double>());

        for (var round = 0; round < rounds; round++)
        {
            var (a, b) = (new List<double>(), new List<double>());

            for (var clock = Stopwatch.StartNew(); clock.Elapsed < length;)
            {
                await RepeatAsync(first, a, turn);
                await RepeatAsync(second, b, turn);
                await RepeatAsync(second, b, turn);
                await RepeatAsync(first, a, turn);
            }

            ratios.Add(Median(a) / Median(b));
            firsts.Add(Median(a));
            seconds.Add(Median(b));
        }

        return new Duel(Median(ratios), Median(firsts), Median(seconds));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;

        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Runs an operation for a time, at least once, and adds the milliseconds of each run to the samples.</summary>
    private static async Task RepeatAsync(Func<Task<TimeSpan>> operation, List<double> samples, TimeSpan time)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            samples.Add((await operation()).TotalMilliseconds);

            if (clock.Elapsed >= time)
            {
                return;
            }
        }
    }
}
