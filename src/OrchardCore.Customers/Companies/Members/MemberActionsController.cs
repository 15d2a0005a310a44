using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What is done with a membership by a single click, from the customer's page or the company's.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class MemberActionsController(IMembershipManager memberships, MemberAccess access, MemberLinks links, INotifier notifier, IHtmlLocalizer<MemberActionsController> H) : Controller
{
    private const string DetachPath = CompanyMembersRoutes.Membership + "/Detach";

    [HttpGet]
    [Admin(DetachPath, CompanyMembersRoutes.Detach)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Detach(string id, string companyId, string? returnUrl)
        => await access.FindAsync(id, companyId, User) is { } found
            ? View(new DetachViewModel(await links.AskToDetachAsync(found.Customer, companyId), LeaveUrl(id, returnUrl)))
            : NotFound();

    [HttpPost, ActionName(nameof(Detach)), ValidateAntiForgeryToken]
    [Admin(DetachPath, CompanyMembersRoutes.Detach)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> DetachPost([FromRoute] string id, [FromRoute] string companyId, string? returnUrl)
        => await access.FindAsync(id, companyId, User) is { } found
            ? await LeaveAsync(await memberships.DetachAsync(id, companyId), H["{0} was taken off the company.", found.Customer.ListName()], id, returnUrl)
            : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(CompanyMembersRoutes.Membership + "/Default", CompanyMembersRoutes.Default)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Default([FromRoute] string id, [FromRoute] string companyId, string? returnUrl)
        => await access.FindAsync(id, companyId, User) is not null
            ? await LeaveAsync(await memberships.SetDefaultAsync(id, companyId), H["This is the default company now."], id, returnUrl)
            : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(CompanyMembersRoutes.Membership + "/Active", CompanyMembersRoutes.Active)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Active([FromRoute] string id, [FromRoute] string companyId, bool active, string? returnUrl)
        => await access.FindAsync(id, companyId, User) is { } found
            ? await LeaveAsync(
                await memberships.SetActiveAsync(id, companyId, active),
                active ? H["{0} may act for the company again.", found.Customer.ListName()] : H["{0} may do nothing for the company any more.", found.Customer.ListName()],
                id,
                returnUrl)
            : NotFound();

    private async Task<IActionResult> LeaveAsync(Result result, LocalizedHtmlString message, string id, string? returnUrl)
    {
        await (result.Succeeded ? notifier.SuccessAsync(message) : notifier.ErrorAsync(H["{0}", string.Join(' ', result.Errors.Select(error => error.Message.Value))]));

        return LocalRedirect(LeaveUrl(id, returnUrl));
    }

    /// <summary>Back to the page of the company, for who came from there.</summary>
    private string LeaveUrl(string id, string? returnUrl) => Url.IsLocalUrl(returnUrl) ? this.LocalOr(returnUrl, CustomersRoutes.List) : MembersReturn.TabUrl(Url, id, returnUrl: null);
}

/// <param name="CancelUrl">Where it leads when nothing is done.</param>
public sealed record DetachViewModel(Confirmation Confirmation, string CancelUrl);
