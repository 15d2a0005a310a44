using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Transfer.Import;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>What a user of a site with so many customers waits for: pages of the list, one customer, a save; at rest, and while an import runs.</summary>
internal sealed class PagesSuite : IBenchSuite
{
    private const int Samples = 60;

    /// <summary>How many rows the import has that runs beside; it is stopped when the samples are there.</summary>
    private const int ImportRows = 200_000;

    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan BetweenLists = TimeSpan.FromMilliseconds(20);
    private static readonly ClaimsPrincipal Anybody = new();

    public string Name => "pages";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var site = await sites.OfAsync(options.Rows);
        report.Note("pages.data", $"{options.Rows:N0} customers with the hash {CustomerData.Hash(options.Rows)}");
        using var visitor = await Visitor.LogInAsync(site);

        await ListAsync(site, report, options);
        await FindAsync(site, report, options);
        await AddAsync(report, "pages.list", "the list over HTTP", () => visitor.GetAsync("/Admin/Customers"));
        var id = await site.InScopeAsync(async services => (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().Take(1).FirstOrDefaultAsync()).ContentItemId);
        await AddAsync(report, "pages.customer", "a customer over HTTP", () => visitor.GetAsync($"/Admin/Customers/{id}"));
        var number = 0;
        await AddAsync(report, "pages.save", "a save", () => SaveAsync(site, id, ++number));
        await BesideImportAsync(site, report, options, id);
    }

    /// <summary>Pages far from the first next to the first, and what the first takes when nobody knows the total yet.</summary>
    private static async Task ListAsync(BenchSite site, BenchReport report, BenchOptions options)
    {
        var middle = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().OrderBy(index => index.ContactName).Skip(site.Rows / 2).Take(1).ListAsync()).Single().ContentItemId);

        foreach (var (name, position) in new (string, CustomerPosition)[] { ("middle", new CustomerPosition.After(middle)), ("last", CustomerPosition.Last) })
        {
            var duel = await Duel.FightAsync(() => PageAsync(site, position, forget: false), () => PageAsync(site, new CustomerPosition.Numbered(1), forget: false), options.Rounds);
            report.Add($"pages.{name}.ms", duel.First, $"ms for the {name} page");
            report.Add($"pages.{name}.ratio", duel.Ratio, "times the first page");
        }

        var total = await SampleAsync(() => PageAsync(site, new CustomerPosition.Numbered(1), forget: true));
        report.Add("pages.total.ms", Duel.Median(total), "ms for the first page with a total that nobody knows yet, median");
    }

    private static Task<TimeSpan> PageAsync(BenchSite site, CustomerPosition position, bool forget) => site.InScopeAsync(async services =>
    {
        if (forget)
        {
            ((MemoryCache)services.GetRequiredService<IMemoryCache>()).Clear();
        }

        var finder = services.GetRequiredService<ICustomerFinder>();
        var start = Stopwatch.GetTimestamp();
        var page = await finder.FindAsync(new CustomerQuery { Position = position }, Anybody);

        return page.Customers.Count > 0 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException("The page is empty.");
    });

    private static async Task FindAsync(BenchSite site, BenchReport report, BenchOptions options)
    {
        long from = options.Rows / 2;
        var rows = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>(index => index.DocumentId > from).OrderBy(index => index.DocumentId).Take(Samples + 10).ListAsync()).ToList());
        var next = 0;

        await AddAsync(report, "pages.id", "a customer by its id", () => LookUpAsync(site, services => services.GetRequiredService<ICustomerManager>().FindAsync(Next().ContentItemId)));
        await AddAsync(report, "pages.id.raw", "the same by plain SQL", () => ReadRawAsync(site, Next().ContentItemId));
        await AddAsync(report, "pages.number", "a customer by its number", () => ByNumberAsync(site, Next().Number));
        await AddAsync(report, "pages.email", "a customer by its e-mail address", () => ByEmailAsync(site, Next().Email));

        CustomerIndex Next() => rows[next++ % rows.Count];
    }

    private static async Task<TimeSpan> ReadRawAsync(BenchSite site, string contentItemId)
    {
        await using var connection = site.NewConnection();
        var start = Stopwatch.GetTimestamp();
        await connection.OpenAsync();
        await using var command = ListTwin.Command(connection, ListTwin.Documents + " where i.\"ContentItemId\" = @id", ("@id", contentItemId));
        await using var reader = await command.ExecuteReaderAsync();
        _ = await reader.ReadAsync() ? reader.GetString(2) : throw new InvalidOperationException("The customer was not found.");

        return Stopwatch.GetElapsedTime(start);
    }

    private static Task<TimeSpan> ByNumberAsync(BenchSite site, string number)
        => LookUpAsync(site, services => QueryAsync(services, session => session.Query<ContentItem, CustomerIndex>(index => index.Number == number)));

    private static Task<TimeSpan> ByEmailAsync(BenchSite site, string email)
        => LookUpAsync(site, services => QueryAsync(services, session => session.Query<ContentItem, CustomerIndex>(index => index.Email == email)));

    private static async Task<ContentItem?> QueryAsync(IServiceProvider services, Func<ISession, IQuery<ContentItem, CustomerIndex>> query)
    {
        var asked = query(services.GetRequiredService<ISession>());
        asked.NoDuplicates();

        return await asked.FirstOrDefaultAsync() is { } customer ? await services.GetRequiredService<IContentManager>().LoadAsync(customer) : null;
    }

    private static Task<TimeSpan> LookUpAsync(BenchSite site, Func<IServiceProvider, Task<ContentItem?>> find) => site.InScopeAsync(async services =>
    {
        var start = Stopwatch.GetTimestamp();

        return await find(services) is not null ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException("The customer was not found.");
    });

    /// <summary>From the question to the commit, as a request does it.</summary>
    private static async Task<TimeSpan> SaveAsync(BenchSite site, string id, int number)
    {
        var start = Stopwatch.GetTimestamp();
        await site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id) ?? throw new InvalidOperationException("The customer is gone.");
            customer.Alter<CustomerPart>(part => part.Company = string.Create(CultureInfo.InvariantCulture, $"Saved {number}"));
            var saved = await manager.UpdateAsync(customer);

            return saved.Succeeded ? saved : throw new InvalidOperationException(string.Join(' ', saved.Errors.Select(error => error.Message.Value)));
        });

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task BesideImportAsync(BenchSite site, BenchReport report, BenchOptions options, string id)
    {
        var user = await BenchImport.UserAsync(site.Site);
        var file = await BenchImport.WriteAsync(options.Rows + 1, ImportRows);
        var import = await BenchImport.StartAsync(site.Site, user, file, new() { OnDuplicate = DuplicateAction.CreateNew });
        File.Delete(file);
        using var enough = new CancellationTokenSource();
        var work = BenchImport.RunAsync(site.Site, import, enough.Token);
        using var saved = new CancellationTokenSource();
        var lists = ListUntilAsync(site, saved.Token);
        var saves = new List<double>();

        for (var number = 0; number < Samples; number++)
        {
            saves.Add((await SaveAsync(site, id, 1_000 + number)).TotalMilliseconds);
            await Task.Delay(BetweenSaves);
        }

        var isStillRunning = !work.IsCompleted;
        await saved.CancelAsync();
        var listed = await lists;
        await enough.CancelAsync();
        await work;

        if (!isStillRunning)
        {
            throw new InvalidOperationException("The import had ended before the last sample.");
        }

        Report(report, "pages.busy.save", "a save while an import runs", saves);
        Report(report, "pages.busy.list", "the data of the list meanwhile", listed);
    }

    private static async Task<List<double>> ListUntilAsync(BenchSite site, CancellationToken cancellationToken)
    {
        var times = new List<double>();

        while (!cancellationToken.IsCancellationRequested)
        {
            times.Add((await PageAsync(site, new CustomerPosition.Numbered(1), forget: false)).TotalMilliseconds);
            await Task.Delay(BetweenLists, CancellationToken.None);
        }

        return times;
    }

    private static async Task AddAsync(BenchReport report, string metric, string what, Func<Task<TimeSpan>> operation) => Report(report, metric, what, await SampleAsync(operation));

    private static void Report(BenchReport report, string metric, string what, List<double> times)
    {
        report.Add($"{metric}.ms", Duel.Median(times), $"ms for {what}, median");
        report.Add($"{metric}.p95.ms", times.Order().ElementAt((int)(times.Count * 0.95)), $"ms for {what}, 95 of 100");
    }

    private static async Task<List<double>> SampleAsync(Func<Task<TimeSpan>> operation)
    {
        for (var warmUp = 0; warmUp < 10; warmUp++)
        {
            await operation();
        }

        var times = new List<double>();

        for (var sample = 0; sample < Samples; sample++)
        {
            times.Add((await operation()).TotalMilliseconds);
        }

        return times;
    }
}
