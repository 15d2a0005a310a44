using Microsoft.AspNetCore.Mvc;
using SampleStorefront.Assist;
using SampleStorefront.Shop;

namespace SampleStorefront.Pages;

/// <summary>Where the admin leads to: exchanges the code once, and goes on at an address without it.</summary>
public sealed class AssistModel(Storefront shop) : ShopPage(shop)
{
    /// <summary>What went wrong, and what to do.</summary>
    public string Why { get; private set; } = "";

    protected override bool AsksForSession => false;

    /// <summary>Somebody opens the page. Pictures and frames of other pages come here, too, and browsers that load ahead of time.</summary>
    private bool IsOpened
        => Request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document"
            && !Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>A code is good for once: who only looks whether the page is there must not use it up.</summary>
    public IActionResult OnHead() => new NoContentResult();

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "assist_code")] string? code)
    {
        if (!IsOpened)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (string.IsNullOrEmpty(code))
        {
            return Refuse(StatusCodes.Status400BadRequest, "There is no code in this address.");
        }

        var answer = await Assistance.BeginAsync(code, HttpContext.Connection.RemoteIpAddress?.ToString());

        return answer.Outcome switch
        {
            AssistOutcome.Allowed => RedirectToPage("/Index"),
            AssistOutcome.Refused => Refuse(StatusCodes.Status400BadRequest, answer.Text ?? "This link is of no use any more."),
            AssistOutcome.TooMany => Refuse(StatusCodes.Status429TooManyRequests, "Too many links were of no use. Wait for some minutes."),
            AssistOutcome.Unknown => Refuse(StatusCodes.Status502BadGateway, "The admin does not know this shop: its secret is missing or was replaced. Tell whoever looks after the shop."),
            _ => Refuse(StatusCodes.Status502BadGateway, "The admin did not answer as expected. Try again in a moment."),
        };
    }

    private IActionResult Refuse(int status, string why)
    {
        (Response.StatusCode, Why) = (status, why);

        return Page();
    }
}
