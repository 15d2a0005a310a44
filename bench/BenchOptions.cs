using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions
{
    public TestSiteDatabase Database { get; private init; }

    public int Rows { get; private init; } = 100_000;

    public int Rounds { get; private init; } = 3;

    public IReadOnlyList<string> Suites { get; private init; } = [];

    /// <summary>The folder of a SQLite site that an earlier run has loaded and left; it is changed. Without one, each run loads its own.</summary>
    public string Site { get; private init; } = "";

    /// <summary>Where the folder of the loaded SQLite site is copied to, for later runs; nowhere when it is empty.</summary>
    public string Keep { get; private init; } = "";

    /// <summary>A file for the result as JSON; none when it is empty.</summary>
    public string Out { get; private init; } = "";

    public static bool TryParse(string[] args, string[] suites, [NotNullWhen(true)] out BenchOptions? options, out string error)
    {
        options = null;
        error = $"usage: run [--db sqlite|postgres] [--rows 250|100k|1M] [--suite {string.Join(',', suites)}] [--rounds 3] [--keep folder] [--site folder] [--out result.json]";

        if (args.Length % 2 != 1 || args[0] != "run")
        {
            return false;
        }

        var parsed = new BenchOptions { Suites = suites };

        foreach (var pair in args.Skip(1).Chunk(2))
        {
            if (parsed.With(pair[0], pair[1], suites) is not { } next)
            {
                error = $"{pair[0]} {pair[1]} is not understood.\n{error}";
                return false;
            }

            parsed = next;
        }

        if (parsed.Database != TestSiteDatabase.Sqlite && parsed.Site.Length + parsed.Keep.Length > 0)
        {
            error = $"--keep and --site copy files: they are for SQLite.\n{error}";
            return false;
        }

        options = parsed;
        return true;
    }

    private BenchOptions? With(string name, string value, string[] suites) => name switch
    {
        "--db" when Enum.TryParse<TestSiteDatabase>(value, ignoreCase: true, out var database) => this with { Database = database },
        "--rows" when Number(value) is >= 1 and var rows => this with { Rows = rows },
        "--rounds" when Number(value) is >= 1 and var rounds => this with { Rounds = rounds },
        "--suite" when value.Split(',') is var named && named.All(suites.Contains) => this with { Suites = named },
        "--site" => this with { Site = value },
        "--keep" => this with { Keep = value },
        "--out" => this with { Out = value },
        _ => null,
    };

    /// <summary>A number, <c>k</c> for thousands and <c>M</c> for millions.</summary>
    private static int? Number(string text)
    {
        var (digits, factor) = text[^1..] switch
        {
            "k" => (text[..^1], 1_000),
            "M" => (text[..^1], 1_000_000),
            _ => (text, 1),
        };

        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000_000 / factor ? number * factor : null;
    }
}
