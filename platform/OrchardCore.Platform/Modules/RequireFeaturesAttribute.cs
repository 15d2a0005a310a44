namespace OrchardCore.Modules;

/// <summary>A startup that counts only while all of these features are enabled.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class RequireFeaturesAttribute : Attribute
{
    public RequireFeaturesAttribute(params string[] featureNames) => RequiredFeatureNames = featureNames;

    internal IList<string> RequiredFeatureNames { get; }
}
