using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Rules;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Accounts;

/// <summary>What customers do with their own accounts.</summary>
internal sealed partial class CustomerAccountManager
{
    public async Task<Result> ChangePasswordAsync(ContentItem customer, string current, string password)
    {
        if (await FindAccountAsync(customer) is not { } account)
        {
            return Texts.NoAccount;
        }

        return await writer.WriteAsync(
            [],
            prepare: async () => await users.CheckPasswordAsync(account, current ?? "") is { Succeeded: false } wrong ? wrong : await users.CheckRulesAsync(account, password ?? ""),
            write: async () =>
            {
                var changed = await users.ChangePasswordAsync(account, current!, password!);
                await mails.NotifyAsync(customer, CustomerMailKind.PasswordNotice, account.Email);

                return changed;
            });
    }

    public async Task<Result> RequestEmailAsync(ContentItem customer, string password, string email)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var address = await store.FindAddressAsync();
        email = (email ?? "").Trim();

        if (await FindAccountAsync(customer) is not { } account)
        {
            return Texts.NoAccount;
        }

        return await writer.WriteAsync(
            [],
            prepare: async () => await users.CheckPasswordAsync(account, password ?? "") is { Succeeded: false } wrong ? wrong
                : email.Length > AccountStore.MaxEmail || !CustomerContactRule.IsEmail(email) ? Texts.NoEmailAddress
                : AccountStore.IsSameEmail(part.Email, email) ? Texts.SameEmail
                : address is null ? Texts.NoAddress
                : Result.Success(),
            write: async () =>
            {
                // Who has an address is nobody else's business: the answer is the same, and the old address is told.
                if (await IsFreeAsync(customer, email))
                {
                    await mails.SendConfirmationAsync(customer, email, address!);
                }

                await mails.NotifyAsync(customer, CustomerMailKind.EmailNotice, part.Email, email);

                return Result.Success();
            });
    }

    public async Task<Result> ConfirmEmailAsync(string code)
    {
        if (await OpenAsync(code, AccountCodePurpose.Email) is not { } opened || !await IsFreeAsync(opened.Customer, opened.Code.Email))
        {
            return Texts.DeadCode;
        }

        return await RedeemAsync(
            opened,
            prepare: () => Task.FromResult(Result.Success()),
            write: async () =>
            {
                opened.Customer.Alter<CustomerPart>(part => part.Email = opened.Code.Email);
                await codes.RevokeAsync(opened.Customer.ContentItemId, PasswordPurposes);
                await mails.DropLinksAsync(opened.Customer.ContentItemId);
                await users.SaveAsync(opened.Customer);

                // The account has followed the customer by now; that the address is theirs is proved.
                return await FindAccountAsync(opened.Customer) is { } account && await users.IsCustomerOnlyAsync(account)
                    ? await users.FollowAsync(account, opened.Code.Email, isConfirmed: true)
                    : Result.Success();
            });
    }

    public async Task<Result> CloseAsync(ContentItem customer, string password)
        => await FindAccountAsync(customer) is { } account
            ? await EndAccountAsync(customer, () => users.CheckPasswordAsync(account, password ?? ""))
            : Texts.NoAccount;

    /// <summary>Whether neither another customer nor another user has the address.</summary>
    private async Task<bool> IsFreeAsync(ContentItem customer, string email)
        => !await store.IsTakenAsync(customer.ContentItemId, email)
            && (await users.FindByEmailAsync(email) is not { } user || user.UserId == customer.GetOrCreate<CustomerPart>().AccountId);
}
