using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Lists;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// Every filter of the list with every sort, up and down: the first page with its total as nobody asked before, next to its raw
/// twin, and next to itself at ten thousand customers.
/// </summary>
internal sealed class FiltersSuite : IBenchSuite
{
    private const int FewRows = 10_000;

    /// <summary>The most that a list may take of its raw twin, and of itself among few.</summary>
    private const double MostOfRaw = 5, MostOfFew = 1.3;

    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(300);
    private static readonly ListReads Reads = new(Forgets: true);

    public string Name => "filters";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var few = await sites.OfAsync(FewRows);
        var many = await sites.OfAsync(options.Rows);
        var lists = new List<Measured>();

        foreach (var (list, same) in (await CasesAsync(many)).Zip(await CasesAsync(few)))
        {
            await ListReads.CompareAsync(many, list);
            var statements = await Reads.StatementsAsync(many, list);
            var raw = await Duel.FightAsync(() => Reads.FindAsync(many, list), () => ListReads.ReadRawAsync(many, list), 1, Length);
            await Reads.FindAsync(few, same);
            var growth = await Duel.FightAsync(() => Reads.FindAsync(many, list), () => Reads.FindAsync(few, same), 1, Length);
            lists.Add(new Measured(list.Name, raw.First, raw.Second, raw.Ratio, growth.Ratio, statements.Count));
        }

        report.Add("filters.lists", lists.Count, "filters with sorts");
        report.Add("filters.ms", Duel.Median(lists.Select(list => list.Ms)), "ms, median of the lists");
        report.Add("filters.slowest.ms", lists.Max(list => list.Ms), "ms of the slowest");
        report.Add("filters.raw.slowest.ms", lists.Max(list => list.Raw), "ms of the slowest by raw SQL");
        report.Add("filters.ratio", Duel.Median(lists.Select(list => list.Ratio)), "times raw SQL, median of the lists");
        report.Add("filters.ratio.over", lists.Count(list => list.Ratio > MostOfRaw), $"of them over {MostOfRaw}");
        report.Add("filters.statements", lists.Max(list => list.Statements), "SQL statements at most");
        report.Add("filters.growth", Duel.Median(lists.Select(list => list.Growth)), $"times {FewRows:N0}, median of the lists");
        report.Add("filters.growth.over", lists.Count(list => list.Growth > MostOfFew), $"of them over {MostOfFew}");
        report.Note("filters.slowest", Text(lists.OrderByDescending(list => list.Ms)));
        report.Note("filters.worst", Text(lists.OrderByDescending(list => list.Ratio)));
        report.Note("filters.grown", Text(lists.OrderByDescending(list => list.Growth)));
    }

    private static string Text(IEnumerable<Measured> lists)
        => string.Join("; ", lists.Take(25).Select(list => string.Create(CultureInfo.InvariantCulture, $"{list.Name} {list.Ms:0.0}/{list.Raw:0.0} ms, {list.Ratio:0.0} of raw, {list.Growth:0.0} of few, {list.Statements}")));

    private static async Task<List<ListCase>> CasesAsync(BenchSite site)
    {
        var number = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().OrderBy(index => index.Number).Skip(site.Rows / 2).Take(1).ListAsync()).Single().Number);

        return
        [
            .. from filter in Filters(site, number)
               from sort in Enum.GetValues<CustomerSort>()
               from down in new[] { false, true }
               select new ListCase(
                   $"{filter.Name} by {sort}{(down ? " down" : "")}",
                   new CustomerQuery { Filters = filter.Values, Sort = sort, Descending = down },
                   filter.Where,
                   OrderBy: $"\"{sort.Column()}\"{(down ? " desc" : "")}"),
        ];
    }

    /// <summary>Values that many customers have, and such that few have. The days are those of Auckland, where the test sites are.</summary>
    private static IEnumerable<Filter> Filters(BenchSite site, string number) =>
    [
        new("none", [], ""),
        Of("status", "Active", "i.\"Status\" = 'Active'"),
        Of("status", "Inactive", "i.\"Status\" = 'Inactive'"),
        Beginning("number", "Number", number[..^3]),
        Beginning("number", "Number", number[..2]),
        Beginning("id", "CustomId", "ERP-00001"),
        Beginning("id", "CustomId", "ERP-"),
        Beginning("firstname", "FirstName", "an"),
        Beginning("lastname", "LastName", "quast"),
        Beginning("lastname", "LastName", "s"),
        Beginning("company", "Company", "schneider"),
        Of("site", "de", "i.\"PreferredSite\" = 'de'"),
        Of("hold", "yes", "i.\"HoldUntilUtc\" > '2026-01-01 00:00:00'"),
        Of("hold", "no", "i.\"HoldUntilUtc\" <= '2026-01-01 00:00:00'"),
        Of("account", "yes", "i.\"HasAccount\" = true"),
        Of("account", "no", "i.\"HasAccount\" = false"),
        Of("created", "2023-01-02..2023-01-03", "i.\"CreatedUtc\" >= '2023-01-01 11:00:00' and i.\"CreatedUtc\" < '2023-01-03 11:00:00'"),
        Of("created", "2023-01-01..", "i.\"CreatedUtc\" >= '2022-12-31 11:00:00'"),
        Of("managedby", CustomerData.ManagerOf(3), $"i.\"ManagedBy\" = '{CustomerData.ManagerOf(3)}'"),
        Of("managedby", "nobody", "i.\"ManagedBy\" = ''"),
        Of("group", BenchSite.GroupCode, $"exists (select 1 from \"CustomerGroupMemberIndex\" m where m.\"DocumentId\" = i.\"DocumentId\" and m.\"GroupId\" = '{site.Group}')"),
        new("status and site", new() { ["status"] = "Active", ["site"] = "uk" }, "i.\"Status\" = 'Active' and i.\"PreferredSite\" = 'uk'"),
    ];

    private static Filter Of(string name, string value, string where) => new($"{name} {value}", new() { [name] = value }, where);

    /// <summary>By hand it is a range.</summary>
    private static Filter Beginning(string name, string column, string text)
    {
        var end = text[..^1] + (char)(text[^1] + 1);

        return new($"{name} {text}", new() { [name] = text }, $"i.\"{column}\" >= '{text}' and i.\"{column}\" < '{end}'");
    }

    private sealed record Filter(string Name, Dictionary<string, string> Values, string Where);

    private sealed record Measured(string Name, double Ms, double Raw, double Ratio, double Growth, int Statements);
}
