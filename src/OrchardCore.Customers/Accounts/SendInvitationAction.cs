using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Accounts;

/// <summary>Invites many customers. The mails go out at the rate of the settings; who has an account already, or an open invitation, gets none.</summary>
internal sealed class SendInvitationAction(AccountMails mails, AccountCodes codes, AccountAddress address, IClock clock, IStringLocalizer<SendInvitationAction> S) : ICustomerBulkAction
{
    public string Name => "invite";

    public LocalizedString Text => S["Send invitations"];

    public LocalizedString Hint => S["Mail these customers a link for their first password, unless they have an account or an open invitation"];

    public string Icon => "envelope";

    public Permission Permission => CustomersPermissions.ManageCustomerAccounts;

    /// <summary>It asks for nothing; but a job has no request that would tell what links begin with, so it is kept now.</summary>
    public async Task<CustomerBulkInput?> GetInputAsync()
    {
        await address.FindAsync();

        return null;
    }

    public async Task<Result> ApplyAsync(ContentItem customer, string? value)
        => await IsInvitedAsync(customer)
            ? Result.Success()
            : await mails.SendPasswordAsync(customer, AccountCodePurpose.Invitation, await address.FindForJobAsync(), isBulk: true);

    private async Task<bool> IsInvitedAsync(ContentItem customer)
        => !string.IsNullOrEmpty(customer.GetOrCreate<CustomerPart>().AccountId)
            || (await codes.FindAsync(customer.ContentItemId)).Any(code => code.Purpose != AccountCodePurpose.Email && code.IsLive(clock.UtcNow));
}
