using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Checks what is wanted of an import before it begins.</summary>
internal sealed class ImportPlans(CustomerTransferCatalog catalog, ColumnMapper mapper, ICustomerGroupManager groups, ImportInvitations invitations, IStringLocalizer<ImportPlans> S)
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

        if (options.Invite)
        {
            if (invitations.Action is { } action)
            {
                // It asks for nothing; but it keeps what links begin with, which the background has no request to tell.
                await action.GetInputAsync();
            }
            else
            {
                Add(nameof(ImportOptions.Invite), S["The site has no accounts for customers, so nobody can be invited."]);
            }
        }

        return errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]);

        void Add(string key, LocalizedString message) => errors.Add(new ResultError { Key = key, Message = message });
    }

    /// <summary>The column that customers are matched by; <see langword="null"/> when it takes several.</summary>
    private static string? ColumnOf(MatchKey key) => key switch
    {
        MatchKey.Number => IdentityColumns.Number,
        MatchKey.CustomId => IdentityColumns.CustomId,
        MatchKey.NameAndAddress => null,
        _ => TextColumns.Email,
    };
}
