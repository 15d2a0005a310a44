using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Accounts;

/// <summary>Invites by the mail with a link for the first password.</summary>
internal sealed class CustomerInviter(ICustomerAccountManager accounts) : ICustomerInviter
{
    public Task<Result> InviteAsync(ContentItem customer) => accounts.InviteAsync(customer);
}
