using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>An order was taken.</summary>
public sealed class ThanksModel(Storefront shop) : ShopPage(shop);
