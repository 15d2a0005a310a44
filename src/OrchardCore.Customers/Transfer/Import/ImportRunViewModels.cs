using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>How far an import is, what came of it, and what can be done next.</summary>
public sealed class ImportRunViewModel
{
    public required ImportRun Run { get; init; }

    public required string Title { get; init; }

    public required JobProgressModel Progress { get; init; }

    /// <summary>What became of the rows, or will.</summary>
    public required IReadOnlyList<ImportCount> Counts { get; init; }

    /// <summary>The same in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>What may be done now.</summary>
    public required ImportChoices Choices { get; init; }

    /// <summary>Rows that were refused; <see langword="null"/> as long as it is under way, or where there is none.</summary>
    public ImportFailures? Failed { get; init; }

    /// <summary>Customers that the undo left as they are.</summary>
    public ImportLeft? NotUndone { get; init; }

    /// <summary>Customers that could not be invited.</summary>
    public ImportLeft? NotInvited { get; init; }

    /// <summary>The list of customers, narrowed to those of the days of the import where it created any; <see langword="null"/> where there is nothing to see.</summary>
    public required string? CustomersUrl { get; init; }

    /// <summary>Until when it can be undone, in the site's zone.</summary>
    public string? UndoUntil { get; init; }
}

/// <summary>What may be done with a run.</summary>
public sealed class ImportChoices
{
    /// <summary>Whether it is under way, or will be in a moment.</summary>
    public required bool IsOpen { get; init; }

    public required bool MayPause { get; init; }

    public required bool MayResume { get; init; }

    public required bool MayCancel { get; init; }

    /// <summary>Whether the plan can be changed, and the import begun.</summary>
    public required bool MayPlan { get; init; }

    public required bool MayStart { get; init; }

    /// <summary>Asks before it is undone; <see langword="null"/> when it can't be, or not by this user.</summary>
    public required ActionLink? Undo { get; init; }
}

/// <summary>A page of rows that were refused.</summary>
public sealed class ImportFailures
{
    public required IReadOnlyList<ImportFailure> Rows { get; init; }

    public required long Total { get; init; }

    /// <summary>In which columns most of it is wrong, and in how many rows; none where one page shows it all.</summary>
    public required IReadOnlyList<(string Heading, int Rows)> Often { get; init; }

    /// <summary>How many rows were counted for that.</summary>
    public required int Among { get; init; }

    public required string? PreviousUrl { get; init; }

    public required string? NextUrl { get; init; }
}

/// <summary>A row that was refused.</summary>
/// <param name="Line">The line of the file it begins at.</param>
/// <param name="Cells">What stands in it, without empty cells.</param>
public sealed record ImportFailure(long Row, long Line, IReadOnlyList<ImportFailureReason> Reasons, IReadOnlyList<ImportCell> Cells);

/// <param name="Heading">What the file calls the column; <see langword="null"/> when it is about the row.</param>
/// <param name="Cell">What stands there; <see langword="null"/> when nothing does.</param>
public sealed record ImportFailureReason(string? Heading, string? Cell, string Message);

public sealed record ImportCell(string Heading, string Text);

/// <summary>A page of customers that were left as they are.</summary>
public sealed class ImportLeft
{
    public required IReadOnlyList<ImportLeftRow> Rows { get; init; }

    public required long Total { get; init; }

    public required string? PreviousUrl { get; init; }

    public required string? NextUrl { get; init; }
}

/// <param name="Name"><see langword="null"/> when the customer is no longer there for this user.</param>
public sealed record ImportLeftRow(long Row, string? Name, string? Url, string Reason);

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record ImportUndoViewModel(string Id, Confirmation Confirmation);

/// <summary>A button that posts to a run, drawn by the <c>_ImportButton</c> partial.</summary>
/// <param name="Style">Of Bootstrap's buttons.</param>
public sealed record ImportButton(string RouteName, string Id, string Text, string Hint, string Style);
