using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Mapping;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Shows what was understood of a file, and what can be said about its import.</summary>
public sealed class ImportPlanPages(
    IServiceProvider services,
    CustomerTransferCatalog catalog,
    ICustomerGroupManager groups,
    IAuthorizationService authorizationService,
    ImportWords words,
    IStringLocalizer<ImportPlanPages> S)
{
    /// <summary>More columns than anybody chooses from lists for.</summary>
    private const int WideFrom = 150;

    private const int MaxShownColumns = 40;
    private const int MaxCell = 120;
    private const int MaxExamples = 3;

    /// <summary>Among how many imports those are sought whose failed rows come back.</summary>
    private const int MaxFormer = 20;

    /// <summary>The page of a run that nobody has said anything about yet, or what was said before.</summary>
    public async Task<ImportPlanViewModel> OpenAsync(ImportRun run, ClaimsPrincipal user)
    {
        if (run.Columns.Length > 0)
        {
            return await BuildAsync(run, ImportPlanForm.Of(run.Options), run.Columns, user);
        }

        var userId = JobStore<ImportRun>.IdOf(user);
        var profile = ImportProfileManager.Suggest(await services.GetRequiredService<ImportProfileManager>().ListAsync(userId), run.Headings, userId);

        if (profile is not null)
        {
            var form = ImportPlanForm.Of(profile.Options);
            form.Profile = profile.ProfileId;

            return await BuildAsync(run, form, await MapAsync(profile), user, S["The file has the columns of the profile {0}, so that is what is filled in here.", profile.Name]);
        }

        return await FormerAsync(run, userId) is { } former
            ? await BuildAsync(
                run,
                ImportPlanForm.Of(former.Options),
                await MapAsync(new ImportProfile { Columns = ImportProfileManager.Keep(former.Headings, former.Columns) }),
                user,
                S["These are rows that failed before, so what you chose for {0} is filled in here.", former.FileName])
            : await BuildAsync(run, ImportPlanForm.Of(run.Options), await SuggestAsync(run, user), user);

        async Task<string?[]> MapAsync(ImportProfile from) => ImportProfileManager.Map(from, run.Headings, await catalog.ListForImportAsync(user));
    }

    /// <summary>The last import that the failed rows in a file may be of; <see langword="null"/> when it is no file of failed rows, or there is none.</summary>
    private async Task<ImportRun?> FormerAsync(ImportRun run, string userId)
    {
        if (!run.Headings.Any(Headings.IsError))
        {
            return null;
        }

        var shape = Headings.Shape(run.Headings);

        return (await services.GetRequiredService<IImportManager>().FindRecentAsync(userId, skip: 0, MaxFormer))
            .FirstOrDefault(former => former.Columns.Length > 0 && Headings.Shape(former.Headings).SequenceEqual(shape, StringComparer.Ordinal));
    }

    /// <summary>What the headings of the file mean by themselves.</summary>
    public async Task<string?[]> SuggestAsync(ImportRun run, ClaimsPrincipal user)
        => ColumnMapper.Suggest(run.Headings, await catalog.ListForImportAsync(user));

    /// <summary>The page with what was said.</summary>
    public async Task<ImportPlanViewModel> BuildAsync(ImportRun run, ImportPlanForm form, IReadOnlyList<string?> columns, ClaimsPrincipal user, string? suggested = null)
    {
        var sample = await services.GetRequiredService<ImportUploads>().ReadSampleAsync(run);
        form.Encoding ??= run.Format.Encoding;
        form.Delimiter ??= ImportWords.NameOf(run.Format.Delimiter);
        form.HasHeader = run.Format.HasHeader;
        var userId = JobStore<ImportRun>.IdOf(user);
        var profiles = await services.GetRequiredService<ImportProfileManager>().ListAsync(userId);

        return new ImportPlanViewModel
        {
            Run = run,
            Title = words.TitleOf(run),
            Form = form,
            Encodings = words.Encodings,
            Delimiters = words.Delimiters,
            Sample = Show(sample),
            Columns = [.. run.Headings.Select((heading, index) => Column(heading, index, index < columns.Count ? columns[index] : null, sample))],
            Targets = await TargetsAsync(user),
            IsWide = run.Headings.Length > WideFrom,
            DuplicateActions = words.DuplicateActions,
            MatchKeys = words.MatchKeys,
            Groups = [.. (await groups.ListNamesAsync()).Select(group => new CheckOption(group.Id, group.Name, form.Groups.Contains(group.Id, StringComparer.Ordinal)))],
            MayInvite = await MayInviteAsync(user),
            Profiles = [.. profiles.Select(profile => new ListOption(profile.ProfileId, profile.OwnerId == userId ? profile.Name : S["{0} (shared)", profile.Name].Value))],
            Suggested = suggested,
            Mapped = Mapped(run.Headings.Length, run.Headings.Zip(columns).Count(pair => !string.IsNullOrEmpty(pair.Second))),
        };
    }

    /// <summary>Whether created customers can be invited by this user.</summary>
    public async Task<bool> MayInviteAsync(ClaimsPrincipal user)
        => services.GetRequiredService<ImportInvitations>().Action is { } action && await authorizationService.AuthorizeAsync(user, action.Permission);

    /// <summary>What a user may say that columns mean.</summary>
    private async Task<IReadOnlyList<ListOption>> TargetsAsync(ClaimsPrincipal user) =>
    [
        new(RowCommands.Column, S["What is to be done with the row ({0})", RowCommands.Column]),
        .. (await catalog.ListForImportAsync(user)).Select(column => new ListOption(column.Name, Headings.Fold(column.Label.Value) == Headings.Fold(column.Name) ? column.Name : $"{column.Label.Value} ({column.Name})")),
    ];

    private string Mapped(int all, int imported)
        => imported == all ? S["Each column has a meaning. Choose otherwise where it is not the right one."]
            : S["Filled in already: {0:N0} of {1:N0} columns. Choose a meaning for the others where they matter; the rest is left out.", imported, all];

    private ImportSample Show(CsvSample sample)
    {
        var shown = Math.Min(sample.Header.Names.Count, MaxShownColumns);
        var problems = sample.Header.Problems.ToList();

        if (sample.Problems > 0)
        {
            problems.Add(S["{0:N0} of the first {1:N0} rows can't be read as they are. If these are many, choose another encoding or delimiter.", sample.Problems, sample.Read]);
        }

        if (sample.Read == 0)
        {
            problems.Add(S["There is no row below the names of the columns."]);
        }

        return new ImportSample
        {
            Summary = sample.IsWhole
                ? S["Rows: {0:N0}. Columns: {1:N0}.", sample.Read, sample.Header.Names.Count]
                : S["Rows: more than {0:N0}. Columns: {1:N0}.", sample.Read, sample.Header.Names.Count],
            Problems = problems,
            Headings = [.. sample.Header.Names.Take(shown).Select(Shorten)],
            Rows = [.. sample.Rows.Select(row => new ImportSampleRow(row.Number, [.. row.Cells.Take(shown).Select(Shorten)], row.Problem))],
            Hidden = sample.Header.Names.Count - shown,
        };
    }

    private static ImportPlanColumn Column(string heading, int index, string? target, CsvSample sample)
    {
        var examples = sample.Rows.Where(row => row.Problem is null && index < row.Cells.Count).Select(row => row.Cells[index]).Where(cell => !string.IsNullOrWhiteSpace(cell)).Distinct(StringComparer.Ordinal).Take(MaxExamples).Select(Shorten);
        var filled = sample.Read == 0 || index >= sample.Filled.Count ? 0 : (int)Math.Round(100.0 * sample.Filled[index] / sample.Read);

        // Few among many are not none.
        return new ImportPlanColumn(heading, [.. examples], filled == 0 && index < sample.Filled.Count && sample.Filled[index] > 0 ? 1 : filled, target);
    }

    private static string Shorten(string text) => VisibleText.Shorten(text, MaxCell);
}
