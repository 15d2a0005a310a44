namespace OrchardCore.Customers.Bench.Measuring;

/// <summary>
/// Compares two operations in the same minute. A round runs them in the order A B B A, so that whatever else the machine
/// does meets both; each round gives a ratio of medians, and the median of the rounds' ratios counts.
/// </summary>
/// <param name="Ratio">A divided by B.</param>
/// <param name="First">The median of A, in milliseconds.</param>
/// <param name="Second">The median of B, in milliseconds.</param>
internal sealed record Duel(double Ratio, double First, double Second)
{
    private const int MinSamples = 5;
    private const int MaxSamples = 150;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Block = TimeSpan.FromMilliseconds(400);

    /// <param name="first">Runs A once and says how long it took.</param>
    /// <param name="second">Runs B once and says how long it took.</param>
    /// <param name="rounds">How many ratios are made.</param>
    public static async Task<Duel> FightAsync(Func<Task<TimeSpan>> first, Func<Task<TimeSpan>> second, int rounds)
    {
        await RepeatAsync(first, WarmUp, MaxSamples * 2);
        await RepeatAsync(second, WarmUp, MaxSamples * 2);
        var (ratios, firsts, seconds) = (new List<double>(), new List<double>(), new List<double>());

        for (var round = 0; round < rounds; round++)
        {
            var a = await RepeatAsync(first, Block, MaxSamples);
            var b = await RepeatAsync(second, Block, MaxSamples);
            b.AddRange(await RepeatAsync(second, Block, MaxSamples));
            a.AddRange(await RepeatAsync(first, Block, MaxSamples));

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

    /// <summary>Runs an operation for a time, at least and at most so often, and returns the milliseconds of each.</summary>
    private static async Task<List<double>> RepeatAsync(Func<Task<TimeSpan>> operation, TimeSpan time, int atMost)
    {
        var samples = new List<double>();
        var spent = TimeSpan.Zero;

        while (samples.Count < MinSamples || (spent < time && samples.Count < atMost))
        {
            var elapsed = await operation();
            samples.Add(elapsed.TotalMilliseconds);
            spent += elapsed;
        }

        return samples;
    }
}
