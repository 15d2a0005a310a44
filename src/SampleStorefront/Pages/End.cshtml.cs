using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Assist;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>Ends the session.</summary>
public sealed class EndModel(Storefront shop) : ShopPage(shop)
{
    /// <summary>Whether the admin knows it, too.</summary>
    public bool IsTold { get; private set; } = true;

    protected override bool AsksForSession => false;

    /// <summary>Only the button ends it.</summary>
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task OnPostAsync() => IsTold = await Assistance.EndAsync() is AssistOutcome.Allowed or AssistOutcome.Unknown;
}
