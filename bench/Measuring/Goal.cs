using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Measuring;

/// <summary>A gate: a metric, and what it must not exceed.</summary>
/// <param name="Metric">Its name begins with its suite, and a dot.</param>
/// <param name="Op"><c>&lt;=</c> or <c>&gt;=</c>.</param>
/// <param name="Database">The only database it is about; <see langword="null"/> when it is about each.</param>
internal sealed record Goal(string Id, string Metric, string Op, double Limit, TestSiteDatabase? Database = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    public string Suite => Metric.Split('.')[0];

    public bool IsMetBy(double value) => Op switch
    {
        "<=" => value <= Limit,
        ">=" => value >= Limit,
        _ => throw new InvalidOperationException($"The goal {Id} has an unknown operator: {Op}"),
    };

    public static async Task<IReadOnlyList<Goal>> ReadAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "goals.json"));

        return await JsonSerializer.DeserializeAsync<List<Goal>>(file, Json) ?? [];
    }
}
