using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers.Accounts;

/// <summary>Makes codes, finds them and redeems them. What it saves belongs to the transaction of who calls it.</summary>
internal sealed class AccountCodes(ISession session, ISiteService siteService, CustomerActor actor, IClock clock)
{
    private const string Collection = CustomersConstants.Collection;
    private const int BatchSize = 200;

    /// <summary>How long it takes for an address to be confirmed or a user to be attached.</summary>
    private static readonly TimeSpan ProofTime = TimeSpan.FromDays(1);

    /// <summary>How long a code that can't be redeemed any more is remembered.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>Makes a code; an older one of the customer for the same purpose is dead from now on.</summary>
    /// <returns>What is known of it, and the code itself, which is kept nowhere.</returns>
    public async Task<(AccountCode Code, string Secret)> IssueAsync(ContentItem customer, AccountCodePurpose purpose, string email, string? userId = null)
    {
        var secret = SecretCode.Create();
        var code = await FindAsync(customer.ContentItemId, purpose) ?? new AccountCode { CustomerId = customer.ContentItemId, Purpose = purpose };
        code.Hash = SecretCode.Hash(secret);
        code.Email = email;
        code.UserId = userId;
        code.CreatedUtc = clock.UtcNow;
        code.ExpiresUtc = clock.UtcNow + await LifetimeAsync(purpose);
        code.CreatedBy = actor.UserName;
        code.State = AccountCodeState.Open;
        await session.SaveAsync(code, checkConcurrency: code.Id > 0, collection: Collection);

        return (code, secret);
    }

    /// <summary>The code, if it can be redeemed for this; <see langword="null"/> otherwise.</summary>
    public async Task<AccountCode?> FindLiveAsync(string secret, AccountCodePurpose purpose)
    {
        if (!SecretCode.IsShaped(secret))
        {
            return null;
        }

        var hash = SecretCode.Hash(secret);
        var code = await session.Query<AccountCode, AccountCodeIndex>(index => index.Hash == hash, collection: Collection).FirstOrDefaultAsync();

        return code is not null && code.Purpose == purpose && code.IsLive(clock.UtcNow) ? code : null;
    }

    public async Task<AccountCode?> FindAsync(string customerId, AccountCodePurpose purpose)
    {
        var key = AccountCodeIndexProvider.KeyOf(customerId, purpose);

        return await session.Query<AccountCode, AccountCodeIndex>(index => index.Key == key, collection: Collection).FirstOrDefaultAsync();
    }

    /// <summary>Those of a customer, for whatever purpose.</summary>
    public async Task<IReadOnlyList<AccountCode>> FindAsync(string customerId)
        => [.. await session.Query<AccountCode, AccountCodeIndex>(index => index.CustomerId == customerId, collection: Collection).NoDuplicates().ListAsync()];

    /// <summary>The invitations that were neither used nor revoked, the latest first; those that are too old are among them.</summary>
    public async Task<IReadOnlyList<AccountCode>> FindInvitationsAsync(int skip, int count)
    {
        var purpose = nameof(AccountCodePurpose.Invitation);

        return [.. await session
            .Query<AccountCode, AccountCodeIndex>(index => index.Purpose == purpose && index.IsOpen, collection: Collection)
            .OrderByDescending(index => index.CreatedUtc)
            .ThenByDescending(index => index.Id)
            .Skip(skip)
            .Take(count)
            .NoDuplicates()
            .ListAsync()];
    }

    /// <summary>Uses a code up. Of all who try at once, one gets through.</summary>
    /// <exception cref="ConcurrencyException">Somebody else was faster, or the code was replaced or revoked.</exception>
    public async Task RedeemAsync(AccountCode code)
    {
        code.State = AccountCodeState.Used;
        await session.SaveAsync(code, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
    }

    /// <summary>Takes back what a customer could still redeem.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RevokeAsync(string customerId, params AccountCodePurpose[] purposes)
    {
        var open = (await FindAsync(customerId)).Where(code => code.State == AccountCodeState.Open && purposes.Contains(code.Purpose)).ToList();

        foreach (var code in open)
        {
            code.State = AccountCodeState.Revoked;
            await session.SaveAsync(code, checkConcurrency: true, collection: Collection);
        }

        return open.Count;
    }

    /// <summary>Nothing personal outlives the customer.</summary>
    public async Task EraseAsync(string customerId)
    {
        foreach (var code in await FindAsync(customerId))
        {
            session.Erase(code, Collection);
        }
    }

    /// <summary>Deletes some of those that are of no use any more.</summary>
    public async Task DeleteOldAsync()
    {
        var limit = clock.UtcNow - Memory - TimeSpan.FromDays(CustomerAccountSettings.MaxInvitationDays);

        foreach (var code in await session.Query<AccountCode, AccountCodeIndex>(index => index.CreatedUtc < limit, collection: Collection).Take(BatchSize).NoDuplicates().ListAsync())
        {
            session.Delete(code, Collection);
        }
    }

    private async Task<TimeSpan> LifetimeAsync(AccountCodePurpose purpose)
    {
        var settings = await siteService.GetSettingsAsync<CustomerAccountSettings>();

        return purpose switch
        {
            AccountCodePurpose.Invitation => TimeSpan.FromDays(Math.Clamp(settings.InvitationDays, 1, CustomerAccountSettings.MaxInvitationDays)),
            AccountCodePurpose.Reset => TimeSpan.FromMinutes(Math.Clamp(settings.ResetMinutes, CustomerAccountSettings.MinResetMinutes, CustomerAccountSettings.MaxResetMinutes)),
            _ => ProofTime,
        };
    }
}
