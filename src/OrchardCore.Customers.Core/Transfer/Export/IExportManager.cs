using System.Security.Claims;
using OrchardCore.Customers.Bulk;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>
/// Exports customers: at once, or in the background into a file that is kept for some days. What it saves is committed when it
/// returns. The keys of errors are names of properties of <see cref="ExportOptions"/>, or empty.
/// </summary>
public interface IExportManager
{
    /// <summary>The columns that a user who may export can export, in their order.</summary>
    Task<IReadOnlyList<ICustomerTransferColumn>> FindColumnsAsync(ClaimsPrincipal user);

    /// <summary>How many customers a selection has that the user may see.</summary>
    Task<int> FindCountAsync(CustomerSelection selection, ClaimsPrincipal user);

    /// <summary>Whether it can be exported like that.</summary>
    Task<Result> CheckAsync(ExportOptions options, ClaimsPrincipal user);

    /// <summary>Writes a file at once. Nobody checks the options: see <see cref="CheckAsync"/>.</summary>
    /// <param name="target">Where the file goes; it stays open.</param>
    Task WriteAsync(ExportOptions options, ClaimsPrincipal user, Stream target, CancellationToken cancellationToken = default);

    /// <summary>What a file that is made now is called when it is downloaded.</summary>
    Task<string> NewNameAsync(ExportFormat format);

    /// <summary>Saves an export, to be done by its <see cref="Shared.Jobs.IJobRunner"/>. The same one sent again is accepted and starts nothing.</summary>
    /// <param name="run">With its id and options.</param>
    Task<Result> StartAsync(ExportRun run, ClaimsPrincipal user);

    /// <summary>The export with that id; <see langword="null"/> when there is none.</summary>
    Task<ExportRun?> FindAsync(string id);

    /// <summary>The last exports of a user or, without one, of all users, the newest first.</summary>
    Task<IReadOnlyList<ExportRun>> FindRecentAsync(string? userId, int skip, int count);

    /// <summary>The file of an export; <see langword="null"/> when there is none, or none any more.</summary>
    Task<Stream?> FindFileAsync(ExportRun run);

    /// <summary>Ends an export after the step it is at, and deletes what there is of its file.</summary>
    Task CancelAsync(string id);

    /// <summary>Deletes an export with its file; one that is under way ends.</summary>
    Task DeleteAsync(string id);

    /// <summary>Deletes exports whose time is over.</summary>
    Task DeleteOldAsync();
}
