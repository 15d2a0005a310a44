using OrchardCore.Customers.Accounts.Mails;

namespace OrchardCore.Customers.Accounts;

/// <summary>Forgets, a little at a time, what is of no use any more.</summary>
internal sealed class AccountCleaner(AccountCodes codes, Outbox outbox)
{
    public async Task DeleteOldAsync()
    {
        await codes.DeleteOldAsync();
        await outbox.DeleteOldAsync();
    }
}
