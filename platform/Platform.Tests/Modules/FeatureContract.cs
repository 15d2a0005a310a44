using Microsoft.Extensions.DependencyInjection;
using Platform.Tests.Features;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Modules;

/// <summary>Which startups make a site, and in which order.</summary>
public sealed class FeatureContract
{
    [Fact]
    public Task AFeatureComesWithThoseItDependsOnAndAfterThem()
        => AssertStartedAsync([FeatureNames.Extra], [FeatureNames.Base, FeatureNames.Things, "Things with extra", FeatureNames.Extra]);

    [Fact]
    public Task WhatRequiresFeaturesWaitsForAllOfThem()
        => AssertStartedAsync([FeatureNames.Things], [FeatureNames.Base, FeatureNames.Things]);

    [Fact]
    public Task AFeatureThatNobodyHasIsIgnored()
        => AssertStartedAsync([FeatureNames.Base, "Nobody.Has.This"], [FeatureNames.Base]);

    [Fact]
    public Task AStepMayEnableMore()
        => AssertStartedAsync(
            [FeatureNames.Base],
            [FeatureNames.Base, FeatureNames.Things, "Things with both", "Things with extra", FeatureNames.Broken, FeatureNames.Extra],
            $$"""{ "name": "feature", "enable": [ "{{FeatureNames.Extra}}" ] }""",
            $$"""{ "name": "Feature", "enable": [ "{{FeatureNames.Broken}}" ] }""");

    private static async Task AssertStartedAsync(string[] features, string[] expected, params string[] steps)
    {
        await using var site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, features, steps);

        Assert.Equal(expected, await StartedAsync(site));

        await site.RestartAsync();

        Assert.Equal(expected, await StartedAsync(site));
    }

    /// <summary>In the order of their features; the startups of one feature come in any order.</summary>
    private static Task<string[]> StartedAsync(TestSite site) => site.InScopeAsync(services =>
    {
        var names = services.GetServices<StartedFeature>().Select(started => started.Name).ToList();
        var things = names.FindIndex(IsOfThings);
        var ordered = names.Where(IsOfThings).Order(StringComparer.Ordinal).ToList();

        return Task.FromResult(things < 0 ? [.. names] : (string[])[.. names[..things], .. ordered, .. names[(things + ordered.Count)..]]);
    });

    private static bool IsOfThings(string name) => name == FeatureNames.Things || name.StartsWith("Things with", StringComparison.Ordinal);
}
