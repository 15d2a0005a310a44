using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Customers.Lists;

/// <summary>What the page of columns posts.</summary>
public sealed class ColumnsForm
{
    /// <summary>The query string of the list.</summary>
    public string? List { get; set; }

    /// <summary>All columns, in the order in which they stand on the page.</summary>
    public string[]? Names { get; set; }

    /// <summary>Those that are ticked.</summary>
    public string[]? Shown { get; set; }

    /// <summary>Which one to move, without JavaScript: <c>up:name</c> or <c>down:name</c>.</summary>
    public string? Move { get; set; }

    /// <summary>Back to those shown by default.</summary>
    public string? Reset { get; set; }

    internal IReadOnlyList<string> Chosen => [.. (Names ?? []).Where(name => Shown?.Contains(name, StringComparer.Ordinal) == true)];

    /// <summary>The names, with one of them moved by a place.</summary>
    internal IReadOnlyList<string> Moved()
    {
        var names = (Names ?? []).ToList();
        var isUp = Move?.StartsWith("up:", StringComparison.Ordinal) == true;
        var from = names.IndexOf(Move?[(Move.IndexOf(':', StringComparison.Ordinal) + 1)..] ?? "");
        var to = isUp ? from - 1 : from + 1;

        if (from >= 0 && to >= 0 && to < names.Count)
        {
            (names[from], names[to]) = (names[to], names[from]);
        }

        return names;
    }
}

public sealed class ColumnsViewModel
{
    public required string List { get; init; }

    public required IReadOnlyList<ColumnRow> Rows { get; init; }

    /// <summary>Columns that were chosen once and are no longer there.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>The view that the columns are chosen for; <see langword="null"/> when it is the user's list.</summary>
    public required string? ViewName { get; init; }

    public required string CancelUrl { get; init; }

    public static ColumnsViewModel For(OpenedList opened, IReadOnlyList<ICustomerListColumn> all, IUrlHelper url, ColumnsForm? form = null)
    {
        IReadOnlyList<string> shown = form?.Shown ?? [.. opened.Columns.Select(column => column.Name)];
        var order = form?.Moved() ?? shown;
        var wanted = opened.State.Columns ?? opened.Choice.Columns ?? [];

        return new()
        {
            List = url.ListQuery(opened.State),
            Rows = [.. order
                .Select(name => all.FirstOrDefault(column => column.Name == name))
                .OfType<ICustomerListColumn>()
                .Concat(all.Where(column => !order.Contains(column.Name, StringComparer.Ordinal)))
                .Select(column => new ColumnRow(column.Name, column.Heading, shown.Contains(column.Name, StringComparer.Ordinal)))],
            Gone = [.. wanted.Where(name => all.All(column => column.Name != name))],
            ViewName = opened.View?.Name,
            CancelUrl = url.ListUrl(opened.State.ToRouteValues()),
        };
    }
}

public sealed record ColumnRow(string Name, string Heading, bool IsShown);
