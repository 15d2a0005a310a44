using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Shared;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers.Accounts;

/// <summary>Looks up what accounts and addresses belong to.</summary>
internal sealed class AccountStore(ISession session, Outbox outbox, AccountAddress address, ISiteService siteService, AccountTexts texts)
{
    /// <summary>RFC 5321, as for the customer's own address.</summary>
    public const int MaxEmail = 254;

    public AccountTexts Texts => texts;

    public Task<string?> FindAddressAsync() => address.FindAsync();

    public async Task<string?> FindCustomerIdAsync(string userId)
    {
        var key = CustomerClaims.OnAccount(userId);

        return (await session.QueryIndex<CustomerKeyIndex>(index => index.Key == key).FirstOrDefaultAsync())?.ContentItemId;
    }

    /// <summary>Whether another customer has the address, where the site's rules give it to one alone.</summary>
    public async Task<bool> IsTakenAsync(string customerId, string email)
    {
        var key = SearchText.FoldEmail(email);

        return (await siteService.GetSettingsAsync<CustomerSettings>()).UniqueEmail
            && await session.QueryIndex<CustomerIndex>(index => index.Email == key && index.ContentItemId != customerId).FirstOrDefaultAsync() is not null;
    }

    public static bool IsSameEmail(string? one, string other) => SearchText.FoldEmail(one) == SearchText.FoldEmail(other);

    /// <summary>The same for every address; what could never be one is left out.</summary>
    public async Task QueueRequestAsync(string email)
    {
        var typed = (email ?? "").Trim();

        if (typed.Length is > 0 and <= MaxEmail)
        {
            await outbox.QueueRequestAsync(typed, await address.FindAsync());
            await session.FlushAsync();
        }
    }
}
