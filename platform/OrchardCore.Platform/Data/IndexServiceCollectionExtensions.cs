using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YesSql.Indexes;

namespace OrchardCore.Data;

public static class IndexServiceCollectionExtensions
{
    public static IServiceCollection AddIndexProvider<TIndexProvider>(this IServiceCollection services)
        where TIndexProvider : class, IIndexProvider
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IIndexProvider, TIndexProvider>());
        return services;
    }

    public static IServiceCollection AddScopedIndexProvider<TScopedIndexProvider>(this IServiceCollection services)
        where TScopedIndexProvider : class, IScopedIndexProvider
    {
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IScopedIndexProvider, TScopedIndexProvider>());
        return services;
    }
}

/// <summary>An index provider with an instance per scope, which the session of that scope has besides those of the store.</summary>
public interface IScopedIndexProvider : IIndexProvider
{
}
