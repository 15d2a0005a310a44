using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>Something that is measured; its metrics begin with its name and a dot.</summary>
internal interface IBenchSuite
{
    string Name { get; }

    Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report);
}
