using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>One step of what follows an import, in a scope of its own: some rows of the journal and the progress are committed together, or nothing is.</summary>
internal sealed class ImportFollowUpStep(
    ISession session,
    JobStore<ImportRun> store,
    ImportActor actor,
    ImportLogs logs,
    CustomerRows customers,
    IEnumerable<IImportFollowUp> followUps)
{
    /// <summary>Does at most so many rows.</summary>
    public async Task<ImportProgress> RunAsync(string id, string runner, int count)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run || followUps.FirstOrDefault(other => other.Phase == run.Phase) is not { } followUp)
        {
            return ImportProgress.Over;
        }

        var problem = await actor.PrepareAsync(run) ?? (await actor.MayAsync(followUp.Permission) ? null : actor.Forbidden);
        var rows = problem is null ? await ReadAsync(run, followUp, count) : [];

        if (rows.Count == 0)
        {
            run.State = problem is null ? JobState.Finished : JobState.Stopped;
            run.Problem = problem?.Value;
            await store.SaveAsync(run);

            return ImportProgress.Over;
        }

        return await ApplyAsync(run, followUp, rows);
    }

    /// <summary>Goes past a row whose refusal has ended the session of its step.</summary>
    public async Task<bool> PassAsync(string id, string runner, string reason)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run || followUps.FirstOrDefault(other => other.Phase == run.Phase) is not { } followUp)
        {
            return false;
        }

        await SaveAsync(run, followUp, 1, [Explain((await ReadAsync(run, followUp, 1))[0], reason)]);

        return true;
    }

    private async Task<ImportProgress> ApplyAsync(ImportRun run, IImportFollowUp followUp, IReadOnlyList<ImportLogRow> rows)
    {
        var found = await FindAsync(rows);
        await followUp.PrepareAsync(rows);
        var transaction = await SessionTransaction.BeginAsync(session);
        var left = new List<ImportLogRow>();

        foreach (var row in rows.Where(followUp.IsFor))
        {
            var (result, customer) = await followUp.ApplyAsync(row, found.GetValueOrDefault(row.CustomerId!));

            if (!await transaction.IsOpenAsync())
            {
                return new ImportProgress(IsOver: false, rows.Count, TextOf(result));
            }

            if (customer is null)
            {
                found.Remove(row.CustomerId!);
            }
            else
            {
                found[row.CustomerId!] = customer;
            }

            if (!result.Succeeded)
            {
                left.Add(Explain(row, TextOf(result)));
            }
        }

        await SaveAsync(run, followUp, rows.Count, left, rows.Count(followUp.IsFor));

        return new ImportProgress(IsOver: false, rows.Count);
    }

    private async Task SaveAsync(ImportRun run, IImportFollowUp followUp, int count, List<ImportLogRow> left, int handled = 1)
    {
        var counts = followUp.Phase == ImportPhase.Undo ? run.Undone : run.Invited;
        await logs.AddAsync(run, followUp.Left, counts.Left, left);
        counts.Left += left.Count;
        counts.Done += handled - left.Count;
        run.Position += count;
        await store.SaveAsync(run);
    }

    /// <summary>The next rows, in the order in which they are done.</summary>
    private async Task<IReadOnlyList<ImportLogRow>> ReadAsync(ImportRun run, IImportFollowUp followUp, int count)
    {
        var total = run.Result.Created + run.Result.Updated + run.Result.Deleted;
        count = (int)Math.Min(count, total - run.Position);

        if (count <= 0)
        {
            return [];
        }

        return followUp.IsBackward
            ? [.. (await logs.ReadAsync(run.JobId, ImportLogKind.Journal, total - run.Position - count, count)).Reverse()]
            : await logs.ReadAsync(run.JobId, ImportLogKind.Journal, run.Position, count);
    }

    private async Task<Dictionary<string, ContentItem>> FindAsync(IReadOnlyList<ImportLogRow> rows)
    {
        var selection = CustomerSelection.Of(rows.Select(row => row.CustomerId!));

        return (await customers.ReadAsync(selection, actor.User, after: 0, end: long.MaxValue, rows.Count)).ToDictionary(customer => customer.ContentItemId, StringComparer.Ordinal);
    }

    private static ImportLogRow Explain(ImportLogRow row, string reason)
        => new() { Row = row.Row, Line = row.Line, CustomerId = row.CustomerId, Outcome = row.Outcome, Errors = [new CustomerTransferError(Column: null, reason)] };

    private static string TextOf(Result result) => string.Join(' ', result.Errors.Select(error => error.Message.Value));
}
