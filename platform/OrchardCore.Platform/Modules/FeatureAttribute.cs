namespace OrchardCore.Modules;

/// <summary>Says which feature a startup, a controller or a migration belongs to; without it, it belongs to the module's main feature.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class FeatureAttribute : Attribute
{
    public FeatureAttribute(string featureName) => FeatureName = featureName;

    internal string FeatureName { get; }
}
