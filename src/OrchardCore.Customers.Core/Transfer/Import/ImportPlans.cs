using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Checks what is wanted of an import before it begins.</summary>
internal sealed class ImportPlans(CustomerTransferCatalog catalog, ColumnMapper mapper, ICustomerGroupManager groups, IClock clock, ISiteService siteService, IStringLocalizer<ImportPlans> S)
{
    public async Task<Result> CheckAsync(ImportRun run, IReadOnlyList<string?> columns, ImportOptions options)
    {
        var chosen = columns.OfType<string>().ToList();
        var errors = new List<ResultError>();

        foreach (var problem in mapper.Check(run.Headings, columns, await catalog.ListAsync()))
        {
            Add(nameof(ImportRun.Columns), problem);
        }

        if (options.OnDuplicate != DuplicateAction.CreateNew && ColumnOf(options.Match) is { } column && !chosen.Contains(column))
        {
            Add(nameof(ImportOptions.Match), S["Customers are to be matched by {0}, and no column of the file has it.", column]);
        }

        if (options.HoldReason?.Length > CustomerHold.MaxReason)
        {
            Add(nameof(ImportOptions.HoldReason), S["The reason can have at most {0} characters.", CustomerHold.MaxReason]);
        }

        var there = (await groups.ListAsync()).Select(group => group.ContentItemId).ToHashSet(StringComparer.Ordinal);

        if (options.Groups.Any(group => !there.Contains(group)))
        {
            Add(nameof(ImportOptions.Groups), S["One of the groups was deleted meanwhile. Choose again."]);
        }

        return errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]);

        void Add(string key, LocalizedString message) => errors.Add(new ResultError { Key = key, Message = message });
    }

    /// <summary>Until when an import that begins now can be undone.</summary>
    public async Task<DateTime> UndoUntilAsync() => clock.UtcNow.AddDays((await siteService.GetSettingsAsync<TransferSettings>()).JournalDays);

    /// <summary>The column that customers are matched by; <see langword="null"/> when it takes several.</summary>
    private static string? ColumnOf(MatchKey key) => key switch
    {
        MatchKey.Number => IdentityColumns.Number,
        MatchKey.CustomId => IdentityColumns.CustomId,
        MatchKey.NameAndAddress => null,
        _ => TextColumns.Email,
    };
}
