using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Modules;

/// <summary>The features a site has, those that others need first.</summary>
internal sealed class EnabledFeatures(FeatureCatalog catalog, IEnumerable<string> ids)
{
    private readonly IReadOnlyList<Feature> _features = catalog.WithDependencies(ids);
    private readonly Dictionary<Type, string> _types = [];

    public IEnumerable<string> Ids => _features.Select(feature => feature.Id);

    public IEnumerable<Module> Modules => _features.Select(feature => feature.Module).Distinct();

    /// <summary>Whether the feature a type belongs to is enabled, and all that it requires.</summary>
    public bool Includes(Type type)
    {
        var required = type.GetCustomAttribute<RequireFeaturesAttribute>()?.RequiredFeatureNames ?? [];

        return required.Append(catalog.FeatureOf(type)).All(id => _features.Any(feature => feature.Id == id));
    }

    /// <summary>The feature that has registered a service, or the one a type belongs to by itself.</summary>
    public string FeatureOf(Type type) => _types.TryGetValue(type, out var id) ? id : catalog.FeatureOf(type);

    /// <summary>Calls the startups of these features.</summary>
    /// <param name="services">What they add to; it gets the list of the startups as well.</param>
    /// <param name="host">The services of the application, for startups that need some.</param>
    public void AddServices(IServiceCollection services, IServiceProvider host)
    {
        var startups = CreateStartups(host);
        services.AddSingleton(startups);

        foreach (var startup in startups)
        {
            var count = services.Count;
            startup.ConfigureServices(services);

            foreach (var type in services.Skip(count).Where(service => !service.IsKeyedService).Select(service => service.ImplementationType).OfType<Type>())
            {
                _types.TryAdd(type, catalog.FeatureOf(startup.GetType()));
            }
        }
    }

    /// <summary>New startups of these features, in the order in which they are to be called.</summary>
    private IReadOnlyList<StartupBase> CreateStartups(IServiceProvider services)
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
