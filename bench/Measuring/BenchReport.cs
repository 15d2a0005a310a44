using System.Globalization;
using System.Text.Json;

namespace OrchardCore.Customers.Bench.Measuring;

/// <summary>What was measured, and how it stands to the goals.</summary>
internal sealed class BenchReport(BenchOptions options)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private readonly DateTime _started = DateTime.UtcNow;
    private readonly Dictionary<string, double> _metrics = [];
    private readonly Dictionary<string, string> _facts = [];
    private readonly List<string> _failures = [];

    /// <summary>A figure under a name such as <c>list.first.ratio</c>; goals are about these.</summary>
    public void Add(string metric, double value, string unit)
    {
        _metrics[metric] = Math.Round(value, 4);
        Console.WriteLine($"  {metric,-32} {Text(value),10} {unit}");
    }

    /// <summary>What has to be known to read the figures: the data's hash, a query plan.</summary>
    public void Note(string fact, string text)
    {
        _facts[fact] = text;
        Console.WriteLine($"  {fact}: {text}");
    }

    /// <summary>What went wrong besides a missed goal.</summary>
    public void Fail(string what) => _failures.Add(what);

    /// <summary>Judges, writes the file that was asked for, and says how it stands in one line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> FinishAsync(IReadOnlyList<Goal> goals)
    {
        var gates = goals.Where(goal => options.Suites.Contains(goal.Suite) && (goal.Database ?? options.Database) == options.Database).Select(Judge).ToList();
        var missed = gates.Count(gate => !gate.Met);

        foreach (var gate in gates)
        {
            Console.WriteLine($"{(gate.Met ? "met" : "MISSED"),-6} {gate.Goal.Id}: {gate.Goal.Metric} {(gate.Value is { } value ? Text(value) : "not measured")} (limit {gate.Goal.Op} {Text(gate.Goal.Limit)})");
        }

        if (options.Out.Length > 0)
        {
            await File.WriteAllTextAsync(options.Out, JsonSerializer.Serialize(
                new { started = _started, database = options.Database.ToString(), options.Rows, options.Rounds, facts = _facts, metrics = _metrics, gates, failures = _failures }, Indented));
        }

        Console.WriteLine($"bench {options.Database} {options.Rows:N0}: {gates.Count - missed} gates met, {missed} missed{string.Concat(_failures.Select(failure => ", " + failure))}");

        return missed == 0 && _failures.Count == 0 ? 0 : 1;
    }

    private Gate Judge(Goal goal)
        => _metrics.TryGetValue(goal.Metric, out var value) ? new(goal, value, goal.IsMetBy(value)) : new(goal, null, Met: false);

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record Gate(Goal Goal, double? Value, bool Met);
}
