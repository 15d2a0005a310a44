namespace OrchardCore.Customers.Shared.Lists;

/// <summary>The lists that were saved under a name, drawn by the <c>_ListViews</c> partial.</summary>
public sealed class ListViews
{
    /// <summary>The name of the view that is open, or of the list without one.</summary>
    public required string Current { get; init; }

    /// <summary>Whether the list differs from its view.</summary>
    public required bool IsChanged { get; init; }

    public required IReadOnlyList<ListViewLink> Links { get; init; }

    /// <summary>Makes the open view what the list is now; <see langword="null"/> when there is nothing to save.</summary>
    public ListViewSave? Save { get; init; }

    /// <summary>Saves the list as another view, and manages those that there are.</summary>
    public required IReadOnlyList<ActionLink> Actions { get; init; }
}

/// <param name="Note">Whose view it is, and whether it opens with the list; <see langword="null"/> when there is nothing to say.</param>
public sealed record ListViewLink(string Text, string? Note, string Url, bool IsCurrent);

/// <param name="Url">Where it is posted to.</param>
/// <param name="List">The list's query string.</param>
public sealed record ListViewSave(string Url, string List);

/// <summary>What can be done with the ticked rows, or with all that match; drawn by the <c>_ListBulk</c> partial.</summary>
/// <param name="FormId">The id of the form that the ticks belong to.</param>
/// <param name="Url">Where it is posted to.</param>
/// <param name="List">The list's query string, for all that match.</param>
/// <param name="All">How ticking all that match is called.</param>
public sealed record ListBulk(string FormId, string Url, string List, string All, IReadOnlyList<ListBulkButton> Buttons);

/// <param name="Icon">The name of a Font Awesome icon, without prefix.</param>
public sealed record ListBulkButton(string Name, string Text, string Hint, string Icon, bool IsDangerous)
{
    /// <summary>Where it is posted to instead of where the others are.</summary>
    public string? Url { get; init; }
}
