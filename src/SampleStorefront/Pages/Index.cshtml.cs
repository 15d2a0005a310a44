using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Assist;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>All that there is to buy.</summary>
public sealed class IndexModel(Storefront shop) : ShopPage(shop)
{
    private (string Id, int Count)? _tried;

    /// <summary>How many were asked for, when they could not be had.</summary>
    public int? Tried(Product product) => _tried is { } tried && tried.Id == product.Id ? tried.Count : null;

    public async Task<IActionResult> OnPostAsync(string? id, int count)
    {
        if (Products.Find(id) is not { } product || count is < 1 or > Cart.MaxCount)
        {
            return RedirectToPage();
        }

        _tried = (product.Id, count);

        return await ChangeAsync(AssistKind.Cart, $"{count} × {product.Name}", product.Id, () =>
        {
            Cart.Set(product, Cart.CountOf(product.Id) + count);

            return RedirectToPage("/Index", pageHandler: null, routeValues: null, fragment: product.Id);
        });
    }
}
