using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Notes;

/// <summary>Adds, changes, pins and deletes the notes on a customer, and leads back to them.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerNotesController(
    ICustomerNoteManager notes,
    CustomerNoteAccess access,
    INotifier notifier,
    IHtmlLocalizer<CustomerNotesController> H) : Controller
{
    private const string NotesPath = "Customers/" + CustomersRoutes.Id + "/Notes";
    private const string NotePath = NotesPath + "/{note:long}";

    /// <summary>Who had to log in before the note was added is led here.</summary>
    [HttpGet]
    [Admin(NotesPath, CustomersRoutes.AddNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Add(string id, string? returnUrl)
        => await access.FindCustomerAsync(id, User) is { } customer ? View("Form", Form(customer, text: null, returnUrl)) : NotFound();

    [HttpPost, ActionName(nameof(Add)), ValidateAntiForgeryToken]
    [Admin(NotesPath, CustomersRoutes.AddNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> AddPost([FromRoute] string id, string? text, string? returnUrl)
    {
        if (await access.FindCustomerAsync(id, User) is not { } customer)
        {
            return NotFound();
        }

        var result = await notes.AddAsync(customer, text);

        return result.Succeeded
            ? await LeaveAsync(id, returnUrl, H["The note was added."])
            : Refuse(result, Form(customer, text, returnUrl));
    }

    [HttpGet]
    [Admin(NotePath, CustomersRoutes.EditNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Edit(string id, long note, string? returnUrl)
        => await FindAsync(id, note) is { Rights: var rights } found && rights.MayChange(found.Note)
            ? View("Form", Form(found.Customer, found.Note, found.Note.Text, returnUrl))
            : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(NotePath, CustomersRoutes.EditNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> EditPost([FromRoute] string id, [FromRoute] long note, string? text, int revision, string? returnUrl)
    {
        if (await FindAsync(id, note) is not { Rights: var rights } found || !rights.MayChange(found.Note))
        {
            return NotFound();
        }

        var result = await notes.ChangeAsync(found.Note, text, revision);

        if (result.Succeeded)
        {
            return await LeaveAsync(id, returnUrl, H["The note was saved."]);
        }

        if (result.Errors.All(error => error.Key != nameof(CustomerNote.Revision)))
        {
            return Refuse(result, Form(found.Customer, found.Note, text, returnUrl));
        }

        // Saving again is a decision, now that what is stored is shown.
        ModelState.Remove(nameof(CustomerNote.Revision));

        return await ReadStoredAsync(id, note) is { } stored
            ? Refuse(result, Form(found.Customer, stored, text, returnUrl, stored.Text))
            : NotFound();
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(NotePath + "/Pin", CustomersRoutes.PinNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Pin([FromRoute] string id, [FromRoute] long note, bool pin, string? returnUrl)
    {
        if (await FindAsync(id, note) is not { } found)
        {
            return NotFound();
        }

        var result = await notes.PinAsync(found.Note, pin);

        return result.Succeeded
            ? await LeaveAsync(id, returnUrl, pin ? H["The note is pinned to the overview."] : H["The note is not pinned any more."])
            : await LeaveAsync(id, returnUrl, result);
    }

    [HttpGet]
    [Admin(NotePath + "/Delete", CustomersRoutes.DeleteNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> Delete(string id, long note, string? returnUrl)
        => await FindAsync(id, note) is { Rights: var rights } found && rights.MayDelete(found.Note)
            ? View(Form(found.Customer, found.Note, found.Note.Text, returnUrl))
            : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(NotePath + "/Delete", CustomersRoutes.DeleteNote)]
    [RequirePermission(nameof(CustomersPermissions.EditCustomers))]
    public async Task<IActionResult> DeletePost([FromRoute] string id, [FromRoute] long note, string? returnUrl)
    {
        if (await FindAsync(id, note) is not { Rights: var rights } found || !rights.MayDelete(found.Note))
        {
            return NotFound();
        }

        var result = await notes.DeleteAsync(found.Note);

        return result.Succeeded ? await LeaveAsync(id, returnUrl, H["The note was deleted."]) : await LeaveAsync(id, returnUrl, result);
    }

    /// <summary>The note with its customer, if the user may see them, and what the user may do with it.</summary>
    private async Task<FoundNote?> FindAsync(string id, long note)
        => await access.FindCustomerAsync(id, User) is { } customer && await notes.FindAsync(id, note) is { } found
            ? new FoundNote(customer, found, await access.RightsAsync(customer, User))
            : null;

    /// <summary>Our session holds what was typed; what is stored has to be read by another one.</summary>
    private static async Task<CustomerNote?> ReadStoredAsync(string id, long note)
    {
        CustomerNote? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<ICustomerNoteManager>().FindAsync(id, note));

        return stored;
    }

    private NoteFormModel Form(ContentItem customer, string? text, string? returnUrl) => new()
    {
        Customer = customer,
        Text = text,
        LeaveUrl = NotesUrl(customer.ContentItemId, returnUrl),
        ReturnUrl = Local(returnUrl),
        Kept = KeptForm.In(HttpContext),
    };

    private NoteFormModel Form(ContentItem customer, CustomerNote note, string? text, string? returnUrl, string? storedText = null) => new()
    {
        Customer = customer,
        NoteId = note.Id,
        Revision = note.Revision,
        Text = text,
        StoredText = storedText,
        LeaveUrl = NotesUrl(customer.ContentItemId, returnUrl),
        ReturnUrl = Local(returnUrl),
        Kept = KeptForm.In(HttpContext),
    };

    private ViewResult Refuse(Result result, NoteFormModel form)
    {
        result.AddTo(ModelState);

        return View("Form", form);
    }

    private async Task<IActionResult> LeaveAsync(string id, string? returnUrl, LocalizedHtmlString message)
    {
        await notifier.SuccessAsync(message);
        KeptForm.Forget(HttpContext);

        return LocalRedirect(NotesUrl(id, returnUrl));
    }

    private async Task<IActionResult> LeaveAsync(string id, string? returnUrl, Result result)
    {
        await notifier.ErrorAsync(H["{0}", string.Join(' ', result.Errors.Select(error => error.Message.Value))]);

        return LocalRedirect(NotesUrl(id, returnUrl));
    }

    private string NotesUrl(string id, string? returnUrl) => Url.RouteUrl(CustomersRoutes.Display, new { id, tab = CustomerNotesTab.TabName, returnUrl = Local(returnUrl) })!;

    /// <summary>Nobody is led to another site.</summary>
    private string? Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : null;

    private sealed record FoundNote(ContentItem Customer, CustomerNote Note, NoteRights Rights);
}
