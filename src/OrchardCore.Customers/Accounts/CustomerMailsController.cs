using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Modules;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace OrchardCore.Customers.Accounts;

/// <summary>The texts of the mails to customers, with a preview and a test.</summary>
[Feature(CustomersConstants.Features.Accounts)]
public sealed class CustomerMailsController(
    CustomerMailPages pages,
    IEmailService emails,
    IUserService users,
    INotifier notifier,
    IHtmlLocalizer<CustomerMailsController> H) : Controller
{
    private const string MailPath = "Customers/Mails/{kind}";

    [HttpGet]
    [Admin("Customers/Mails", AccountsRoutes.Mails)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerSettings))]
    public async Task<IActionResult> Index() => View(await pages.ListAsync(Url));

    [HttpGet]
    [Admin(MailPath, AccountsRoutes.Mail)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerSettings))]
    public async Task<IActionResult> Edit(CustomerMailKind kind, string? language)
        => ModelState.IsValid && await pages.FindAsync(kind, language) is { } template ? await ShowAsync(template) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(MailPath, AccountsRoutes.Mail)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerSettings))]
    public async Task<IActionResult> EditPost([FromRoute] CustomerMailKind kind, string? language, string? subject, string? text)
    {
        if (!ModelState.IsValid || !CustomerMailPages.TryRead(language, out var tag))
        {
            return NotFound();
        }

        var template = Template(kind, tag, subject, text);
        (await pages.SaveAsync(template)).AddTo(ModelState);

        if (!ModelState.IsValid)
        {
            return await ShowAsync(template);
        }

        await notifier.SuccessAsync(H["The text was saved."]);

        return RedirectToRoute(AccountsRoutes.Mail, new { kind, language = Tag(tag) });
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(MailPath + "/Reset", AccountsRoutes.MailReset)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerSettings))]
    public async Task<IActionResult> Reset([FromRoute] CustomerMailKind kind, string? language)
    {
        if (!ModelState.IsValid || !CustomerMailPages.TryRead(language, out var tag))
        {
            return NotFound();
        }

        await pages.ResetAsync(kind, tag);
        await notifier.SuccessAsync(H["The site has no text of its own for this mail any more."]);

        return RedirectToRoute(AccountsRoutes.Mails);
    }

    /// <summary>Mails what is typed to who typed it, saved or not.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin(MailPath + "/Test", AccountsRoutes.MailTest)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerSettings))]
    public async Task<IActionResult> Test([FromRoute] CustomerMailKind kind, string? language, string? subject, string? text)
    {
        if (!ModelState.IsValid || !CustomerMailPages.TryRead(language, out var tag))
        {
            return NotFound();
        }

        var template = Template(kind, tag, subject, text);
        await SendAsync(template);

        return await ShowAsync(template);
    }

    private async Task SendAsync(CustomerMailTemplate template)
    {
        var to = (await users.GetUserByUniqueIdAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)) as User)?.Email ?? "";
        var mail = await pages.WriteExampleAsync(template);
        var sent = await emails.SendAsync(new MailMessage { To = to, Subject = mail.Subject, TextBody = mail.Text, HtmlBody = mail.Html });

        await (sent.Succeeded
            ? notifier.SuccessAsync(H["The mail was sent to {0}. Nothing was saved.", to])
            : notifier.ErrorAsync(H["The mail was not sent: {0}", string.Join(' ', sent.Errors.Select(error => error.Message.Value))]));
    }

    private async Task<IActionResult> ShowAsync(CustomerMailTemplate template) => View("Form", await pages.ShowAsync(template, Url));

    private static CustomerMailTemplate Template(CustomerMailKind kind, string language, string? subject, string? text)
        => new() { Kind = kind, Language = language, Subject = subject?.Trim() ?? "", Text = text?.Trim() ?? "" };

    private static string? Tag(string language) => language.Length == 0 ? null : language;
}
