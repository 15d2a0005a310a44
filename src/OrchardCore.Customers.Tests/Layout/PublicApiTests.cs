using System.Text.RegularExpressions;
using Platform.Tests.Api;
using Xunit;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>
/// What others build on is changed on purpose only: every public type and member of Core stands in <c>PublicApi.txt</c> beside
/// this test. What records make of themselves, and what types are by Orchard's doing, is left out; so is the module, whose
/// types are public for controllers and views.
/// </summary>
public sealed partial class PublicApiTests
{
    private const string Approved = "src/OrchardCore.Customers.Tests/Layout/PublicApi.txt";

    private static string[] Actual
    {
        get
        {
            var types = ApiPrinter.Print([typeof(CustomerPart).Assembly]);

            return [.. types.SelectMany(lines => lines).Where(line => !OfRecords().IsMatch(line) && !OfOthers().IsMatch(line)).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void ThePublicApiIsAsApproved()
    {
        var file = Repository.PathOf(Approved);
        var approved = File.ReadAllLines(file);

        Assert.True(
            Actual.SequenceEqual(approved),
            $"If it is meant: -explicit only -method \"*WritesThePublicApi\", and read what that changes.\nNew:\n{Lines(Actual.Except(approved))}\nGone:\n{Lines(approved.Except(Actual))}");

        static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
    }

    [Fact(Explicit = true)]
    public void WritesThePublicApi() => File.WriteAllLines(Repository.PathOf(Approved), Actual);

    [GeneratedRegex(@"<Clone>\$|EqualityContract|\b(PrintMembers|Equals|GetHashCode|ToString|Deconstruct|op_Equality|op_Inequality)\(")]
    private static partial Regex OfRecords();

    [GeneratedRegex(@" \| is (?!OrchardCore\.Customers\b)")]
    private static partial Regex OfOthers();
}
