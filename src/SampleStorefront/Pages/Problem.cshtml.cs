using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>Something that is not there, or went wrong; what exactly, the log says.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel(Storefront shop) : ShopPage(shop)
{
    public string Title { get; private set; } = "";

    public string Hint { get; private set; } = "";

    /// <summary>The address is right, so it can be loaded again.</summary>
    public bool PassesByItself { get; private set; }

    protected override bool AsksForSession => false;

    public void OnGet(int? status) => Tell(status);

    public void OnPost(int? status) => Tell(status);

    private void Tell(int? status)
    {
        PassesByItself = status == StatusCodes.Status503ServiceUnavailable;
        (Title, Hint) = WordsOf(status);
    }

    private (string Title, string Hint) WordsOf(int? status) => status switch
    {
        StatusCodes.Status404NotFound => ("There is no such page", "The address may be mistyped, or the page is gone."),
        StatusCodes.Status400BadRequest => ("The shop could not read that", "The page may have been open for long. Go back, load it again, and repeat what you did."),
        StatusCodes.Status503ServiceUnavailable when Assistance.IsUnsure
            => ("The shop can't ask the admin", "It can't know whether the session still runs, so nothing was changed, and nothing of the customer's is shown for now."),
        StatusCodes.Status503ServiceUnavailable => ("Not now", "Try again in a moment."),
        _ => ("Something went wrong", "Nothing was changed. Try again in a moment."),
    };
}
