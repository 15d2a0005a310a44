using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Modules;

/// <summary>The features a site has, those that others need first.</summary>
internal sealed class EnabledFeatures(FeatureCatalog catalog, IEnumerable<string> ids)
{
    private readonly IReadOnlyList<Feature> _features = catalog.WithDependencies(ids);

    public IEnumerable<string> Ids => _features.Select(feature => feature.Id);

    public IEnumerable<Module> Modules => _features.Select(feature => feature.Module).Distinct();

    public FeatureCatalog Catalog => catalog;

    /// <summary>Whether the feature a type belongs to is enabled, and all that it requires.</summary>
    public bool Includes(Type type)
    {
        var required = type.GetCustomAttribute<RequireFeaturesAttribute>()?.RequiredFeatureNames ?? [];

        return required.Append(catalog.FeatureOf(type)).All(id => _features.Any(feature => feature.Id == id));
    }

    /// <summary>New startups of these features, in the order in which they are to be called.</summary>
    public IReadOnlyList<StartupBase> CreateStartups(IServiceProvider services)
    {
        var order = _features.Select((feature, index) => (feature.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

        return
        [
            .. Modules
                .SelectMany(module => module.Assembly.GetTypes())
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(StartupBase)) && Includes(type))
                .Select(type => (Feature: order[catalog.FeatureOf(type)], Startup: (StartupBase)ActivatorUtilities.CreateInstance(services, type)))
                .OrderBy(pair => pair.Startup.Order)
                .ThenBy(pair => pair.Feature)
                .Select(pair => pair.Startup),
        ];
    }
}
