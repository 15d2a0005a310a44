namespace OrchardCore.Modules.Manifest;

/// <summary>Makes an assembly a module. One that declares no feature is a feature itself.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false, Inherited = false)]
public class ModuleAttribute : FeatureAttribute
{
    public virtual string Author { get; set; }

    public virtual string Website { get; set; }

    public virtual string Version { get; set; }
}
