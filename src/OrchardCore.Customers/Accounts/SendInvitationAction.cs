using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Accounts;

/// <summary>Invites many customers. The mails go out at the rate of the settings; who has an account already, or an open invitation, gets none.</summary>
internal sealed class SendInvitationAction(AccountMails mails, AccountAddress address, IStringLocalizer<SendInvitationAction> S) : ICustomerBulkAction
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
        => await mails.QueueInvitationAsync(customer, await address.FindForJobAsync());
}
