namespace OrchardCore.Modules.Manifest;

/// <summary>Names an assembly that an application references; the build writes one for each of them.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public class ModuleNameAttribute : Attribute
{
    public ModuleNameAttribute(string name) => Name = name;

    internal string Name { get; }
}
