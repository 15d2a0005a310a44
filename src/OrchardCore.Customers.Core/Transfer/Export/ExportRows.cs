using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Reads customers as rows of a file: a query for a batch, and what its columns look up for all of them together.</summary>
internal sealed class ExportRows(CustomerRows customers, ExportColumns columns, ExportActor actor)
{
    /// <summary>The next customers of a run after a document id, with the rights that who asked for it has now.</summary>
    public async Task<ExportBatch> ReadAsync(ExportRun run, long after, int count)
        => await actor.PrepareAsync(run) is { } forbidden ? ExportBatch.Impossible(after, forbidden)
            : await ReadAsync(run.Options, actor.User, after, run.End, count);

    /// <summary>The next customers after a document id, up to another one, among those that the user may see.</summary>
    public async Task<ExportBatch> ReadAsync(ExportOptions options, ClaimsPrincipal user, long after, long end, int count)
    {
        var (wanted, problem) = await columns.FindAsync(options.Columns, user);

        if (problem is not null)
        {
            return ExportBatch.Impossible(after, problem);
        }

        var found = await customers.ReadOnlyAsync(options.Selection, user, after, end, count, isLoaded: !wanted.All(column => column.ReadsSaved));
        string?[][] rows = [.. found.Select(_ => new string?[wanted.Count])];

        for (var column = 0; column < wanted.Count && found.Count > 0; column++)
        {
            var texts = await wanted[column].ReadAsync(found);

            for (var row = 0; row < rows.Length; row++)
            {
                rows[row][column] = texts[row];
            }
        }

        return new ExportBatch([.. wanted.Select(column => column.Name)], rows, found.Count > 0 ? found[^1].Id : after, IsLast: found.Count < count, Problem: null);
    }

    public Task<int> CountAsync(ExportOptions options, ClaimsPrincipal user) => customers.CountAsync(options.Selection, user);

    /// <summary>The greatest document id; 0 when there is no customer.</summary>
    public Task<long> FindEndAsync(ExportOptions options, ClaimsPrincipal user) => customers.FindEndAsync(options.Selection, user);
}

/// <summary>Some rows of a file.</summary>
/// <param name="Names">Of the columns.</param>
/// <param name="Position">The document id of the last customer.</param>
/// <param name="IsLast">Whether no others follow.</param>
/// <param name="Problem">Why there are none, when they can't be had.</param>
internal sealed record ExportBatch(IReadOnlyList<string> Names, IReadOnlyList<string?[]> Rows, long Position, bool IsLast, LocalizedString? Problem)
{
    public static ExportBatch Impossible(long position, LocalizedString problem) => new([], [], position, IsLast: true, problem);
}
