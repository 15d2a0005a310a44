using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Infrastructure;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>
/// Carries out some rows together: the trial and the import alike. The import saves what it has to tell in the same flush, so
/// that both are kept or neither is; the trial stops before anything is saved, since what other modules do when a customer is
/// saved may leave the site.
/// </summary>
internal sealed class ImportBatch(
    CustomerBatch batch,
    ICustomerManager manager,
    CustomerHistory history,
    ImportColumns columns,
    ISiteService siteService,
    IStringLocalizer<ImportBatch> S)
{
    /// <summary>Checks rows as the import would, and saves nothing.</summary>
    public async Task TryAsync(IReadOnlyList<ImportRow> rows, ImportRun run, ImportTrialMemory memory)
    {
        var targets = await WriteAsync(rows, run);
        var checks = await batch.CheckAsync(targets);
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        foreach (var row in Written(rows))
        {
            await RefuseAsync(row, checks);
            Compare(row);

            if (row.Outcome == ImportOutcome.Created)
            {
                Claim(row, CustomerClaims.Of(row.Target!.Customer.GetOrCreate<CustomerPart>(), settings), memory);
            }
        }
    }

    /// <summary>Saves the customers of rows.</summary>
    /// <param name="checkedRow">Called for each row that is right, before any is written.</param>
    /// <param name="alongside">Saves what there is to tell, once it is known what became of each row.</param>
    /// <returns>A failure when the session was cancelled, and so nothing was saved.</returns>
    public async Task<Result> SaveAsync(IReadOnlyList<ImportRow> rows, ImportRun run, Action checkedRow, Func<Task> alongside)
    {
        if (rows is [{ Outcome: ImportOutcome.Deleted, Match: { } customer }])
        {
            return await DeleteAsync(customer, alongside);
        }

        var targets = await WriteAsync(rows, run);
        var byCustomer = new Dictionary<ContentItem, ImportRow>(ReferenceEqualityComparer.Instance);

        foreach (var row in Written(rows))
        {
            byCustomer[row.Target!.Customer] = row;
        }

        var (_, written) = await batch.SaveAsync(
            targets,
            isWorthSaving: saved =>
            {
                checkedRow();

                return Compare(byCustomer[saved]) != ImportOutcome.Unchanged;
            },
            alongside: async checks =>
            {
                foreach (var row in byCustomer.Values)
                {
                    await RefuseAsync(row, checks);
                }

                await alongside();
            });

        return written;
    }

    private static IEnumerable<ImportRow> Written(IReadOnlyList<ImportRow> rows)
        => rows.Where(row => row.Target is not null && !row.IsRefused && row.Outcome != ImportOutcome.Unchanged);

    /// <summary>Decides that a row is unchanged, when its saved customer says already what it does.</summary>
    private static ImportOutcome Compare(ImportRow row)
    {
        if (row is { Outcome: ImportOutcome.Updated, Before: { } before } && CustomerDifferences.Between(before, CustomerDifferences.Parts(row.Target!.Customer)).Count == 0)
        {
            row.Decide(ImportOutcome.Unchanged);
        }

        return row.Outcome;
    }

    /// <summary>Writes what the rows say into their customers.</summary>
    /// <returns>Those that nothing is wrong with so far.</returns>
    private async Task<IReadOnlyList<ContentItem>> WriteAsync(IReadOnlyList<ImportRow> rows, ImportRun run)
    {
        var targets = rows.Where(row => row.Target is not null).ToList();

        foreach (var row in targets.Where(row => !row.Target!.IsNew))
        {
            row.Before = CustomerDifferences.Parts(row.Target!.Customer);
            history.Remember(row.Target.Customer.ContentItemId, row.Before);
        }

        await columns.WriteAsync([.. targets.Select(row => (row, row.Target!))], run.Options);

        foreach (var row in targets.Where(row => row.IsRefused))
        {
            row.Decide(ImportOutcome.Failed);
        }

        foreach (var row in Written(rows))
        {
            Apply(run.Options, row.Target!);

            // Nothing is left to be checked then, and it is so when the same file comes again.
            Compare(row);
        }

        return [.. Written(rows).Select(row => row.Target!.Customer)];
    }

    private static void Apply(ImportOptions options, CustomerTransferRow target)
    {
        var hold = target.IsNew && options.HoldReason is { Length: > 0 } reason ? new CustomerHold { Reason = reason } : null;

        if (options.Groups.Length > 0 || hold is not null)
        {
            target.Customer.Alter<CustomerPart>(part =>
            {
                part.Groups = [.. part.Groups.Union(options.Groups, StringComparer.Ordinal)];
                part.Hold = hold ?? part.Hold;
            });
        }
    }

    /// <summary>Says of a row what the rules said of its customer.</summary>
    private async Task RefuseAsync(ImportRow row, CustomerChecks checks)
    {
        var customer = row.Target!.Customer;

        if (checks.Refuse(customer))
        {
            foreach (var error in await columns.ExplainAsync(checks[customer]))
            {
                row.Fail(error.Column, error.Message);
            }
        }
    }

    /// <summary>What an earlier row of the file would have taken is not free for a later one.</summary>
    private void Claim(ImportRow row, IReadOnlyList<string> claims, ImportTrialMemory memory)
    {
        if (claims.Any(memory.Knows))
        {
            row.Fail(column: null, S["An earlier row of this file has the same value, and only one customer may have it."]);

            return;
        }

        foreach (var claim in claims)
        {
            memory.Add(claim);
        }
    }

    private async Task<Result> DeleteAsync(ContentItem customer, Func<Task> alongside)
    {
        var deleted = await manager.DeleteAsync(customer);

        if (deleted.Succeeded)
        {
            await alongside();
        }

        return deleted;
    }
}
