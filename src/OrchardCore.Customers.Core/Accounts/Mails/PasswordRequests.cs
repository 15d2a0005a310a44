using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>Answers those who want a password and have given an address. Who gave one that nobody has gets no answer.</summary>
internal sealed class PasswordRequests(ISession session, IContentManager contentManager, AccountMails mails, ILogger<PasswordRequests> logger)
{
    /// <summary>More customers than these don't have one address.</summary>
    private const int MaxCustomers = 20;

    /// <param name="email">What was typed.</param>
    /// <param name="address">What the link begins with.</param>
    public async Task AnswerAsync(string email, string? address)
    {
        if (await FindCustomerAsync(email) is not { } customer)
        {
            return;
        }

        var result = await mails.SendPasswordAsync(customer, AccountCodePurpose.Reset, address);

        if (!result.Succeeded)
        {
            logger.LogWarning("A customer who asked for a password got no link: {Reason}", string.Join(' ', result.Errors.Select(error => error.Message.Value)));
        }
    }

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
