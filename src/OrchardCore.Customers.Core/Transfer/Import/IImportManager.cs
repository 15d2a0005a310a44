using System.Security.Claims;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>
/// Takes files in, says what they are to become, starts, pauses, cancels and undoes imports, and tells what became of their
/// rows. What it saves is committed when it returns. The keys of errors are names of properties of <see cref="ImportRun"/>
/// and <see cref="ImportOptions"/>, or empty.
/// </summary>
public interface IImportManager
{
    /// <summary>Keeps a file and says what was understood of it. The run waits to be told what its columns mean.</summary>
    /// <param name="stream">Read to its end; what is larger than the settings allow is refused.</param>
    /// <param name="name">What the user calls the file.</param>
    /// <returns>The run, or why the file is not taken.</returns>
    Task<(Result Result, ImportRun? Run)> UploadAsync(Stream stream, string name, ClaimsPrincipal user, CancellationToken cancellationToken = default);

    /// <summary>The run with that id; <see langword="null"/> when there is none.</summary>
    Task<ImportRun?> FindAsync(string id);

    /// <summary>The last runs of a user or, without one, of all users, the newest first.</summary>
    Task<IReadOnlyList<ImportRun>> FindRecentAsync(string? userId, int skip, int count);

    /// <summary>Reads the file of a run with another format, which tells anew what its columns are called; the mapping begins anew.</summary>
    Task<Result> ReadAgainAsync(string id, CsvFormat format);

    /// <summary>Says what the columns of the file mean and how the rows are to be imported.</summary>
    /// <param name="columns">As <see cref="ImportRun.Columns"/>.</param>
    Task<Result> PlanAsync(string id, IReadOnlyList<string?> columns, ImportOptions options);

    /// <summary>Starts the trial or the import, to be done by the runner of imports (<see cref="IJobRunner"/>).</summary>
    /// <param name="phase"><see cref="ImportPhase.Trial"/>, <see cref="ImportPhase.Import"/> or <see cref="ImportPhase.Undo"/>.</param>
    Task<Result> StartAsync(string id, ImportPhase phase, ClaimsPrincipal user);

    /// <summary>Has a run wait after the step it is at.</summary>
    Task PauseAsync(string id);

    /// <summary>Lets a run go on, to be done by <see cref="IJobRunner"/>; also one that was stopped.</summary>
    Task ResumeAsync(string id);

    /// <summary>Ends a run after the step it is at. What was imported stays, until it is undone.</summary>
    Task CancelAsync(string id);

    /// <summary>Gives up a run of which nothing was imported: its file goes, and what a trial told of its rows.</summary>
    Task DiscardAsync(string id);

    /// <summary>Rows that a run has something to tell of, in their order.</summary>
    Task<IReadOnlyList<ImportLogRow>> ReadLogAsync(string id, ImportLogKind kind, long skip, int count);

    /// <summary>Writes the failed rows of a run as a file of the shape of the imported one, with a column that says what is wrong, to be corrected and imported again.</summary>
    Task WriteFailedAsync(ImportRun run, Stream target, CancellationToken cancellationToken = default);

    /// <summary>Deletes files and journals whose time is over, and runs that were over long ago.</summary>
    Task DeleteOldAsync();
}
