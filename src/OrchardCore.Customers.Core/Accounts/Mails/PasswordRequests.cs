using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>
/// Writes what was only asked for: links for those who want a password and have given an address, and invitations of many.
/// Who gave an address that nobody has gets no answer.
/// </summary>
internal sealed class PasswordRequests(ISession session, IContentManager contentManager, ICustomerManager customers, CustomerActor actor, AccountMails mails, ILogger<PasswordRequests> logger)
{
    /// <summary>More customers than these don't have one address.</summary>
    private const int MaxCustomers = 20;

    /// <param name="request">What is asked for.</param>
    public async Task AnswerAsync(OutboxMail request)
    {
        if (request is { AskedById: { } id, AskedBy: { } name })
        {
            actor.ActFor(id, name);
        }

        var result = request.CustomerId.Length > 0 ? await InviteAsync(request) : await ResetAsync(request);

        if (!result.Succeeded)
        {
            logger.LogWarning("A customer got no link for a password: {Reason}", string.Join(' ', result.Errors.Select(error => error.Message.Value)));
        }
    }

    /// <summary>Much may have happened while the request waited.</summary>
    private async Task<Result> InviteAsync(OutboxMail request)
        => await customers.FindAsync(request.CustomerId) is { } customer && !await mails.IsInvitedAsync(customer)
            ? await mails.SendPasswordAsync(customer, AccountCodePurpose.Invitation, request.Address, request)
            : Result.Success();

    private async Task<Result> ResetAsync(OutboxMail request)
        => await FindCustomerAsync(request.To) is { } customer
            ? await mails.SendPasswordAsync(customer, AccountCodePurpose.Reset, request.Address, request)
            : Result.Success();

    /// <summary>Of several with the same address the one who has an account, else the one who was there first; nobody who is inactive.</summary>
    private async Task<ContentItem?> FindCustomerAsync(string email)
    {
        var (key, active) = (SearchText.FoldEmail(email), nameof(CustomerStatus.Active));
        var found = await session
            .Query<ContentItem, CustomerIndex>(index => index.Email == key && index.Status == active)
            .OrderBy(index => index.DocumentId)
            .Take(MaxCustomers)
            .NoDuplicates()
            .ListAsync();

        return found.OrderBy(customer => string.IsNullOrEmpty(customer.GetOrCreate<CustomerPart>().AccountId)).FirstOrDefault() is { } customer
            ? await contentManager.LoadAsync(customer)
            : null;
    }
}
