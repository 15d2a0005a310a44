using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SampleStorefront.Assist;

namespace SampleStorefront.Shop;

/// <summary>A page of the shop. While somebody acts for a customer it asks before it is shown, and before it changes anything.</summary>
public abstract class ShopPage(Storefront shop) : PageModel
{
    public Assistance Assistance => shop.Assistance;

    public AssistSession? Session => Assistance.Session;

    public Cart Cart => shop.Visitors.Current.Cart;

    public Money Money => shop.Money;

    public Texts T => shop.Texts;

    /// <summary>Why the last try came to nothing; it is shown beside what was tried.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Pages about the session itself don't ask for it, and so show nothing of it.</summary>
    protected virtual bool AsksForSession => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HandlerMethod?.HttpMethod ?? ""))
        {
            await shop.Visitors.TakeTurnAsync(() => next());
        }
        else if (AsksForSession && InsteadOf(await Assistance.AskAsync()) is { } instead)
        {
            context.Result = instead;
        }
        else
        {
            await next();
        }
    }

    /// <summary>Changes something, if it may be; whoever acts for a customer asks the admin first, which records it.</summary>
    /// <param name="subject">What is tried on, to show a refusal there.</param>
    protected async Task<IActionResult> ChangeAsync(AssistKind kind, string summary, string subject, Func<IActionResult> change)
    {
        var answer = await Assistance.TellAsync(new AssistAction(kind, summary, Cart.Reference));

        switch (answer.Outcome)
        {
            case AssistOutcome.Refused:
                return await RefuseAsync(StatusCodes.Status403Forbidden, subject, answer.Text ?? "This is not allowed.");
            case AssistOutcome.TooMany:
                return await RefuseAsync(StatusCodes.Status429TooManyRequests, subject, "These were too many changes at once. Wait a minute, and try again.");
            case var outcome when InsteadOf(outcome) is { } instead:
                return instead;
            default:
                shop.Visitors.Keep();

                return change();
        }
    }

    /// <summary>Says beside what was tried why it was not done. The page has the session on it, so it is asked for, as by any other way there.</summary>
    protected async Task<IActionResult> RefuseAsync(int status, string subject, string why)
    {
        if (InsteadOf(await Assistance.AskAsync()) is { } instead)
        {
            return instead;
        }

        (Response.StatusCode, Refusal) = (status, new Refusal(subject, why));

        return Page();
    }

    /// <summary>What is shown instead of a page, unless the admin has said yes.</summary>
    private IActionResult? InsteadOf(AssistOutcome outcome) => outcome switch
    {
        AssistOutcome.Allowed => null,
        AssistOutcome.Unknown => RedirectToPage("/Over"),
        _ => StatusCode(StatusCodes.Status503ServiceUnavailable),
    };
}

/// <summary>Why something was not done.</summary>
/// <param name="Subject">What was tried on.</param>
public sealed record Refusal(string Subject, string Text);
