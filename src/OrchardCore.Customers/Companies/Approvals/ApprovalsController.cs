using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>What waits for whom, and the answers of those who decide for the shop.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class ApprovalsController(IApprovalService approvals, ApprovalPages pages, INotifier notifier, IHtmlLocalizer<ApprovalsController> H) : Controller
{
    [HttpGet]
    [Admin("Approvals", ApprovalsRoutes.List)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public async Task<IActionResult> Index(ApprovalListRequest request) => View(await pages.ListAsync(request, User));

    [HttpGet]
    [Admin(ApprovalsRoutes.Approval, ApprovalsRoutes.Display)]
    [RequirePermission(nameof(CompaniesPermissions.ViewCompanies))]
    public async Task<IActionResult> Display(string approvalId)
        => await approvals.FindAsync(approvalId) is { } approval && await pages.BuildAsync(approval, comment: null, User) is { } page ? View(page) : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(ApprovalsRoutes.Approval + "/Answer", ApprovalsRoutes.Answer)]
    [RequirePermission(nameof(CompaniesPermissions.DecideApprovals))]
    public async Task<IActionResult> Answer([FromRoute] string approvalId, ApprovalAnswer? answer, string? comment)
    {
        if (await approvals.FindAsync(approvalId) is not { } approval || !await pages.MaySeeAsync(approval, User))
        {
            return NotFound();
        }

        var actor = ApprovalActor.Staff(User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", User.Identity?.Name ?? "");
        var result = await (answer switch
        {
            ApprovalAnswer.Approve => approvals.ApproveAsync(approvalId, actor, comment),
            ApprovalAnswer.Decline => approvals.DeclineAsync(approvalId, actor, comment),
            ApprovalAnswer.Close => approvals.CloseAsync(approvalId, actor, comment),
            _ => Task.FromResult(pages.RefuseAnswer()),
        });

        if (!result.Succeeded)
        {
            Result.Failed([.. result.Errors.Select(error => new ResultError { Key = error.Key == nameof(Approval.Comments) ? nameof(comment) : "", Message = error.Message })]).AddTo(ModelState);

            // Somebody else may have answered it: what is stored now is shown, with what was typed.
            return await ApprovalPages.ReadStoredAsync(approvalId) is { } stored && await pages.BuildAsync(stored, comment, User) is { } page ? View(nameof(Display), page) : NotFound();
        }

        await notifier.SuccessAsync(answer switch
        {
            ApprovalAnswer.Approve => H["It is approved."],
            ApprovalAnswer.Decline => H["It is declined."],
            _ => H["It is closed."],
        });

        return RedirectToRoute(ApprovalsRoutes.Display, new { approvalId = approval.ApprovalId });
    }
}

/// <summary>What somebody answers.</summary>
public enum ApprovalAnswer
{
    Approve,
    Decline,
    Close,
}
