using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Infrastructure;
using OrchardCore.Users.Models;
using YesSql;

namespace OrchardCore.Customers.Accounts;

/// <summary>Links and what they are redeemed for, and what those who look after accounts may do.</summary>
internal sealed partial class CustomerAccountManager(
    ICustomerManager customers,
    CustomerWriter writer,
    AccountStore store,
    AccountCodes codes,
    AccountUsers users,
    AccountMails mails) : ICustomerAccountManager
{
    /// <summary>What dies when a password was set, or the account is taken away.</summary>
    private static readonly AccountCodePurpose[] PasswordPurposes = [AccountCodePurpose.Invitation, AccountCodePurpose.Reset, AccountCodePurpose.Attach];

    private AccountTexts Texts => store.Texts;

    public async Task<ContentItem?> FindCustomerAsync(string userId)
        => await store.FindCustomerIdAsync(userId) is { } id ? await customers.FindAsync(id) : null;

    public async Task<Result> InviteAsync(ContentItem customer)
    {
        var address = await store.FindAddressAsync();

        return await WriteAsync(() => mails.SendPasswordAsync(customer, AccountCodePurpose.Invitation, address));
    }

    public Task<Result> RevokeAsync(ContentItem customer) => WriteAsync(async () =>
    {
        var revoked = await codes.RevokeAsync(customer.ContentItemId, Enum.GetValues<AccountCodePurpose>());
        await mails.DropLinksAsync(customer.ContentItemId);

        return revoked > 0 ? Result.Success() : Texts.NothingOpen;
    });

    public Task RequestPasswordAsync(string email) => store.QueueRequestAsync(email);

    public async Task<AccountCode?> FindCodeAsync(string code, AccountCodePurpose purpose) => await OpenAsync(code, purpose) is { } opened ? opened.Code : null;

    public async Task<Result> SetPasswordAsync(string code, string password)
    {
        if ((await OpenAsync(code, AccountCodePurpose.Invitation) ?? await OpenAsync(code, AccountCodePurpose.Reset)) is not { } opened)
        {
            return Texts.DeadCode;
        }

        var account = await users.FindAsync(opened.Part.AccountId);

        if (account is not null && !await users.IsCustomerOnlyAsync(account))
        {
            return Texts.Staff;
        }

        return await RedeemAsync(
            opened,
            prepare: () => users.CheckRulesAsync(account, password),
            write: async () =>
            {
                var (user, result) = account is null ? await users.CreateAsync(opened.Customer, opened.Code.Email) : (account, Result.Success());

                return user is null ? result : await SetPasswordAsync(opened.Customer, user, password);
            });
    }

    public async Task<Result> AttachAsync(string code, string? userId, string? password)
    {
        if (await OpenAsync(code, AccountCodePurpose.Attach) is not { } opened || await users.FindByEmailAsync(opened.Code.Email) is not { } user || user.UserId != opened.Code.UserId)
        {
            return Texts.DeadCode;
        }

        return await RedeemAsync(
            opened,
            prepare: async () => await store.FindCustomerIdAsync(user.UserId) is not null ? Texts.NotAttached
                : userId == user.UserId ? Result.Success()
                : await users.CheckPasswordAsync(user, password ?? ""),
            write: async () =>
            {
                await codes.RevokeAsync(opened.Customer.ContentItemId, PasswordPurposes);

                return await users.AttachAsync(opened.Customer, user);
            });
    }

    public Task<Result> DetachAsync(ContentItem customer) => EndAccountAsync(customer, () => Task.FromResult(Result.Success()));

    public async Task<Result> EndSessionsAsync(ContentItem customer)
        => await FindAccountAsync(customer) is { } account ? await WriteAsync(() => users.EndSessionsAsync(account)) : Texts.NoAccount;

    private async Task<Result> SetPasswordAsync(ContentItem customer, User user, string password)
    {
        var set = await users.SetPasswordAsync(user, password);

        if (set.Succeeded)
        {
            await codes.RevokeAsync(customer.ContentItemId, PasswordPurposes);
            await mails.DropLinksAsync(customer.ContentItemId);
            await mails.NotifyAsync(customer, CustomerMailKind.PasswordNotice, user.Email);
        }

        return set;
    }

    /// <summary>Whatever ends an account: it is taken off the customer, and nothing that was mailed for it works any more.</summary>
    private async Task<Result> EndAccountAsync(ContentItem customer, Func<Task<Result>> prepare)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        if (string.IsNullOrEmpty(part.AccountId))
        {
            return Texts.NoAccount;
        }

        var account = await users.FindAsync(part.AccountId);

        return await writer.WriteAsync([customer], prepare, async () =>
        {
            await codes.RevokeAsync(customer.ContentItemId, Enum.GetValues<AccountCodePurpose>());
            await mails.DropLinksAsync(customer.ContentItemId);
            await mails.NotifyAsync(customer, CustomerMailKind.ClosedNotice, account?.Email);

            return await users.DetachAsync(customer, account);
        });
    }

    private Task<User?> FindAccountAsync(ContentItem customer) => users.FindAsync(customer.GetOrCreate<CustomerPart>().AccountId);

    /// <summary>What a code opens; a code for another address than the customer has by now opens nothing.</summary>
    private async Task<OpenedCode?> OpenAsync(string secret, AccountCodePurpose purpose)
    {
        if (await codes.FindLiveAsync(secret ?? "", purpose) is not { } code || await customers.FindAsync(code.CustomerId) is not { } customer)
        {
            return null;
        }

        var part = customer.GetOrCreate<CustomerPart>();
        var isMeant = part.Status == CustomerStatus.Active && (purpose == AccountCodePurpose.Email || AccountStore.IsSameEmail(part.Email, code.Email));

        return isMeant ? new OpenedCode(code, customer, part) : null;
    }

    /// <summary>Uses a code up and does what it is for, in one transaction: both, or nothing.</summary>
    private async Task<Result> RedeemAsync(OpenedCode opened, Func<Task<Result>> prepare, Func<Task<Result>> write)
    {
        var isTaken = false;
        var redeemed = await writer.WriteAsync([opened.Customer], prepare, async () =>
        {
            try
            {
                await codes.RedeemAsync(opened.Code);
            }
            catch (ConcurrencyException)
            {
                isTaken = true;

                return Texts.DeadCode;
            }

            return await write();
        });

        return redeemed.Succeeded || isTaken || redeemed.Errors.All(error => AccountKeys.Contains(error.Key, StringComparer.Ordinal)) ? redeemed : Texts.Disturbed;
    }

    private async Task<Result> WriteAsync(Func<Task<Result>> write) => await writer.WriteAsync([], () => Task.FromResult(Result.Success()), write);

    /// <summary>What a person who redeems a link can do something about.</summary>
    private static readonly string[] AccountKeys = [AccountFields.Password, AccountFields.CurrentPassword, AccountFields.Code, AccountFields.Email, ""];

    private sealed record OpenedCode(AccountCode Code, ContentItem Customer, CustomerPart Part);
}
