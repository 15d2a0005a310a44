using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public sealed class CustomerNumberPatternTests
{
    [Theory]
    [InlineData("C-{n:6}", 42, "C-000042")]
    [InlineData("C-{n:6}", 12345678, "C-12345678")]
    [InlineData("{n}", 7, "7")]
    [InlineData("{yyyy}/{n:4}", 7, "2026/0007")]
    [InlineData("{yyyy}-{yyyy}.{n:12}_x", 7, "2026-2026.000000000007_x")]
    public void TokensAreFilled(string text, long number, string formatted)
    {
        Assert.True(CustomerNumberPattern.TryParse(text, out var pattern));
        Assert.Equal(formatted, pattern.Format(number, 2026));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C-000001")]
    [InlineData("{yyyy}")]
    [InlineData("{n}{n}")]
    [InlineData("{n}-{n:6}")]
    [InlineData("{n:0}")]
    [InlineData("{n:13}")]
    [InlineData("{N}")]
    [InlineData("C {n}")]
    [InlineData("C-{n}é")]
    [InlineData("C-{n}{x}")]
    [InlineData("C-{n")]
    [InlineData("C-{n}\n")]
    [InlineData("12345678901234567890123456789012345678901234567890-{n}")]
    public void OtherPatternsAreRefused(string? text) => Assert.False(CustomerNumberPattern.TryParse(text, out _));

    [Fact]
    public void TheDefaultIsAPattern() => Assert.True(CustomerNumberPattern.TryParse(CustomerNumberPattern.Default, out _));
}
