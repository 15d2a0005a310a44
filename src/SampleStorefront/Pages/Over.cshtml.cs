using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>The session was not ended here.</summary>
public sealed class OverModel(Storefront shop) : ShopPage(shop)
{
    protected override bool AsksForSession => false;
}
