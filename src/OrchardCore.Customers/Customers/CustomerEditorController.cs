using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>One form for new and existing customers: Orchard's content editor in our frame.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerEditorController(
    ICustomerManager manager,
    CustomerForms forms,
    CustomerReplays replays,
    CustomerConflicts conflicts,
    IAuthorizationService authorizationService,
    INotifier notifier,
    IHtmlLocalizer<CustomerEditorController> H) : Controller
{
    [HttpGet]
    [Admin("Customers/Create", CustomersRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Create(string? returnUrl)
        => await ShowAsync(await manager.NewAsync(), isNew: true, returnUrl, back: null);

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin("Customers/Create", CustomersRoutes.Create)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> CreatePost(string? returnUrl, string? acceptedName)
    {
        var customer = await replays.NewAsync(HttpContext);

        return await CustomerReplays.FindMadeAsync(customer) is { } made ? await LeaveAsync(made, isNew: true, ListUrl(returnUrl)) : await SaveAsync(customer, isNew: true, returnUrl, back: null, acceptedName);
    }

    [HttpGet]
    [Admin("Customers/" + CustomersRoutes.Id + "/Edit", CustomersRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Edit(string id, string? returnUrl, string? back)
        => await FindAsync(id) is { } customer ? await ShowAsync(customer, isNew: false, returnUrl, back) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin("Customers/" + CustomersRoutes.Id + "/Edit", CustomersRoutes.Edit)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> EditPost([FromRoute] string id, string? returnUrl, string? back, string? acceptedName)
        => await FindAsync(id) is { } customer ? await SaveAsync(customer, isNew: false, returnUrl, back, acceptedName) : await RescueAsync(returnUrl);

    private async Task<IActionResult> ShowAsync(ContentItem customer, bool isNew, string? returnUrl, string? back)
        => await FormAsync(new CustomerFormState(customer, isNew, await forms.EditAsync(customer, isNew), ListUrl(returnUrl)) { Back = back });

    private async Task<IActionResult> SaveAsync(ContentItem customer, bool isNew, string? returnUrl, string? back, string? acceptedName)
    {
        var formerName = customer.DisplayText;
        var form = new CustomerFormState(customer, isNew, await forms.UpdateAsync(customer, isNew), ListUrl(returnUrl)) { Back = back };

        if (ModelState.IsValid && await forms.WarnAsync(customer, formerName, acceptedName, User) is { } warning)
        {
            return await AnswerAsync(form with { Warning = warning });
        }

        if (ModelState.IsValid)
        {
            var result = isNew ? await manager.CreateAsync(customer) : await manager.UpdateAsync(customer);
            result.AddTo(ModelState);
        }

        if (!ModelState.IsValid)
        {
            return await AnswerAsync(isNew ? form : await CompareAsync(form));
        }

        return await LeaveAsync(customer, isNew, form.LeaveUrl(Url));
    }

    /// <summary>The form once more, unless it was sent twice at once and the other one was faster.</summary>
    private async Task<IActionResult> AnswerAsync(CustomerFormState form)
        => form.IsNew && form.Conflict is null && await CustomerReplays.FindMadeAsync(form.Customer) is { } made
            ? await LeaveAsync(made, isNew: true, form.LeaveUrl(Url))
            : await FormAsync(form);

    private async Task<IActionResult> LeaveAsync(ContentItem customer, bool isNew, string url)
    {
        await notifier.SuccessAsync(isNew
            ? H["{0} was created with number {1}.", customer.DisplayText, customer.GetOrCreate<CustomerPart>().Number!]
            : H["{0} was saved.", customer.DisplayText]);

        KeptForm.Forget(HttpContext);

        return LocalRedirect(url);
    }

    /// <summary>Adds what somebody else saved meanwhile; what was typed for a deleted customer makes a new one.</summary>
    private async Task<CustomerFormState> CompareAsync(CustomerFormState form)
    {
        var conflict = await conflicts.FindAsync(form.Customer, ModelState);

        return form with { Conflict = conflict, IsNew = conflict == EditConflict.Deleted };
    }

    /// <summary>There is no such customer (any more): 404, with what was typed in a form that makes a new one of it.</summary>
    private async Task<IActionResult> RescueAsync(string? returnUrl)
    {
        var customer = await manager.NewAsync();
        var editor = await forms.UpdateAsync(customer, isNew: true);
        Response.StatusCode = StatusCodes.Status404NotFound;

        return await FormAsync(new CustomerFormState(customer, IsNew: true, editor, ListUrl(returnUrl)) { Conflict = EditConflict.Deleted });
    }

    private async Task<IActionResult> FormAsync(CustomerFormState form) => View("Form", await forms.FrameAsync(form, Url, User));

    private async Task<ContentItem?> FindAsync(string id)
    {
        var customer = await manager.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(User, CustomersPermissions.EditCustomers, customer) ? customer : null;
    }

    private string ListUrl(string? returnUrl) => this.LocalOr(returnUrl, CustomersRoutes.List);
}
