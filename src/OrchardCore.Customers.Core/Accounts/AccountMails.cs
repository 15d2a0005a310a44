using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.Accounts;

/// <summary>Decides which mail a customer gets, makes the code for it and queues it.</summary>
internal sealed class AccountMails(AccountCodes codes, AccountUsers users, Outbox outbox, AccountTexts texts, IClock clock)
{
    /// <summary>
    /// A link for a password. When the address is that of a user of the site, it is a link to attach that user; when the
    /// account is that of a user with other rights, there is no link.
    /// </summary>
    /// <param name="purpose">What it is if there is no account yet: an invitation or a reset. With an account it is a reset.</param>
    /// <param name="address">What the link begins with.</param>
    /// <param name="request">What the mail answers; <see langword="null"/> when it is sent unasked.</param>
    public async Task<Result> SendPasswordAsync(ContentItem customer, AccountCodePurpose purpose, string? address, OutboxMail? request = null)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        if (Refuse(part, address) is { } refused)
        {
            return refused;
        }

        if (await users.FindAsync(part.AccountId) is { } account)
        {
            return await SendResetAsync(customer, part, account, address!, request);
        }

        if (await users.FindByEmailAsync(part.Email!) is { } user)
        {
            await SendAsync(customer, AccountCodePurpose.Attach, CustomerMailKind.Attach, part.Email!, address + "/" + AccountPaths.Attach, request, user.UserId);
        }
        else if (purpose == AccountCodePurpose.Invitation)
        {
            await SendAsync(customer, AccountCodePurpose.Invitation, CustomerMailKind.Invitation, part.Email!, address + "/" + AccountPaths.SetPassword, request);
        }
        else
        {
            await SendAsync(customer, AccountCodePurpose.Reset, CustomerMailKind.Reset, part.Email!, address + "/" + AccountPaths.ResetPassword, request);
        }

        return Result.Success();
    }

    /// <summary>
    /// The same for one of many, who is invited when the turn comes. Who has an account already, or a link that still works,
    /// is passed over.
    /// </summary>
    public async Task<Result> QueueInvitationAsync(ContentItem customer, string? address)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        if (await IsInvitedAsync(customer))
        {
            return Result.Success();
        }

        if (Refuse(part, address) is { } refused)
        {
            return refused;
        }

        await outbox.QueueInvitationAsync(customer, part.Email!, address!);

        return Result.Success();
    }

    /// <summary>Whether the customer has an account, or a link by which to get one.</summary>
    public async Task<bool> IsInvitedAsync(ContentItem customer)
        => !string.IsNullOrEmpty(customer.GetOrCreate<CustomerPart>().AccountId)
            || (await codes.FindAsync(customer.ContentItemId)).Any(code => code.Purpose != AccountCodePurpose.Email && code.IsLive(clock.UtcNow));

    /// <summary>A link that confirms a new address.</summary>
    public Task SendConfirmationAsync(ContentItem customer, string email, string address)
        => SendAsync(customer, AccountCodePurpose.Email, CustomerMailKind.Email, email, address + "/" + AccountPaths.ConfirmEmail, request: null);

    /// <summary>Tells a customer what has happened; nothing when there is no address to tell it to.</summary>
    /// <param name="to">Where it is sent.</param>
    /// <param name="email">The address it is about; that of the customer when none is said.</param>
    public Task NotifyAsync(ContentItem customer, CustomerMailKind kind, string? to, string? email = null) => string.IsNullOrEmpty(to)
        ? Task.CompletedTask
        : outbox.QueueAsync(customer, kind, to, new CustomerMailValues { Name = customer.DisplayText ?? "", Email = email ?? to });

    /// <summary>Drops what is queued of links that are dead.</summary>
    public Task DropLinksAsync(string customerId) => outbox.DropAsync(customerId, CustomerMailKind.Invitation, CustomerMailKind.Reset, CustomerMailKind.Attach, CustomerMailKind.Email);

    /// <summary>Why no link can be sent; <see langword="null"/> when one can.</summary>
    private Result? Refuse(CustomerPart part, string? address)
        => string.IsNullOrEmpty(part.Email) ? texts.NoEmail
            : part.Status == CustomerStatus.Inactive ? texts.Inactive
            : address is null ? texts.NoAddress
            : null;

    private async Task<Result> SendResetAsync(ContentItem customer, CustomerPart part, User account, string address, OutboxMail? request)
    {
        if (await users.IsCustomerOnlyAsync(account))
        {
            await SendAsync(customer, AccountCodePurpose.Reset, CustomerMailKind.Reset, part.Email!, address + "/" + AccountPaths.ResetPassword, request);
        }
        else
        {
            await NotifyAsync(customer, CustomerMailKind.StaffNotice, part.Email);
        }

        return Result.Success();
    }

    private async Task SendAsync(ContentItem customer, AccountCodePurpose purpose, CustomerMailKind kind, string to, string path, OutboxMail? request, string? userId = null)
    {
        var (code, secret) = await codes.IssueAsync(customer, purpose, to, userId);

        await outbox.QueueAsync(
            customer,
            kind,
            to,
            new CustomerMailValues { Name = customer.DisplayText ?? "", Email = to, Link = AccountAddress.Link(path, secret), ExpiresUtc = code.ExpiresUtc },
            request);
    }
}
