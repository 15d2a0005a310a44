using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Navigation;

public interface INavigationProvider
{
    internal ValueTask BuildNavigationAsync(NavigationBuilder builder);
}

public abstract class NamedNavigationProvider : INavigationProvider
{
    private protected NamedNavigationProvider()
    {
    }

    ValueTask INavigationProvider.BuildNavigationAsync(NavigationBuilder builder) => BuildAsync(builder);

    protected abstract ValueTask BuildAsync(NavigationBuilder builder);
}

/// <summary>Adds entries to the menu of the admin.</summary>
public abstract class AdminNavigationProvider : NamedNavigationProvider
{
    [SuppressMessage("Design", "MA0017", Justification = "Orchard's constructor is public.")]
    public AdminNavigationProvider()
    {
    }
}

public static class NavigationConstants
{
    public const string AdminMenuContentPosition = "1";
}

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddNavigationProvider<TProvider>(this IServiceCollection services)
        where TProvider : class, INavigationProvider
        => services.AddScoped<INavigationProvider, TProvider>();
}
