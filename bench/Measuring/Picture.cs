using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OrchardCore.Customers.Bench.Measuring;

/// <summary>Draws time against the number of customers, both logarithmic, from the results of several runs: ours and raw, on each database.</summary>
internal static class Picture
{
    private const string Command = "draw";

    private const int Width = 460, Height = 300, Left = 60, Right = 20, Top = 34, Bottom = 44;

    private static readonly Panel[] Panels =
    [
        new("First page of the list", "ms", "list.first.ms", "list.first.raw.ms"),
        new("Search for a common word, by name", "ms", "list.common.ms", "list.common.raw.ms"),
        new("One customer by its id", "ms", "pages.id.ms", "pages.id.raw.ms"),
        new("Import of 1,000 rows", "ms", "import.rows", "import.raw.rows", IsRate: true),
    ];

    private static readonly (string Database, string Colour)[] Databases = [("Sqlite", "#0b5cad"), ("Postgres", "#b3541e")];

    /// <summary>Whether a picture is asked for, <c>draw picture.svg result.json ...</c>; then it is drawn.</summary>
    public static async Task<bool> IsAskedForAsync(string[] args)
    {
        if (args is not [Command, var picture, .. var results] || results.Length == 0)
        {
            return false;
        }

        var runs = new List<JsonNode>();

        foreach (var result in results)
        {
            runs.Add(JsonNode.Parse(await File.ReadAllTextAsync(result))!);
        }

        await File.WriteAllTextAsync(picture, Draw(runs));

        return true;
    }

    private static string Draw(List<JsonNode> runs)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width * 2}\" height=\"{(Height * 2) + 30}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n");
        text.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");

        foreach (var (index, panel) in Panels.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({index % 2 * Width},{index / 2 * Height})\">\n");
            Draw(text, panel, runs);
            text.Append("</g>\n");
        }

        DrawLegend(text);

        return text.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder text, Panel panel, List<JsonNode> runs)
    {
        var lines = (from database in Databases
                     from isRaw in new[] { false, true }
                     select (database.Colour, IsRaw: isRaw, Points: Points(runs, database.Database, isRaw ? panel.Raw : panel.Own, panel.IsRate))).Where(line => line.Points.Count > 0).ToList();
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"20\" font-weight=\"bold\">{panel.Title}, {panel.Unit}</text>\n");

        if (lines.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height / 2}\">not measured</text>\n");
            return;
        }

        var all = lines.SelectMany(line => line.Points).ToList();
        var (x, y) = (new Axis(all.Min(point => point.Rows), all.Max(point => point.Rows), Left, Width - Right), new Axis(all.Min(point => point.Time), all.Max(point => point.Time), Height - Bottom, Top));

        foreach (var power in y.Powers())
        {
            text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.Of(power):0.0}\" y2=\"{y.Of(power):0.0}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{y.Of(power) + 4:0.0}\" text-anchor=\"end\">{power:#,0.###}</text>\n");
        }

        foreach (var power in x.Powers())
        {
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x.Of(power):0.0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{power:#,0}</text>\n");
        }

        foreach (var line in lines)
        {
            var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{x.Of(point.Rows):0.0},{y.Of(point.Time):0.0}")));
            text.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{line.Colour}\" stroke-width=\"2\"{(line.IsRaw ? " stroke-dasharray=\"5 4\"" : "")}/>\n");

            foreach (var (rows, time) in line.Points)
            {
                text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x.Of(rows):0.0}\" cy=\"{y.Of(time):0.0}\" r=\"3\" fill=\"{line.Colour}\"/>\n");
            }
        }
    }

    private static void DrawLegend(StringBuilder text)
    {
        var x = Left;

        foreach (var (database, colour) in Databases)
        {
            foreach (var isRaw in new[] { false, true })
            {
                var name = $"{(database == "Sqlite" ? "SQLite" : "PostgreSQL")}, {(isRaw ? "raw SQL" : "the module")}";
                text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x}\" x2=\"{x + 30}\" y1=\"{(Height * 2) + 10}\" y2=\"{(Height * 2) + 10}\" stroke=\"{colour}\" stroke-width=\"2\"{(isRaw ? " stroke-dasharray=\"5 4\"" : "")}/><text x=\"{x + 36}\" y=\"{(Height * 2) + 14}\">{name}</text>\n");
                x += 210;
            }
        }
    }

    private static List<(double Rows, double Time)> Points(List<JsonNode> runs, string database, string metric, bool isRate) =>
    [
        .. from run in runs
           where (string?)run["database"] == database && run["metrics"]![metric] is not null
           let value = (double)run["metrics"]![metric]!
           let rows = (double)run["rows"]!
           orderby rows
           select (rows, isRate ? 1_000_000 / value : value),
    ];

    private sealed record Panel(string Title, string Unit, string Own, string Raw, bool IsRate = false);

    /// <summary>A logarithmic axis that goes as far as the powers of ten around its values.</summary>
    private sealed class Axis(double least, double most, double from, double to)
    {
        private readonly double _first = Math.Floor(Math.Log10(least) + 1e-9);
        private readonly double _last = Math.Ceiling(Math.Log10(most) - 1e-9) is var last && last > Math.Floor(Math.Log10(least) + 1e-9) ? last : Math.Floor(Math.Log10(least)) + 1;

        public double Of(double value) => from + ((Math.Log10(value) - _first) / (_last - _first) * (to - from));

        public IEnumerable<double> Powers()
        {
            for (var power = _first; power <= _last; power++)
            {
                yield return Math.Pow(10, power);
            }
        }
    }
}
