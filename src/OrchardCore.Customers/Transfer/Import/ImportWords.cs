using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What imports, their files and their options are called.</summary>
public sealed class ImportWords(JobWords words, IStringLocalizer<ImportWords> S)
{
    private const string Tab = "tab";

    /// <summary>How far a run is, of all that is ever done with it.</summary>
    public ListBadge BadgeOf(ImportRun run) => (run.Phase, run.State) switch
    {
        (ImportPhase.Setup, JobState.Cancelled) => new(S["Discarded"], "xmark", "secondary"),
        (ImportPhase.Setup, _) => new(S["Waits for you"], "circle-pause", "warning"),
        (ImportPhase.Trial, JobState.Running) => new(S["Checking"], "circle-info", "primary"),
        (ImportPhase.Trial, JobState.Finished) => new(S["Checked"], "circle-check", "info"),
        (ImportPhase.Import, JobState.Running) => new(S["Importing"], "circle-info", "primary"),
        (ImportPhase.Import, JobState.Finished) => new(S["Imported"], "circle-check", "success"),
        (ImportPhase.Invite, JobState.Running) => new(S["Inviting"], "envelope", "primary"),
        (ImportPhase.Invite, JobState.Finished) => new(S["Imported"], "circle-check", "success"),
        (ImportPhase.Undo, JobState.Running) => new(S["Undoing"], "circle-info", "primary"),
        (ImportPhase.Undo, JobState.Finished) => new(S["Undone"], "circle-check", "secondary"),
        var (_, state) => words.BadgeOf(state),
    };

    /// <summary>The heading of a run's page.</summary>
    public string TitleOf(ImportRun run) => run.Phase switch
    {
        ImportPhase.Trial => S["Check of {0}", run.FileName],
        ImportPhase.Undo => S["Undo of {0}", run.FileName],
        _ => S["Import of {0}", run.FileName],
    };

    /// <summary>In one line what became of the rows, or will become of them.</summary>
    public string Summary(ImportRun run)
    {
        var counts = run.Counts();
        var isTrial = run.Phase == ImportPhase.Trial;

        return counts.Read == 0 ? "" : string.Join(", ",
        [
            counts.Read == 1 ? S["one row read"].Value : S["{0:N0} rows read", counts.Read].Value,
            .. Part(counts.Created, isTrial ? S["{0:N0} to be created", counts.Created] : S["{0:N0} created", counts.Created]),
            .. Part(counts.Updated, isTrial ? S["{0:N0} to be updated", counts.Updated] : S["{0:N0} updated", counts.Updated]),
            .. Part(counts.Deleted, isTrial ? S["{0:N0} to be deleted", counts.Deleted] : S["{0:N0} deleted", counts.Deleted]),
            .. Part(counts.Unchanged, S["{0:N0} unchanged", counts.Unchanged]),
            .. Part(counts.Skipped, S["{0:N0} skipped", counts.Skipped]),
            .. Part(counts.Failed, S["{0:N0} failed", counts.Failed]),
        ]);

        static IEnumerable<string> Part(long count, LocalizedString text) => count > 0 ? [text.Value] : [];
    }

    /// <summary>What became of the rows, or will become of them, one by one.</summary>
    public IReadOnlyList<ImportCount> Counts(ImportRun run)
    {
        var counts = run.Counts();
        var isTrial = run.Phase == ImportPhase.Trial;

        return
        [
            new(S["Read"], counts.Read),
            new(isTrial ? S["To be created"] : S["Created"], counts.Created),
            new(isTrial ? S["To be updated"] : S["Updated"], counts.Updated),
            new(S["Unchanged"], counts.Unchanged),
            new(S["Skipped"], counts.Skipped),
            .. counts.Deleted > 0 ? [new(isTrial ? S["To be deleted"] : S["Deleted"], counts.Deleted)] : Array.Empty<ImportCount>(),
            new(S["Failed"], counts.Failed) { IsBad = counts.Failed > 0 },
        ];
    }

    public IReadOnlyList<ListOption> Encodings =>
    [
        new("utf-8", S["UTF-8 (most programs)"]),
        new("utf-16", S["UTF-16 (Excel: Unicode text)"]),
        new("utf-16be", S["UTF-16, big endian"]),
        new("windows-1252", S["Windows-1252 (older Excel)"]),
    ];

    public IReadOnlyList<ListOption> Delimiters =>
    [
        new(",", S["Comma ,"]),
        new(";", S["Semicolon ;"]),
        new(Tab, S["Tab"]),
        new("|", S["Vertical bar |"]),
    ];

    public IReadOnlyList<ListOption> DuplicateActions =>
    [
        new(nameof(DuplicateAction.CreateNew), S["create a new customer"]),
        new(nameof(DuplicateAction.Skip), S["skip the row"]),
        new(nameof(DuplicateAction.Update), S["update the customer"]),
    ];

    public IReadOnlyList<ListOption> MatchKeys =>
    [
        new(nameof(MatchKey.Email), S["the e-mail address"]),
        new(nameof(MatchKey.Number), S["the customer number"]),
        new(nameof(MatchKey.CustomId), S["the id of one's own"]),
        new(nameof(MatchKey.NameAndAddress), S["the name and the Ship To address"]),
    ];

    /// <summary>A delimiter as forms have it: browsers may lose a tab.</summary>
    public static string NameOf(char delimiter) => delimiter == '\t' ? Tab : delimiter.ToString();

    /// <summary>What was chosen, as far as it is one of those that there are.</summary>
    public static CsvFormat? FormatOf(string? encoding, string? delimiter, bool hasHeader)
    {
        var character = delimiter == Tab ? '\t' : delimiter is [var single] ? single : default;

        return CsvFormat.Encodings.Contains(encoding, StringComparer.Ordinal) && CsvFormat.Delimiters.Contains(character)
            ? new CsvFormat { Encoding = encoding!, Delimiter = character, HasHeader = hasHeader }
            : null;
    }
}

/// <summary>How many rows have the same fate.</summary>
public sealed record ImportCount(string Label, long Number)
{
    /// <summary>Whether somebody should look at it.</summary>
    public bool IsBad { get; init; }
}
