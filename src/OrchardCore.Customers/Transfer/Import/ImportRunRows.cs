using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Shows the rows that an import has something to tell of, page by page.</summary>
public sealed class ImportRunRows(IServiceProvider services, IImportManager imports)
{
    private const int PageSize = 25;
    private const int MaxCells = 60;
    private const int MaxCounted = 500;
    private const int MaxOften = 5;

    /// <summary>Rows of so many characters are no more counted.</summary>
    private const long MaxText = 1_000_000;

    /// <summary>How much is shown of a cell, of which there may be a million characters; the file of the failed rows has all of it.</summary>
    private const int MaxCell = 500;

    /// <summary>How many rows are read together, for the same reason.</summary>
    private const int Few = 5;

    /// <summary>Rows that were refused, in the trial or in the import.</summary>
    public async Task<ImportFailures?> FailedAsync(ImportRun run, long from, IUrlHelper url)
    {
        var kind = run.Phase == ImportPhase.Trial ? ImportLogKind.TrialFailed : ImportLogKind.Failed;
        var total = run.Counts().Failed;

        if (total == 0 || run.Phase is ImportPhase.Setup or ImportPhase.Undo)
        {
            return null;
        }

        from = Math.Clamp(from, 0, total - 1);
        var first = total > PageSize ? await FirstAsync(run, kind) : [];

        var rows = new List<ImportFailure>(PageSize);

        while (rows.Count < PageSize && await imports.ReadLogAsync(run.JobId, kind, from + rows.Count, Few) is { Count: > 0 } some)
        {
            rows.AddRange(some.Select(row => Failure(run, row)));
        }

        return new ImportFailures
        {
            Rows = rows,
            Total = total,
            Often = Often(run, first),
            Among = first.Count,
            PreviousUrl = from > 0 ? PageUrl(run, "from", Math.Max(0, from - PageSize), url) : null,
            NextUrl = from + PageSize < total ? PageUrl(run, "from", from + PageSize, url) : null,
        };
    }

    /// <summary>Customers that were left as they are, by the undo or by the invitations.</summary>
    public async Task<ImportLeft?> LeftAsync(ImportRun run, ImportLogKind kind, long total, long from, IUrlHelper url, ClaimsPrincipal user)
    {
        if (total == 0)
        {
            return null;
        }

        from = Math.Clamp(from, 0, total - 1);
        var left = await imports.ReadLogAsync(run.JobId, kind, from, PageSize);
        var selection = CustomerSelection.Of(left.Select(row => row.CustomerId).OfType<string>());
        var customers = (await services.GetRequiredService<CustomerRows>().ReadAsync(selection, user, after: 0, end: long.MaxValue, PageSize))
            .ToDictionary(customer => customer.ContentItemId, customer => customer.ListName(), StringComparer.Ordinal);

        return new ImportLeft
        {
            Rows = [.. left.Select(row => Left(row, customers, url))],
            Total = total,
            PreviousUrl = from > 0 ? PageUrl(run, "left", Math.Max(0, from - PageSize), url) : null,
            NextUrl = from + PageSize < total ? PageUrl(run, "left", from + PageSize, url) : null,
        };
    }

    /// <summary>
    /// Where the customers are seen that the import created: the list can't tell them from others of the same days. All where it
    /// only changed some; <see langword="null"/> where it did nothing.
    /// </summary>
    public async Task<string?> CustomersUrlAsync(ImportRun run, IUrlHelper url)
    {
        if (run.Result.Created == 0 || run.ImportedUtc is not { } ended)
        {
            return run.Result.Updated > 0 ? url.RouteUrl(CustomersRoutes.List) : null;
        }

        // Invitations and the undo have begun since; then the day it ended is all that is known.
        var begun = run.PhaseStartedUtc < ended ? run.PhaseStartedUtc.Value : ended;
        var days = new CustomerDateRange(await DayAsync(begun), await DayAsync(ended));

        return url.RouteUrl(CustomersRoutes.List, new { created = days.ToString(), sort = "created", order = "desc" });
    }

    private async Task<DateOnly> DayAsync(DateTime utc)
        => DateOnly.FromDateTime((await services.GetRequiredService<ILocalClock>().ToSiteZoneAsync(utc)).DateTime);

    /// <summary>As many as are counted: fewer where they are long.</summary>
    private async Task<List<ImportLogRow>> FirstAsync(ImportRun run, ImportLogKind kind)
    {
        var (rows, text) = (new List<ImportLogRow>(), 0L);

        for (var count = Few; rows.Count < MaxCounted && text < MaxText; count *= 2)
        {
            if (await imports.ReadLogAsync(run.JobId, kind, rows.Count, count) is not { Count: > 0 } some)
            {
                break;
            }

            rows.AddRange(some);
            text += some.Sum(row => row.Cells?.Sum(cell => (long)cell.Length) ?? 0);
        }

        return rows;
    }

    /// <summary>A row with several faults in one column counts once for it.</summary>
    private static IReadOnlyList<(string Heading, int Rows)> Often(ImportRun run, IReadOnlyList<ImportLogRow> failed) =>
    [
        .. failed
            .SelectMany(row => row.Errors.Select(error => error.Column).OfType<string>().Distinct(StringComparer.Ordinal))
            .CountBy(column => column, StringComparer.Ordinal)
            .OrderByDescending(count => count.Value)
            .Take(MaxOften)
            .Select(count => (run.HeadingOf(count.Key), count.Value)),
    ];

    private static string PageUrl(ImportRun run, string name, long first, IUrlHelper url)
        => url.RouteUrl(ImportRoutes.Run, first > 0 ? new RouteValueDictionary { ["id"] = run.JobId, [name] = first } : new RouteValueDictionary { ["id"] = run.JobId })!;

    private static ImportFailure Failure(ImportRun run, ImportLogRow row)
    {
        var cells = row.Cells ?? [];

        return new ImportFailure(
            row.Row,
            row.Line,
            [.. row.Errors.Select(error => Reason(run, error, cells))],
            [.. cells.Select((cell, index) => new ImportCell(HeadingOf(run, index), VisibleText.Shorten(cell, MaxCell))).Where(cell => cell.Text.Length > 0).Take(MaxCells)]);
    }

    private static ImportFailureReason Reason(ImportRun run, CustomerTransferError error, string[] cells)
    {
        var index = error.Column is null ? -1 : Array.IndexOf(run.Columns, error.Column);

        return index < 0
            ? new(error.Column, Cell: null, error.Message)
            : new(HeadingOf(run, index), index < cells.Length && cells[index].Length > 0 ? VisibleText.Shorten(cells[index], MaxCell) : null, error.Message);
    }

    /// <summary>A row may have more cells than there are columns.</summary>
    private static string HeadingOf(ImportRun run, int index) => index < run.Headings.Length ? run.Headings[index] : $"{index + 1}";

    private static ImportLeftRow Left(ImportLogRow row, Dictionary<string, string> customers, IUrlHelper url)
    {
        var name = row.CustomerId is { } id ? customers.GetValueOrDefault(id) : null;

        return new(row.Row, name, name is null ? null : url.RouteUrl(CustomersRoutes.Display, new { id = row.CustomerId }), string.Join(' ', row.Errors.Select(error => error.Message)));
    }
}
