using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Attaches a customer to a company, and changes what it is there.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyMembersController(
    IMembershipManager memberships,
    MemberAccess access,
    MembershipForms forms,
    INotifier notifier,
    IHtmlLocalizer<CompanyMembersController> H,
    IStringLocalizer<CompanyMembersController> S) : Controller
{
    private const string AttachPath = "Customers/" + CustomersRoutes.Id + "/Companies/Attach";
    private const string EditPath = CompanyMembersRoutes.Membership + "/Edit";

    [HttpGet]
    [Admin(AttachPath, CompanyMembersRoutes.Attach)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Attach(string id, string? company, string? returnUrl)
        => await access.FindCustomerAsync(id, User) is { } customer
            ? await ShowAsync(new MembershipForm { CompanyId = company, ReturnUrl = Local(returnUrl) }, customer, stored: null)
            : NotFound();

    [HttpPost, ActionName(nameof(Attach)), ValidateAntiForgeryToken]
    [Admin(AttachPath, CompanyMembersRoutes.Attach)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> AttachPost([FromRoute] string id, MembershipForm form)
    {
        if (await access.FindCustomerAsync(id, User) is not { } customer)
        {
            return NotFound();
        }

        form.ReturnUrl = Local(form.ReturnUrl);
        var membership = new Membership { CustomerId = id, CompanyId = form.CompanyId ?? "" };
        form.WriteTo(membership);

        return await IsToBeDrawnAsync(form, customer) ?? await AnswerAsync(await memberships.AttachAsync(membership), form, customer, stored: null);
    }

    [HttpGet]
    [Admin(EditPath, CompanyMembersRoutes.Edit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Edit(string id, string companyId, string? returnUrl, string? back)
    {
        if (await access.FindAsync(id, companyId, User) is not { } found)
        {
            return NotFound();
        }

        var form = MembershipForm.Of(found.Membership);
        (form.ReturnUrl, form.Back) = (Local(returnUrl), back);

        return await ShowAsync(form, found.Customer, found.Membership);
    }

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(EditPath, CompanyMembersRoutes.Edit)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> EditPost([FromRoute] string id, [FromRoute] string companyId, MembershipForm form)
    {
        if (await access.FindAsync(id, companyId, User) is not { } found)
        {
            return NotFound();
        }

        // The company is the address's, whatever is posted; MVC would take a posted field first.
        (form.CompanyId, form.DrawnFor, form.ReturnUrl) = (companyId, companyId, Local(form.ReturnUrl));
        var changed = found.Membership.Copy();
        form.WriteTo(changed);

        return await IsToBeDrawnAsync(form, found.Customer, found.Membership) ?? await AnswerAsync(await memberships.UpdateAsync(changed), form, found.Customer, found.Membership);
    }

    /// <summary>Without a script a button draws the form anew; whoever has chosen another company and saves at once is shown its units and roles first.</summary>
    private async Task<IActionResult?> IsToBeDrawnAsync(MembershipForm form, ContentItem customer, Membership? stored = null)
    {
        if (!string.IsNullOrEmpty(form.Redraw))
        {
            ModelState.Clear();

            return await ShowAsync(form, customer, stored);
        }

        if (form.FollowsCompany || string.IsNullOrEmpty(form.CompanyId))
        {
            return null;
        }

        ModelState.Clear();
        ModelState.AddModelError(nameof(form.UnitId), S["These are the units and roles of the company you have chosen. Choose among them, then save."]);

        return await ShowAsync(form, customer, stored);
    }

    private async Task<IActionResult> AnswerAsync(Result result, MembershipForm form, ContentItem customer, Membership? stored)
    {
        if (result.Succeeded)
        {
            await notifier.SuccessAsync(stored is null ? H["{0} is attached to the company.", customer.ListName()] : H["The change was saved."]);

            return LocalRedirect(stored is null ? MembersReturn.TabUrl(Url, customer.ContentItemId, form.ReturnUrl) : MembersReturn.EditedUrl(Url, stored, form));
        }

        Result.Failed([.. result.Errors.Select(MembershipErrors.Name)]).AddTo(ModelState);

        if (result.Errors.Any(error => error.Key == nameof(Membership.Revision)))
        {
            // Saving again is a decision, now that it is known that somebody else was faster.
            stored = await ReadStoredAsync(customer.ContentItemId, form.CompanyId!) ?? stored;
            form.Revision = stored?.Revision ?? form.Revision;
            ModelState.Remove(nameof(form.Revision));
            ModelState.AddModelError("", S["Somebody else changed this after you had opened it. What you see is yours; save again to overwrite the other's."]);
        }

        return await ShowAsync(form, customer, stored);
    }

    /// <summary>Our session holds what was typed; what is stored has to be read by another one.</summary>
    private static async Task<Membership?> ReadStoredAsync(string id, string companyId)
    {
        Membership? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<IMembershipManager>().FindAsync(id, companyId));

        return stored;
    }

    private async Task<IActionResult> ShowAsync(MembershipForm form, ContentItem customer, Membership? stored) => View("Form", await forms.BuildAsync(form, customer, stored, Url));

    /// <summary>Nobody is led to another site.</summary>
    private string? Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : null;
}
