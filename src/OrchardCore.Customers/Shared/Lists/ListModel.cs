namespace OrchardCore.Customers.Shared.Lists;

/// <summary>All that the list partial draws. Every address in it is complete: the view decides nothing.</summary>
public sealed class ListModel
{
    /// <summary>Tells the list from others on the same page; the ids of its controls begin with it.</summary>
    public required string Id { get; init; }

    /// <summary>What the table holds, for screen readers.</summary>
    public required string Caption { get; init; }

    public required ListSearch Search { get; init; }

    /// <summary>What can be done with the list as a whole, top right.</summary>
    public required IReadOnlyList<ActionLink> Actions { get; init; }

    public required IReadOnlyList<ListHeading> Headings { get; init; }

    public required IReadOnlyList<ListRow> Rows { get; init; }

    public required ListPager Pager { get; init; }

    /// <summary>The lists under a name; <see langword="null"/> where there are none.</summary>
    public ListViews? Views { get; init; }

    /// <summary>How the list as such is changed, beside its filters: its columns.</summary>
    public IReadOnlyList<ActionLink> Tools { get; init; } = [];

    /// <summary>What can be done with the whole that the list is of; <see langword="null"/> when there is nothing.</summary>
    public ListMenu? Menu { get; init; }

    /// <summary>What can be done with many rows; <see langword="null"/> when there is nothing, and no row can be ticked.</summary>
    public ListBulk? Bulk { get; init; }

    /// <summary>Shown in place of the table when there is no row.</summary>
    public required ListEmpty Empty { get; init; }
}

/// <summary>Links behind one button.</summary>
public sealed record ListMenu(string Text, string Hint, IReadOnlyList<ActionLink> Links);

/// <summary>The search form: a GET form, so that the address holds the list's state.</summary>
public sealed class ListSearch
{
    public required string Action { get; init; }

    /// <summary>The parameter that holds the term.</summary>
    public required string TermName { get; init; }

    public string? Term { get; init; }

    public required string Placeholder { get; init; }

    public required string Hint { get; init; }

    public required IReadOnlyList<ListFilter> Filters { get; init; }

    /// <summary>What narrows the list now, each with a way to drop it.</summary>
    public IReadOnlyList<ListChip> Chips { get; init; } = [];

    /// <summary>Drops all of them; <see langword="null"/> when there are not several.</summary>
    public string? ClearUrl { get; init; }

    /// <summary>Parameters that a new search keeps: sort order and page size.</summary>
    public required IReadOnlyDictionary<string, string> Kept { get; init; }
}

/// <param name="Value">As it stands in the address.</param>
/// <param name="Options">What can be chosen; <see langword="null"/> for a text.</param>
/// <param name="Range">The days, of a filter that asks for two; the address then holds the parameter twice.</param>
public sealed record ListFilter(string Name, string Label, string Hint, string? Value, IReadOnlyList<ListOption>? Options, ListRange? Range);

/// <summary>Two days as date inputs have them; empty when they are not given.</summary>
public sealed record ListRange(string First, string Last);

/// <param name="Url">The list without it.</param>
public sealed record ListChip(string Label, string Value, string Url);

public sealed record ListOption(string Value, string Label);

/// <param name="Name">The technical name of the column, used as a CSS class.</param>
/// <param name="SortUrl">Sorts by this column, or turns the order round; <see langword="null"/> when the list can't be sorted by it.</param>
/// <param name="IsAscending"><see langword="null"/> when the list is sorted by another column.</param>
public sealed record ListHeading(string Name, string Text, string? SortUrl, bool? IsAscending);

/// <param name="Id">What the row is ticked as.</param>
/// <param name="Title">The name of what the row shows; the first cell, and the link.</param>
/// <param name="Subtitle">Shown small beside the title.</param>
public sealed record ListRow(string Id, string Title, string? Subtitle, string Url, IReadOnlyList<ListCell> Cells, IReadOnlyList<ActionLink> Actions);

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
