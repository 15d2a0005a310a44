using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Decides for each row of a batch whether it makes a customer, changes or deletes one, or does nothing.</summary>
internal sealed class ImportDecider(
    IContentManager contentManager,
    ImportMatcher matcher,
    ImportColumns columns,
    ImportActor actor,
    IStringLocalizer<ImportDecider> S)
{
    /// <summary>What tells the customers of rows apart, so that a row is not looked up before an earlier one for the same customer is saved.</summary>
    public async Task<IReadOnlyDictionary<ImportRow, string>> KeysAsync(IReadOnlyList<ImportRow> rows, ImportRun run)
    {
        var asked = rows.Where(row => !row.IsDecided && NeedsMatch(row, run.Options)).ToList();
        var drafts = run.Options.Match == MatchKey.NameAndAddress ? await DraftAsync(asked, run) : [];

        return asked.ToDictionary(row => row, row => matcher.KeyOf(row, run.Options.Match, drafts.GetValueOrDefault(row)));
    }

    /// <summary>Finds the customers of rows and gives each row what it writes into.</summary>
    /// <param name="memory">Of a trial: what earlier rows would have saved; <see langword="null"/> in the import.</param>
    public async Task DecideAsync(IReadOnlyList<ImportRow> rows, IReadOnlyDictionary<ImportRow, string> keys, ImportRun run, ImportTrialMemory? memory)
    {
        var found = await matcher.FindAsync([.. keys.Values.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)], run.Options.Match, actor.User);
        var mayDelete = await actor.MayAsync(CustomersPermissions.DeleteCustomers);

        foreach (var row in rows.Where(row => !row.IsDecided))
        {
            var key = keys.GetValueOrDefault(row, "");
            ContentItem[] matches = key.Length == 0 ? [] : [.. found[key]];
            var isInFile = key.Length > 0 && memory?.Knows(key) == true;

            if (matches.Length > 1)
            {
                row.Fail(column: null, S["{0} customers match this row. Match by customer number or id instead.", matches.Length]);
            }
            else if (Refuse(row, matches.Length > 0 || isInFile, key, mayDelete) is { } refusal)
            {
                row.Fail(column: null, refusal);
            }
            else
            {
                row.Match = matches.FirstOrDefault();
                await DecideAsync(row, run.Options, isInFile);
            }
        }
    }

    private static bool NeedsMatch(ImportRow row, ImportOptions options) => row.Command != RowCommand.None || options.OnDuplicate != DuplicateAction.CreateNew;

    private LocalizedString? Refuse(ImportRow row, bool isThere, string key, bool mayDelete) => row.Command switch
    {
        RowCommand.New when isThere => S["This customer is there already. Write UPDATE, or leave the command out."],
        RowCommand.Update or RowCommand.Delete when key.Length == 0 => S["The row doesn't say which customer it is for. Fill the column that customers are matched by."],
        RowCommand.Update or RowCommand.Delete when !isThere => S["There is no such customer. Correct the row, or leave the command out."],
        RowCommand.Delete when !mayDelete => S["You may not delete customers."],
        _ => null,
    };

    private async Task DecideAsync(ImportRow row, ImportOptions options, bool isInFile)
    {
        var isThere = row.Match is not null || isInFile;

        if (row.Command == RowCommand.Delete)
        {
            row.Decide(ImportOutcome.Deleted);
        }
        else if (row.Command == RowCommand.None && isThere && options.OnDuplicate == DuplicateAction.Skip)
        {
            row.Decide(ImportOutcome.Skipped);
        }
        else
        {
            var updates = isThere && (row.Command == RowCommand.Update || options.OnDuplicate == DuplicateAction.Update);
            row.Target = new CustomerTransferRow(updates && row.Match is { } match ? match : await contentManager.NewAsync(CustomersConstants.ContentTypes.Customer));
            row.Decide(updates ? ImportOutcome.Updated : ImportOutcome.Created);
        }
    }

    /// <summary>What rows say, as customers that are never saved.</summary>
    private async Task<Dictionary<ImportRow, ContentItem>> DraftAsync(List<ImportRow> rows, ImportRun run)
    {
        var drafts = new Dictionary<ImportRow, ContentItem>();

        foreach (var row in rows)
        {
            drafts[row] = await contentManager.NewAsync(CustomersConstants.ContentTypes.Customer);
        }

        await columns.WriteAsync([.. drafts.Select(draft => (draft.Key, new CustomerTransferRow(draft.Value)))], run.Options);

        return drafts;
    }
}
