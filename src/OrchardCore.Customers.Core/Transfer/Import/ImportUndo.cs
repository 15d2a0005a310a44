using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Notes;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Takes an import back: created customers go, changed ones are what they were. Who was changed since is left.</summary>
internal sealed class ImportUndo(ISession session, ICustomerManager manager, CustomerBatch batch, CustomerHistory history, IStringLocalizer<ImportUndo> S) : IImportFollowUp
{
    private HashSet<string> _noted = [];

    public ImportPhase Phase => ImportPhase.Undo;

    public Permission Permission => CustomersPermissions.DeleteCustomers;

    public ImportLogKind Left => ImportLogKind.NotUndone;

    /// <summary>A customer may have been created by one row and changed by a later one.</summary>
    public bool IsBackward => true;

    public bool IsFor(ImportLogRow row) => true;

    /// <summary>Notes are no part of the customer, and would go with it.</summary>
    public async Task PrepareAsync(IReadOnlyList<ImportLogRow> rows)
    {
        string[] created = [.. rows.Where(row => row.Outcome == ImportOutcome.Created).Select(row => row.CustomerId!)];
        var notes = created.Length == 0 ? [] : await session.QueryIndex<CustomerNoteIndex>(note => note.CustomerId.IsIn(created), CustomersConstants.Collection).ListAsync();
        _noted = notes.Select(note => note.CustomerId).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<(Result Result, ContentItem? Customer)> ApplyAsync(ImportLogRow row, ContentItem? customer)
    {
        if (row.Outcome == ImportOutcome.Deleted)
        {
            return (CustomerWriter.Refused("", S["The import deleted this customer; who is deleted can't be brought back."]), null);
        }

        if (customer is null)
        {
            return (row.Outcome == ImportOutcome.Created ? Result.Success() : CustomerWriter.Refused("", S["No longer there."]), null);
        }

        if (ImportJournal.Stamp(customer) != row.After)
        {
            return (CustomerWriter.Refused("", S["Changed since the import."]), customer);
        }

        if (row.Outcome == ImportOutcome.Created && _noted.Contains(customer.ContentItemId))
        {
            return (CustomerWriter.Refused("", S["Somebody wrote a note on this customer since the import."]), customer);
        }

        return row.Outcome == ImportOutcome.Created
            ? (await manager.DeleteAsync(customer), null)
            : await RestoreAsync(customer, row);
    }

    private async Task<(Result Result, ContentItem? Customer)> RestoreAsync(ContentItem customer, ImportLogRow row)
    {
        var former = ImportJournal.Restore(customer, row.Before ?? []);
        history.Remember(customer.ContentItemId, CustomerDifferences.Parts(customer));
        session.Detach(customer);
        var (checks, written) = await batch.SaveAsync([former]);

        return (checks.Refuse(former) ? checks[former] : written, former);
    }
}
