using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers;

/// <summary>
/// Invites customers to have an account; there is one where a feature brings accounts, and none elsewhere. For capabilities that
/// make customers and know nothing of accounts.
/// </summary>
public interface ICustomerInviter
{
    /// <summary>Invites a saved customer, in the session that has saved it.</summary>
    Task<Result> InviteAsync(ContentItem customer);
}
