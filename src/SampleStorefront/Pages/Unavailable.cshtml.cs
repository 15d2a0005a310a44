using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>The admin does not answer, so nobody knows whether the session still runs.</summary>
public sealed class UnavailableModel(Storefront shop) : ShopPage(shop)
{
    /// <summary>A page of this shop.</summary>
    public string To { get; private set; } = "/";

    public override bool ShowsSession => false;

    protected override bool AsksForSession => false;

    public void OnGet(string? to)
    {
        To = Url.IsLocalUrl(to) ? to! : "/";
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
