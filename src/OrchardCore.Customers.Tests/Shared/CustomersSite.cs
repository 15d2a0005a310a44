using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>A site with the module, without customers.</summary>
internal static class CustomersSite
{
    public static Task<TestSite> StartAsync(TestSiteDatabase database, params string[] steps)
        => TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers], steps);
}
