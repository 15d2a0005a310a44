namespace OrchardCore.Modules.Manifest;

/// <summary>Declares a feature of a module.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public class FeatureAttribute : Attribute
{
    public virtual string Id { get; set; }

    public virtual string Name { get; set; }

    public virtual string Description { get; set; }

    public virtual string Category { get; set; }

    /// <summary>Ids of the features that are enabled with this one.</summary>
    public virtual string[] Dependencies { get; set; } = [];
}
