using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Invites the customers that an import has created, by the bulk action of the feature that brings accounts. The mails go out at the rate of the site's mail settings.</summary>
internal sealed class ImportInvitations(IEnumerable<ICustomerBulkAction> actions, IStringLocalizer<ImportInvitations> S) : IImportFollowUp
{
    private const string ActionName = "invite";

    /// <summary>The action that invites; <see langword="null"/> where no feature brings accounts.</summary>
    public ICustomerBulkAction? Action => actions.FirstOrDefault(action => action.Name == ActionName);

    public ImportPhase Phase => ImportPhase.Invite;

    public Permission Permission => Action?.Permission ?? CustomersPermissions.ManageCustomerAccounts;

    public ImportLogKind Left => ImportLogKind.NotInvited;

    public bool IsBackward => false;

    public bool IsFor(ImportLogRow row) => row.Outcome == ImportOutcome.Created;

    public async Task<(Result Result, ContentItem? Customer)> ApplyAsync(ImportLogRow row, ContentItem? customer)
        => customer is null ? (CustomerWriter.Refused("", S["No longer there."]), null)
            : Action is { } action ? (await action.ApplyAsync(customer, value: null), customer)
            : (CustomerWriter.Refused("", S["The site has no accounts for customers any more."]), customer);
}
