using System.Reflection;

namespace OrchardCore.Modules;

/// <summary>An assembly that is part of the application.</summary>
internal sealed class Module(Assembly assembly)
{
    /// <summary>The name of the assembly; also the area of its controllers and the folder of its files.</summary>
    public string Id { get; } = assembly.GetName().Name;

    public Assembly Assembly => assembly;

    public override string ToString() => Id;
}

/// <summary>Something that a site has or has not.</summary>
/// <param name="Id">What recipes call it.</param>
/// <param name="Module">The module that brings it.</param>
/// <param name="Dependencies">Ids of the features it needs.</param>
/// <param name="IsAlwaysEnabled">Whether a site can't do without.</param>
internal sealed record Feature(string Id, Module Module, IReadOnlyList<string> Dependencies, bool IsAlwaysEnabled = false);
