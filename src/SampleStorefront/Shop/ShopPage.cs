using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SampleStorefront.Assist;

namespace SampleStorefront.Shop;

/// <summary>A page of the shop. While somebody acts for a customer it asks before it is shown, and before it changes anything.</summary>
public abstract class ShopPage(Storefront shop) : PageModel
{
    /// <summary>For who helps; what the shop itself says is in the customer's language.</summary>
    private const string CouldNotAsk = "The shop could not ask whether this is allowed, so nothing was changed. Try again in a moment.";

    public Assistance Assistance => shop.Assistance;

    public AssistSession? Session => Assistance.Session;

    public Cart Cart => shop.Visitors.Current.Cart;

    public Money Money => shop.Money;

    public Texts T => shop.Texts;

    /// <summary>Why the last try came to nothing; it is shown beside what was tried.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the page says for whom one is shopping; each does, while it knows.</summary>
    public virtual bool ShowsSession => Session is not null;

    /// <summary>Pages about the session itself don't ask for it.</summary>
    protected virtual bool AsksForSession => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var outcome = AsksForSession && HttpMethods.IsGet(Request.Method) ? await Assistance.AskAsync() : AssistOutcome.Allowed;

        if (outcome == AssistOutcome.Allowed)
        {
            await next();
        }
        else
        {
            context.Result = outcome == AssistOutcome.Unknown ? RedirectToPage("/Over") : RedirectToPage("/Unavailable", new { to = Request.Path });
        }
    }

    /// <summary>Changes something, if it may be; whoever acts for a customer asks the admin first, which records it.</summary>
    /// <param name="subject">What is tried on, to show a refusal there.</param>
    protected async Task<IActionResult> ChangeAsync(AssistKind kind, string summary, string subject, Func<IActionResult> change)
    {
        var answer = await Assistance.TellAsync(new AssistAction(kind, summary, Cart.Reference));

        if (answer.Outcome == AssistOutcome.Allowed)
        {
            shop.Visitors.Keep();

            return change();
        }

        if (answer.Outcome == AssistOutcome.Unknown)
        {
            return RedirectToPage("/Over");
        }

        (Response.StatusCode, var why) = answer.Outcome switch
        {
            AssistOutcome.Refused => (StatusCodes.Status403Forbidden, answer.Text ?? "This is not allowed."),
            AssistOutcome.TooMany => (StatusCodes.Status429TooManyRequests, "These were too many changes at once. Wait a minute, and try again."),
            _ => (StatusCodes.Status503ServiceUnavailable, CouldNotAsk),
        };
        Refusal = new Refusal(subject, why);

        return Page();
    }
}

/// <summary>Why something was not done.</summary>
/// <param name="Subject">What was tried on.</param>
public sealed record Refusal(string Subject, string Text);
