namespace OrchardCore.Customers.Shared.Lists;

/// <summary>One cell of a list, drawn by the <c>_ListCell</c> partial.</summary>
/// <param name="Style">The CSS class: empty cells take no room on a phone, and what is short stays on one line.</param>
public abstract record ListCell(string? Style)
{
    private const string Short = "list-short";
    private const string Empty = "list-empty";

    public sealed record Text(string? Value) : ListCell(string.IsNullOrEmpty(Value) ? Empty : null);

    /// <summary>Broken only behind the @.</summary>
    public sealed record Email(string Local, string Domain) : ListCell((string?)null);

    /// <summary>In the site's time zone.</summary>
    public sealed record Time(DateTimeOffset Value) : ListCell(Short);

    public sealed record Badge(ListBadge Value) : ListCell(Short);

    public sealed record Badges(IReadOnlyList<ListBadge> Values) : ListCell(Short);

    public sealed record Labels(IReadOnlyList<string> Values) : ListCell(Values.Count == 0 ? Empty : null);
}

/// <param name="Icon">A state is never told by its colour alone.</param>
/// <param name="Style">One of Bootstrap's theme colours.</param>
public sealed record ListBadge(string Text, string Icon, string Style);
