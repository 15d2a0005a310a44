using OrchardCore.Customers.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared;

public sealed class NearestTextsTests
{
    private static readonly string[] Words = ["Germany", "Georgia", "Guinea", "Guinea-Bissau", "Papua New Guinea", "Guyana", "Guam", "DE", "DK"];

    [Theory]
    [InlineData("Germny", "Germany")]
    [InlineData("gremany", "Germany")]
    [InlineData("GÉRMANY", "Germany")]
    [InlineData("Guinee", "Guinea")]
    [InlineData("Guin", "Guinea,Guinea-Bissau")]
    [InlineData("Papua", "Papua New Guinea")]
    [InlineData("DX", "")]
    [InlineData("Switzerland", "")]
    [InlineData("", "")]
    public void WhatWasMeantIsNearest(string text, string nearest) => Assert.Equal(nearest, string.Join(',', NearestTexts.Find(text, Words, word => word)));

    [Fact]
    public void AtMostThreeAreFoundTheNearestFirst() => Assert.Equal(["north1", "north2", "north3"], NearestTexts.Find("north1", ["north2", "north3", "north4", "north1"], word => word));

    [Fact]
    public void ALongTextIsNoSlip() => Assert.Empty(NearestTexts.Find(new string('a', 5_000), [new string('a', 5_000)], word => word));
}
