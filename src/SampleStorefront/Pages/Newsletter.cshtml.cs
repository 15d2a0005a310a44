using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Assist;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>Something that only customers themselves agree to.</summary>
public sealed class NewsletterModel(Storefront shop) : ShopPage(shop)
{
    public bool IsDone { get; private set; }

    public Task<IActionResult> OnPostAsync() => ChangeAsync(AssistKind.Consent, "Newsletter", "newsletter", () =>
    {
        IsDone = true;

        return Page();
    });
}
