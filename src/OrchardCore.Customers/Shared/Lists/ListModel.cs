namespace OrchardCore.Customers.Shared.Lists;

/// <summary>All that the list partial draws. Every address in it is complete: the view decides nothing.</summary>
public sealed class ListModel
{
    /// <summary>What the table holds, for screen readers.</summary>
    public required string Caption { get; init; }

    public required ListSearch Search { get; init; }

    /// <summary>What can be done with the list as a whole, top right.</summary>
    public required IReadOnlyList<ListAction> Actions { get; init; }

    public required IReadOnlyList<ListHeading> Headings { get; init; }

    public required IReadOnlyList<ListRow> Rows { get; init; }

    public required ListPager Pager { get; init; }

    /// <summary>Shown in place of the table when there is no row.</summary>
    public required ListEmpty Empty { get; init; }
}

/// <summary>The search form: a GET form, so that the address holds the list's state.</summary>
public sealed class ListSearch
{
    public required string Action { get; init; }

    public string? Term { get; init; }

    public required string Placeholder { get; init; }

    public required string Hint { get; init; }

    public required IReadOnlyList<ListFilter> Filters { get; init; }

    /// <summary>Parameters that a new search keeps: sort order and page size.</summary>
    public required IReadOnlyDictionary<string, string> Kept { get; init; }
}

public sealed record ListFilter(string Name, string Label, string AnyLabel, IReadOnlyList<ListOption> Options);

public sealed record ListOption(string Value, string Label, bool IsSelected);

/// <param name="Name">The technical name of the column, used as a CSS class.</param>
/// <param name="SortUrl">Sorts by this column, or turns the order round; <see langword="null"/> when the list can't be sorted by it.</param>
/// <param name="IsAscending"><see langword="null"/> when the list is sorted by another column.</param>
public sealed record ListHeading(string Name, string Text, string? SortUrl, bool? IsAscending);

/// <param name="Title">The name of what the row shows; the first cell, and the link.</param>
/// <param name="Subtitle">Shown small beside the title.</param>
public sealed record ListRow(string Title, string? Subtitle, string Url, IReadOnlyList<ListCell> Cells, IReadOnlyList<ListAction> Actions);

/// <summary>A cell is a text, a moment or a state.</summary>
public sealed record ListCell
{
    public string? Text { get; init; }

    /// <summary>In the site's time zone.</summary>
    public DateTimeOffset? Time { get; init; }

    public ListBadge? Badge { get; init; }

    /// <summary>The CSS class: empty cells take no room on a phone, and what is short stays on one line.</summary>
    public string? Kind => Time is not null || Badge is not null ? "list-short" : string.IsNullOrEmpty(Text) ? "list-empty" : null;
}

/// <param name="Icon">A state is never told by its colour alone.</param>
/// <param name="Style">One of Bootstrap's theme colours.</param>
public sealed record ListBadge(string Text, string Icon, string Style);

/// <param name="Confirmation">What to ask before it is done; <see langword="null"/> when nothing is asked.</param>
public sealed record ListAction(string Text, string Hint, string Icon, string Url, string? Confirmation);

public sealed class ListPager
{
    /// <summary>Which rows are shown, in words.</summary>
    public required string Summary { get; init; }

    public string? FirstUrl { get; init; }

    public string? PreviousUrl { get; init; }

    /// <summary>Numbered pages around the current one; <see langword="null"/> stands for those left out.</summary>
    public IReadOnlyList<ListPageLink?> Pages { get; init; } = [];

    public string? NextUrl { get; init; }

    public string? LastUrl { get; init; }

    public required IReadOnlyList<ListPageLink> Sizes { get; init; }
}

public sealed record ListPageLink(int Number, string Url, bool IsCurrent);

/// <param name="Text">Why there is nothing.</param>
/// <param name="Remedies">What to click to see something.</param>
public sealed record ListEmpty(string Text, IReadOnlyList<ListRemedy> Remedies);

public sealed record ListRemedy(string Text, string Url);
