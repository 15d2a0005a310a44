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
        var added = Math.Min(count, Cart.RoomFor(product));

        if (added == 0)
        {
            return await RefuseAsync(StatusCodes.Status400BadRequest, product.Id, $"There are {Cart.MaxCount} in the cart already, and no more of one thing fit.");
        }

        return await ChangeAsync(AssistKind.Cart, $"{added} × {product.Name}", product.Id, () =>
        {
            Cart.Set(product, Cart.CountOf(product.Id) + added);

            return RedirectToPage("/Index", pageHandler: null, routeValues: null, fragment: product.Id);
        });
    }
}
