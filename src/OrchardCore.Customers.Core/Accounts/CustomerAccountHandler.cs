using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Keeps accounts in step with their customers, whoever saves them. What stands in a customer's record decides over an
/// account that is nothing else; a user with other rights keeps address and state.
/// </summary>
internal sealed class CustomerAccountHandler(CustomerHistory history, AccountUsers users, AccountMails mails, AccountCodes codes, CustomerLogIns logIns, Outbox outbox) : ContentPartHandler<CustomerPart>
{
    public override async Task UpdatedAsync(UpdateContentContext context, CustomerPart part)
    {
        if (string.IsNullOrEmpty(part.AccountId) || await users.FindAsync(part.AccountId) is not { } user || !await users.IsCustomerOnlyAsync(user))
        {
            return;
        }

        var former = await history.FindFormerAsync(part.ContentItem.ContentItemId, nameof(part.Email));

        if (!string.IsNullOrEmpty(part.Email) && former is not null && !AccountStore.IsSameEmail(former, part.Email) && !AccountStore.IsSameEmail(user.Email, part.Email))
        {
            await mails.NotifyAsync(part.ContentItem, CustomerMailKind.EmailNotice, user.Email, part.Email);
            await users.FollowAsync(user, part.Email, isConfirmed: false);
        }

        if (await WasActiveAsync(part) is { } wasActive && wasActive != (part.Status == CustomerStatus.Active))
        {
            await users.EnableAsync(user, part.Status == CustomerStatus.Active);
        }
    }

    /// <summary>Nothing personal outlives the customer.</summary>
    public override async Task RemovedAsync(RemoveContentContext context, CustomerPart part)
    {
        if (!context.NoActiveVersionLeft)
        {
            return;
        }

        var id = part.ContentItem.ContentItemId;
        await codes.EraseAsync(id);
        await outbox.EraseAsync(id);
        await logIns.EraseAsync(id);

        if (await users.FindAsync(part.AccountId) is { } user)
        {
            await users.RemoveAsync(user);
        }
    }

    /// <summary>What was stored: only who changes the state says something about the account. <see langword="null"/> for a new customer.</summary>
    private async Task<bool?> WasActiveAsync(CustomerPart part)
        => await history.FindFormerAsync(part.ContentItem.ContentItemId, nameof(part.Status)) is { } status
            ? !Enum.TryParse<CustomerStatus>(status, out var former) || former == CustomerStatus.Active
            : null;
}
