using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Infrastructure;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.Accounts;

/// <summary>Decides which mail a customer gets, makes the code for it and queues it.</summary>
internal sealed class AccountMails(AccountCodes codes, AccountUsers users, Outbox outbox, AccountTexts texts)
{
    /// <summary>
    /// A link for a password. When the address is that of a user of the site, it is a link to attach that user; when the
    /// account is that of a user with other rights, there is no link.
    /// </summary>
    /// <param name="purpose">What it is if there is no account yet: an invitation or a reset. With an account it is a reset.</param>
    /// <param name="address">What the link begins with.</param>
    public async Task<Result> SendPasswordAsync(ContentItem customer, AccountCodePurpose purpose, string? address, bool isBulk = false)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        if (string.IsNullOrEmpty(part.Email))
        {
            return texts.NoEmail;
        }

        if (part.Status == CustomerStatus.Inactive)
        {
            return texts.Inactive;
        }

        if (address is null)
        {
            return texts.NoAddress;
        }

        if (await users.FindAsync(part.AccountId) is { } account)
        {
            return await SendResetAsync(customer, part, account, address, isBulk);
        }

        if (await users.FindByEmailAsync(part.Email) is { } user)
        {
            await SendAsync(customer, AccountCodePurpose.Attach, CustomerMailKind.Attach, part.Email, address + "/" + AccountPaths.Attach, isBulk, user.UserId);
        }
        else if (purpose == AccountCodePurpose.Invitation)
        {
            await SendAsync(customer, AccountCodePurpose.Invitation, CustomerMailKind.Invitation, part.Email, address + "/" + AccountPaths.SetPassword, isBulk);
        }
        else
        {
            await SendAsync(customer, AccountCodePurpose.Reset, CustomerMailKind.Reset, part.Email, address + "/" + AccountPaths.ResetPassword, isBulk);
        }

        return Result.Success();
    }

    /// <summary>A link that confirms a new address.</summary>
    public Task SendConfirmationAsync(ContentItem customer, string email, string address)
        => SendAsync(customer, AccountCodePurpose.Email, CustomerMailKind.Email, email, address + "/" + AccountPaths.ConfirmEmail, isBulk: false);

    /// <summary>Tells a customer what has happened; nothing when there is no address to tell it to.</summary>
    /// <param name="to">Where it is sent.</param>
    /// <param name="email">The address it is about; that of the customer when none is said.</param>
    public Task NotifyAsync(ContentItem customer, CustomerMailKind kind, string? to, string? email = null) => string.IsNullOrEmpty(to)
        ? Task.CompletedTask
        : outbox.QueueAsync(customer, kind, to, new CustomerMailValues { Name = customer.DisplayText ?? "", Email = email ?? to });

    /// <summary>Drops what is queued of links that are dead.</summary>
    public Task DropLinksAsync(string customerId) => outbox.DropAsync(customerId, CustomerMailKind.Invitation, CustomerMailKind.Reset, CustomerMailKind.Attach, CustomerMailKind.Email);

    private async Task<Result> SendResetAsync(ContentItem customer, CustomerPart part, User account, string address, bool isBulk)
    {
        if (await users.IsCustomerOnlyAsync(account))
        {
            await SendAsync(customer, AccountCodePurpose.Reset, CustomerMailKind.Reset, part.Email!, address + "/" + AccountPaths.ResetPassword, isBulk);
        }
        else
        {
            await NotifyAsync(customer, CustomerMailKind.StaffNotice, part.Email);
        }

        return Result.Success();
    }

    private async Task SendAsync(ContentItem customer, AccountCodePurpose purpose, CustomerMailKind kind, string to, string path, bool isBulk, string? userId = null)
    {
        var (code, secret) = await codes.IssueAsync(customer, purpose, to, userId);

        await outbox.QueueAsync(
            customer,
            kind,
            to,
            new CustomerMailValues { Name = customer.DisplayText ?? "", Email = to, Link = AccountAddress.Link(path, secret), ExpiresUtc = code.ExpiresUtc },
            isBulk);
    }
}
