using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using Xunit;
using YesSql.Indexes;

namespace Platform.Tests.Data;

/// <summary>How modules add index providers.</summary>
public sealed class IndexProviderContract
{
    [Fact]
    public void AProviderThatIsAddedTwiceIsThereOnce()
    {
        var services = new ServiceCollection();
        services.AddIndexProvider<StoreIndexes>().AddIndexProvider<StoreIndexes>();
        services.AddScopedIndexProvider<ScopeIndexes>().AddScopedIndexProvider<ScopeIndexes>();

        Assert.Equal(
            [(typeof(IIndexProvider), typeof(StoreIndexes), ServiceLifetime.Singleton), (typeof(IScopedIndexProvider), typeof(ScopeIndexes), ServiceLifetime.Scoped)],
            services.Select(service => (service.ServiceType, service.ImplementationType, service.Lifetime)));
    }

    private sealed class StoreIndexes : IndexProvider<ContentItem>
    {
        public override void Describe(DescribeContext<ContentItem> context)
        {
            // None are needed.
        }
    }

    private sealed class ScopeIndexes : IndexProvider<ContentItem>, IScopedIndexProvider
    {
        public override void Describe(DescribeContext<ContentItem> context)
        {
            // None are needed.
        }
    }
}
