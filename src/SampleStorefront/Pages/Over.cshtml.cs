using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>The session was not ended here.</summary>
public sealed class OverModel(Storefront shop) : ShopPage(shop)
{
    public IActionResult OnGet() => Session is null ? Page() : RedirectToPage("/Index");
}
