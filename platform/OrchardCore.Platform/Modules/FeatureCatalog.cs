using System.Reflection;
using Microsoft.Extensions.Hosting;
using OrchardCore.Modules.Manifest;

namespace OrchardCore.Modules;

/// <summary>
/// The features of an application: those of the modules that the build has noted in its assembly, and one of its own.
/// The platform's assemblies are modules too.
/// </summary>
internal sealed class FeatureCatalog
{
    private readonly Dictionary<string, Feature> _features = [];
    private readonly Dictionary<Assembly, Module> _modules = [];

    public FeatureCatalog(IHostEnvironment environment)
    {
        var application = Assembly.Load(new AssemblyName(environment.ApplicationName));
        var assemblies = application.GetCustomAttributes<ModuleNameAttribute>()
            .Select(module => Assembly.Load(new AssemblyName(module.Name)))
            .Where(assembly => assembly.IsDefined(typeof(ModuleAttribute)));

        foreach (var assembly in assemblies.Prepend(typeof(FeatureCatalog).Assembly).Append(application).Distinct())
        {
            Add(new Module(assembly), isCore: assembly == application || assembly == typeof(FeatureCatalog).Assembly);
        }
    }

    public IEnumerable<Module> Modules => _modules.Values;

    /// <summary>These features and all they need, those that are needed first, else by their names. What does not exist is left out.</summary>
    public IReadOnlyList<Feature> WithDependencies(IEnumerable<string> ids)
    {
        var ordered = new List<Feature>();
        var visited = new HashSet<string>(StringComparer.Ordinal);

        foreach (var id in _features.Values.Where(feature => feature.IsAlwaysEnabled).Select(feature => feature.Id).Concat(ids.Order(StringComparer.Ordinal)))
        {
            Visit(id);
        }

        return ordered;

        void Visit(string id)
        {
            if (visited.Add(id) && _features.TryGetValue(id, out var feature))
            {
                foreach (var dependency in feature.Dependencies)
                {
                    Visit(dependency);
                }

                ordered.Add(feature);
            }
        }
    }

    public Module ModuleOf(Type type) => _modules.GetValueOrDefault(type.Assembly);

    /// <summary>The id of the feature that a type belongs to: that of its attribute, or the main one of its module.</summary>
    public string FeatureOf(Type type)
        => type.GetCustomAttribute<FeatureAttribute>(inherit: false)?.FeatureName ?? ModuleOf(type)?.Id;

    private void Add(Module module, bool isCore)
    {
        _modules.Add(module.Assembly, module);
        _features[module.Id] = new Feature(module.Id, module, [], isCore);

        foreach (var feature in module.Assembly.GetCustomAttributes<Manifest.FeatureAttribute>().Where(feature => feature is not ModuleAttribute))
        {
            _features[feature.Id] = new Feature(feature.Id, module, feature.Dependencies, isCore && feature.Id == module.Id);
        }
    }
}
