using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Assist;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>What is about to be bought, and the order.</summary>
public sealed class CartModel(Storefront shop) : ShopPage(shop)
{
    /// <summary>Where things go unless somebody says otherwise.</summary>
    public AssistAddress Preferred(IReadOnlyList<AssistAddress> addresses)
        => addresses.FirstOrDefault(address => address.IsShipping) ?? addresses.FirstOrDefault(address => address.IsDefault) ?? addresses[0];

    public async Task<IActionResult> OnPostAsync(string? id, int count)
    {
        // Of what is so already, as when it is sent twice, nobody has to be asked.
        if (Products.Find(id) is not { } product || count is < 0 or > Cart.MaxCount || count == Cart.CountOf(product.Id))
        {
            return RedirectToPage();
        }

        var summary = count == 0 ? $"Without {product.Name}" : $"{count} × {product.Name}";

        return await ChangeAsync(AssistKind.Cart, summary, product.Id, () =>
        {
            Cart.Set(product, count);

            return RedirectToPage();
        });
    }

    /// <summary>An address that is not one of the customer's is nobody's: then it is the preferred one.</summary>
    public async Task<IActionResult> OnPostOrderAsync(string? address)
    {
        if (Cart.Lines is not { Count: > 0 } lines)
        {
            return RedirectToPage();
        }

        var things = string.Join(", ", lines.Select(line => $"{line.Count} × {line.Product.Name}"));
        var target = Assistance.Last is { Customer.Addresses: { Count: > 0 } addresses } ? addresses.FirstOrDefault(known => known.Id == address) ?? Preferred(addresses) : null;
        var summary = $"{things}: {Money.Write(Cart.Total(Money))}" + (target is null ? "" : $", to {string.Join(", ", target.Lines)}");

        return await ChangeAsync(AssistKind.Order, summary, "order", () =>
        {
            Cart.Clear();

            return RedirectToPage("/Thanks");
        });
    }
}
