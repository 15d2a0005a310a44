using System.Reflection;
using System.Runtime.Loader;
using Xunit;

namespace Platform.Tests.Api;

/// <summary>
/// Holds the platform to the API of what it stands in for. A type may have fewer members than the real one, a property
/// fewer accessors, and a type may be fewer other types; whatever it has must be there, to the last parameter name.
/// So code that calls the platform compiles on the real packages, while code that implements its interfaces may not: the
/// build with UseOrchardCorePackages=true finds that out.
/// </summary>
public sealed class PlatformApiTests
{
    /// <summary>
    /// By reference: the assemblies of the platform that it is about, and how the names of the real ones begin. A type is looked
    /// for by its full name alone, since the platform has fewer assemblies than Orchard Core.
    /// </summary>
    private static readonly Dictionary<string, (string[] Platform, string Real)> Subjects = new()
    {
        ["yessql-5.4.7.txt"] = (["YesSql"], "YesSql"),
        ["orchardcore-3.0.0.txt"] = (["OrchardCore.Platform", "OrchardCore.DisplayManagement", "OrchardCore.ResourceManagement"], "OrchardCore"),
    };

    private static bool IsPlatform => typeof(global::YesSql.ISession).Assembly.GetName().Name == "YesSql";

    public static TheoryData<string> References => [.. Subjects.Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void ThePlatformHasOnlyWhatTheRealThingHas(string reference)
    {
        Assert.SkipUnless(IsPlatform, "Runs on the platform.");

        var known = Read(reference).ToHashSet(StringComparer.Ordinal);
        string[] added = [.. PlatformApi(reference).SelectMany(lines => lines).Where(line => !known.Contains(line))];

        Assert.True(added.Length == 0, $"Not in {reference}:\n" + string.Join('\n', added));
    }

    [Theory]
    [MemberData(nameof(References))]
    public void TheReferenceIsWhatTheRealThingHas(string reference)
    {
        Assert.SkipWhen(IsPlatform, "Runs on the real packages.");

        var types = Read(reference).Select(ApiPrinter.TypeOf).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(RealLines(reference, types, AppContext.BaseDirectory, AssemblyLoadContext.Default), Read(reference));
    }

    /// <summary>
    /// Writes the references anew into the output directory, for the types that the platform has now. It runs only when it
    /// is asked for: on the platform, with <c>REAL_ASSEMBLIES</c> naming a directory that has the real assemblies (such as
    /// the output of this project built with the real packages), as <c>-explicit only -method "*WritesTheReferences"</c>.
    /// </summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(References))]
    public void WritesTheReferences(string reference)
    {
        var directory = Environment.GetEnvironmentVariable("REAL_ASSEMBLIES");
        Assert.SkipWhen(string.IsNullOrEmpty(directory), "REAL_ASSEMBLIES names no directory.");

        var context = new AssemblyLoadContext("real");
        context.Resolving += (_, name) => Path.Combine(directory, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        var types = PlatformApi(reference).Select(lines => lines.Key).ToHashSet(StringComparer.Ordinal);
        var notice = File.ReadLines(PathOf(reference)).TakeWhile(IsNotice);

        File.WriteAllLines(PathOf(reference), [.. notice, .. RealLines(reference, types, directory, context)]);
    }

    private static ILookup<string, string> PlatformApi(string reference) => ApiPrinter.Print(Subjects[reference].Platform.Select(Assembly.Load));

    private static IEnumerable<string> RealLines(string reference, HashSet<string> types, string directory, AssemblyLoadContext context)
    {
        var files = Directory.GetFiles(Path.GetFullPath(directory), Subjects[reference].Real + "*.dll");
        var api = ApiPrinter.Print(files.Select(context.LoadFromAssemblyPath));
        return types.Order(StringComparer.Ordinal).SelectMany(type => api[type].Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Read(string reference) => File.ReadLines(PathOf(reference)).SkipWhile(IsNotice);

    private static bool IsNotice(string line) => line.StartsWith('#');

    private static string PathOf(string reference) => Path.Combine(AppContext.BaseDirectory, "Api", "reference", reference);
}
