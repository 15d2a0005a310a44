using Microsoft.Extensions.DependencyInjection;
using YesSql.Indexes;

namespace OrchardCore.Data;

public static class IndexServiceCollectionExtensions
{
    public static IServiceCollection AddIndexProvider<TIndexProvider>(this IServiceCollection services)
        where TIndexProvider : class, IIndexProvider
        => services.AddSingleton<IIndexProvider, TIndexProvider>();

    public static IServiceCollection AddScopedIndexProvider<TScopedIndexProvider>(this IServiceCollection services)
        where TScopedIndexProvider : class, IScopedIndexProvider
        => services.AddScoped<IScopedIndexProvider, TScopedIndexProvider>();
}

/// <summary>An index provider with an instance per scope, which the session of that scope has besides those of the store.</summary>
public interface IScopedIndexProvider : IIndexProvider
{
}
