using OrchardCore.Customers.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+354 555 0101", "tel:+3545550101")]
    [InlineData("(030) 23125-000", "tel:03023125000")]
    [InlineData("+49 30 23125 999 ext. 1234", "tel:+493023125999;ext=1234")]
    [InlineData("555.0100 x12", "tel:5550100;ext=12")]
    [InlineData("112", "tel:112")]
    [InlineData("+1/212/555/0100 #7", "tel:+12125550100;ext=7")]
    public void WhatPeopleWriteIsUnderstood(string text, string url) => Assert.Equal(url, PhoneNumber.Parse(text)?.ToUrl());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("call me")]
    [InlineData("555-CALL")]
    [InlineData("+1 234 567 890 123 456")]
    [InlineData("++1 555 0100")]
    [InlineData("555 0100 ext.")]
    [InlineData("<script>5550100</script>")]
    public void NonsenseIsNot(string? text) => Assert.Null(PhoneNumber.Parse(text));
}
