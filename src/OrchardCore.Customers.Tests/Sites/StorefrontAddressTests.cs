using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

[Seed("E27")]
public sealed class StorefrontAddressTests
{
    [Theory]
    [InlineData("https://shop.example.com", "https://shop.example.com")]
    [InlineData(" HTTPS://Shop.Example.com/ ", "https://shop.example.com")]
    [InlineData("https://shop.example.com:8443/de/", "https://shop.example.com:8443/de")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    public void AnAddressOfAStorefrontIsKeptWithoutASlashAtItsEnd(string typed, string kept)
    {
        Assert.True(StorefrontAddress.TryRead(typed, out var address));
        Assert.Equal(kept, address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("shop.example.com")]
    [InlineData("//shop.example.com")]
    [InlineData("/shop")]
    [InlineData("http://shop.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://169.254.169.254")]
    [InlineData("ftp://shop.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https:shop.example.com")]
    [InlineData("https://")]
    [InlineData("https://kim:secret@shop.example.com")]
    [InlineData("https://kim@shop.example.com")]
    [InlineData("https://shop.example.com#top")]
    [InlineData("https://shop.example.com?a=b")]
    [InlineData("https://shop.example.com\\@evil.example.com")]
    [InlineData("https://shop.example.com/a b")]
    public void WhatIsNoneIsRefused(string? typed) => Assert.False(StorefrontAddress.TryRead(typed, out _));

    [Theory]
    [InlineData("https://checkout.example.com", "https://checkout.example.com")]
    [InlineData("https://Checkout.example.com:443/", "https://checkout.example.com")]
    [InlineData("https://checkout.example.com:8443", "https://checkout.example.com:8443")]
    [InlineData("https://kasse.bücher.example", "https://kasse.xn--bcher-kva.example")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000")]
    [InlineData("http://checkout.example.com", null)]
    [InlineData("https://checkout.example.com/path", null)]
    [InlineData("https://checkout.example.com?x", null)]
    [InlineData("https://*.example.com", null)]
    [InlineData("*", null)]
    [InlineData("null", null)]
    public void AnOriginIsWrittenAsBrowsersSendIt(string typed, string? kept)
    {
        Assert.Equal(kept is not null, StorefrontAddress.TryReadOrigin(typed, out var origin));
        Assert.Equal(kept, origin);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/assist", true)]
    [InlineData("/assist?lang=de", true)]
    [InlineData("//evil.example.com", false)]
    [InlineData("/\\evil.example.com", false)]
    [InlineData("/a\\b", false)]
    [InlineData("assist", false)]
    [InlineData("https://evil.example.com", false)]
    [InlineData("/a b", false)]
    [InlineData("/a#b", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void APathStaysOnItsHost(string? path, bool isPath) => Assert.Equal(isPath, StorefrontAddress.IsPath(path));

    [Fact]
    public void TheOriginOfAStorefrontIsThatOfItsAddress()
    {
        Assert.Equal("https://shop.example.com", StorefrontAddress.OriginOf(new StoreSite { StorefrontUrl = "https://shop.example.com/de" }));
        Assert.Null(StorefrontAddress.OriginOf(new StoreSite()));
    }
}
