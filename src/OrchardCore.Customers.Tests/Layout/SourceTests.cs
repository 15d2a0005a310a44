using System.Text.RegularExpressions;
using Xunit;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>What the sources look like, seen as text.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 300;

    /// <summary>Capabilities that come with the feature of another.</summary>
    private static readonly Dictionary<string, string> Parts = new() { ["Addresses"] = "Customers", ["Groups"] = "Customers" };

    public static TheoryData<string> Projects => ["src", "platform", "bench"];

    [Theory, MemberData(nameof(Projects))]
    public void NoFileHasMoreThan300Lines(string folder)
        => Assert.Empty(Files(folder, "*.cs", "*.cshtml", "*.css", "*.js").Where(file => File.ReadLines(file).Count() > MaxLines).Select(Repository.Relative));

    [Fact]
    public void RawSqlStandsInItsOwnFolderOnly()
        => Assert.Empty(Files("src", "*.cs")
            .Where(file => !Repository.Relative(file).Contains("Shared/Sql/", StringComparison.Ordinal) && !Repository.Relative(file).Contains(".Tests/", StringComparison.Ordinal))
            .Where(file => RawSql().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative));

    [Fact]
    public void NothingInTheModuleKnowsThePlatform()
        => Assert.Empty(Files("src", "*.cs", "*.cshtml", "*.csproj")
            .Where(file => !Repository.Relative(file).Contains(".Tests/", StringComparison.Ordinal))
            .Where(file => ConditionalCode().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative));

    /// <summary>Whoever builds a shop has the addresses of the module, and nothing else of it.</summary>
    [Fact]
    public void TheSampleStorefrontHasNothingOfTheModule()
        => Assert.Empty(Files("src/SampleStorefront", "*.cs", "*.cshtml", "*.csproj")
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("OrchardCore.", StringComparison.Ordinal) || text.Contains("<ProjectReference", StringComparison.Ordinal)))
            .Select(Repository.Relative));

    [Fact]
    public void AFeatureIsTheFolderItStandsIn()
    {
        var features = Files("src/OrchardCore.Customers", "*.cs")
            .SelectMany(file => FeatureName().Matches(File.ReadAllText(file)).Select(match => (Folder: Repository.Relative(file).Split('/')[2], Feature: match.Groups[1].Value)))
            .ToList();

        Assert.NotEmpty(features);
        Assert.All(features, feature => Assert.Equal(Parts.GetValueOrDefault(feature.Folder, feature.Folder), feature.Feature));
    }

    [Fact]
    public void ViewsShowTheirModelAndAskNoService()
        => Assert.Empty(Files("src/OrchardCore.Customers", "*.cshtml").Where(file => File.ReadAllText(file).Contains("@inject", StringComparison.Ordinal)).Select(Repository.Relative));

    [Fact]
    public void EveryTextOfAViewIsTranslatable()
        => Assert.Empty(Files("src/OrchardCore.Customers/Views", "*.cshtml")
            .SelectMany(file => PlainText().Matches(File.ReadAllText(file)).Select(match => $"{Repository.Relative(file)}: {match.Value.Trim()}")));

    [Fact]
    public void NoThirdPartyFileIsCommitted()
        => Assert.Empty(Files("src", "*.min.js", "*.min.css", "*.dll", "*.woff2").Concat(Files("platform", "*.min.js", "*.min.css", "*.dll", "*.woff2")).Select(Repository.Relative));

    [Fact]
    public void NothingIsLeftToDo()
        => Assert.Empty(Files("src", "*.cs", "*.cshtml").Concat(Files("platform", "*.cs", "*.cshtml"))
            .Where(file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(file => LeftOpen().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative));

    private static IEnumerable<string> Files(string folder, params string[] patterns)
        => patterns
            .SelectMany(pattern => Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories))
            .Where(file => !Repository.Relative(file).Contains("/App_Data/", StringComparison.Ordinal) && !Repository.Relative(file).Contains("/obj/", StringComparison.Ordinal) && !Repository.Relative(file).Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex("""(?i)"\s*(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|alter\s+table|create\s+(table|index))\b""")]
    private static partial Regex RawSql();

    [GeneratedRegex("""^\s*#if\b|platform/|Platform\.""", RegexOptions.Multiline)]
    private static partial Regex ConditionalCode();

    /// <summary>Words between tags that no localizer made.</summary>
    [GeneratedRegex("""(?<=>)\s*[A-Z][a-z]{2,}[a-z ,.]*(?=<)""")]
    private static partial Regex PlainText();

    [GeneratedRegex(@"\[Feature\(CustomersConstants\.Features\.(\w+)\)\]")]
    private static partial Regex FeatureName();

    [GeneratedRegex("NotImplementedException|\\bTODO\\b|\\bFIXME\\b|\\bHACK\\b|Skip *= *\"")]
    private static partial Regex LeftOpen();
}
