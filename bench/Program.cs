using OrchardCore.Customers.Bench;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Bench.Suites;

if (await ExportAlone.IsAskedForAsync(args) || await Picture.IsAskedForAsync(args))
{
    return 0;
}

// Every suite there is; --suite picks some of them by name.
IBenchSuite[] suites = [new ListSuite(), new FiltersSuite(), new ExportSuite(), new SearchSuite(), new PagesSuite(), new CompaniesSuite(), new ImportSuite(), new StartSuite()];

if (!BenchOptions.TryParse(args, [.. suites.Select(suite => suite.Name)], out var options, out var error))
{
    Console.Error.WriteLine(error);
    return 2;
}

var report = new BenchReport(options);
await using var sites = new BenchSites(options);

foreach (var suite in suites.Where(suite => options.Suites.Contains(suite.Name)))
{
    Console.WriteLine($"Suite {suite.Name} on {options.Database} with {options.Rows:N0} customers, {options.Rounds} rounds");

    try
    {
        await suite.RunAsync(options, sites, report);
    }
    catch (Exception exception)
    {
        // Its gates are not measured then, which fails the run; the other suites still run.
        Console.Error.WriteLine($"Suite {suite.Name} ended early: {exception}");
        report.Fail($"suite {suite.Name} ended early");
    }
}

return await report.FinishAsync(await Goal.ReadAsync());
