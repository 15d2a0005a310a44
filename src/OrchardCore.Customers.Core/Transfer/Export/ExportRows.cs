using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Reads customers as rows of a file: a query for a batch, and what its columns look up for all of them together.</summary>
internal sealed class ExportRows(CustomerRows customers, ExportColumns columns)
{
    /// <summary>The next customers after a document id, up to another one, among those that the user may see.</summary>
    public async Task<ExportBatch> ReadAsync(ExportOptions options, ClaimsPrincipal user, long after, long end, int count)
    {
        var (wanted, problem) = await columns.FindAsync(options.Columns, user);

        if (problem is not null)
        {
            return new ExportBatch([], [], after, problem);
        }

        var found = await customers.ReadAsync(options.Selection, user, after, end, count);
        var rows = found.Select(_ => new string?[wanted.Count]).ToList();

        for (var column = 0; column < wanted.Count && found.Count > 0; column++)
        {
            var texts = await wanted[column].ReadAsync(found);

            for (var row = 0; row < rows.Count; row++)
            {
                rows[row][column] = texts[row];
            }
        }

        return new ExportBatch([.. wanted.Select(column => column.Name)], rows, found.Count > 0 ? found[^1].Id : after, null);
    }

    public Task<int> CountAsync(ExportOptions options, ClaimsPrincipal user) => customers.CountAsync(options.Selection, user);

    /// <summary>The greatest document id; 0 when there is no customer.</summary>
    public Task<long> FindEndAsync(ExportOptions options, ClaimsPrincipal user) => customers.FindEndAsync(options.Selection, user);
}

/// <summary>Some rows of a file.</summary>
/// <param name="Names">Of the columns.</param>
/// <param name="Position">The document id of the last customer.</param>
/// <param name="Problem">Why there are none, when they can't be had.</param>
internal sealed record ExportBatch(IReadOnlyList<string> Names, IReadOnlyList<string?[]> Rows, long Position, LocalizedString? Problem);
