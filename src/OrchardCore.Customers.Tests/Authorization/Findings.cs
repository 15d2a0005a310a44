using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>What is wrong with the answers, all of it and not only the first.</summary>
internal sealed class Findings
{
    private const int Shown = 40;

    private readonly List<string> _findings = [];

    public void Expect(bool holds, string who, ModuleRoute route, string what, SitePage page)
    {
        if (!holds)
        {
            _findings.Add($"{who}, {route}, {what}: {(int)page.Status} {page.Location}");
        }
    }

    /// <summary>Nobody can tell the one from the other.</summary>
    /// <param name="asked">What was asked for, which the answers may repeat.</param>
    public void ExpectSame(string who, ModuleRoute route, string what, SitePage page, SitePage missing, params IEnumerable<string> asked)
    {
        var (one, other) = (page.Plain(asked), missing.Plain(asked));
        Expect(one == other, who, route, $"{what}, which differs from what is missing: {(one == other ? "" : Answers.Difference(one, other))}", page);
    }

    /// <param name="before">See <see cref="DatabaseContent"/>.</param>
    public void AddChanges(string who, IEnumerable<string> before, IEnumerable<string> after)
        => _findings.AddRange(after.Except(before).Select(table => $"{who} has changed {table}"));

    public void AssertNone() => Assert.True(_findings.Count == 0, $"{_findings.Count}\n{string.Join('\n', _findings.Take(Shown))}");
}
