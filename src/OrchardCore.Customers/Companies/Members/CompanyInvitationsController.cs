using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Invites somebody who is no customer yet to a company.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyInvitationsController(ICompanyInviter inviter, MemberAccess access, InvitationForms forms, INotifier notifier, IHtmlLocalizer<CompanyInvitationsController> H) : Controller
{
    private const string Path = CompaniesRoutes.Company + "/People/Invite";

    [HttpGet]
    [Admin(Path, CompanyMembersRoutes.Invite)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Invite(string id)
        => await access.FindCompanyAsync(id, User) is { } company ? await ShowAsync(new InvitationForm { CompanyId = id }, company) : NotFound();

    [HttpPost, ActionName(nameof(Invite)), ValidateAntiForgeryToken]
    [Admin(Path, CompanyMembersRoutes.Invite)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> InvitePost([FromRoute] string id, InvitationForm form)
    {
        if (await access.FindCompanyAsync(id, User) is not { } company)
        {
            return NotFound();
        }

        // The company is the address's, whatever is posted.
        (form.CompanyId, form.DrawnFor) = (id, id);

        if (!string.IsNullOrEmpty(form.Redraw))
        {
            ModelState.Clear();

            return await ShowAsync(form, company);
        }

        var membership = new Membership { CompanyId = id };
        form.WriteTo(membership);
        var result = await inviter.InviteAsync(new CompanyInvitation(form.Email, form.ContactName, membership) { CustomerGroups = form.CustomerGroups ?? [] });

        if (!result.Succeeded)
        {
            Result.Failed([.. result.Errors.Select(Name)]).AddTo(ModelState);

            return await ShowAsync(form, company);
        }

        await notifier.SuccessAsync(inviter.SendsMail ? H["{0} is invited and belongs to the company.", form.Email!] : H["{0} belongs to the company. Accounts are not enabled, so no mail was sent.", form.Email!]);

        return LocalRedirect(MembersReturn.PeopleUrl(Url, id));
    }

    private async Task<IActionResult> ShowAsync(InvitationForm form, ContentItem company) => View("Form", await forms.BuildAsync(form, company, Url));

    /// <summary>The customer's fields have shorter names in this form.</summary>
    private static ResultError Name(ResultError error) => error.Key switch
    {
        $"{nameof(CustomerPart)}.{nameof(CustomerPart.Email)}" => new() { Key = nameof(InvitationForm.Email), Message = error.Message },
        $"{nameof(CustomerPart)}.{nameof(CustomerPart.ContactName)}" => new() { Key = nameof(InvitationForm.ContactName), Message = error.Message },
        $"{nameof(CustomerPart)}.{nameof(CustomerPart.Groups)}" or nameof(Membership.CustomerId) => new() { Key = nameof(InvitationForm.CustomerGroups), Message = error.Message },
        _ => MembershipErrors.Name(error),
    };
}
