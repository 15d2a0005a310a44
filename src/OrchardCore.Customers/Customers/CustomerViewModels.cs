using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement;

namespace OrchardCore.Customers;

public sealed class CustomerPageViewModel
{
    public required CustomerHeadModel Head { get; init; }

    public required OpenedTab Tab { get; init; }

    /// <summary>What stands on the first tab; <see langword="null"/> when another one is open.</summary>
    public required CustomerOverviewModel? Overview { get; init; }

    /// <summary>What the user may do with the customer, besides looking at it.</summary>
    public required IReadOnlyList<ActionLink> Actions { get; init; }

    /// <summary>The list as it was left.</summary>
    public required string ListUrl { get; init; }
}

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record CustomerDeleteViewModel(Confirmation Confirmation, string CancelUrl);

/// <summary>The frame around the content editor.</summary>
public sealed class CustomerFormViewModel
{
    public required CustomerFormState Form { get; init; }

    /// <summary>The zones of the content editor that hold fields, in their order.</summary>
    public required IReadOnlyList<IShape> Zones { get; init; }

    /// <summary>What the user may do with the customer, besides editing it.</summary>
    public required IReadOnlyList<ActionLink> Actions { get; init; }

    /// <summary>Where the form leads when it is left or saved.</summary>
    public required string LeaveUrl { get; init; }

    /// <summary>Under which name what is typed is kept in the browser until it is saved.</summary>
    public required KeptForm Kept { get; init; }
}

/// <summary>Others have the same contact name. Saving again with <paramref name="Name"/> accepted goes on.</summary>
public sealed record NamesakeWarning(string Name, IReadOnlyList<ContentItem> Namesakes);

/// <summary>Somebody else saved the customer meanwhile, or deleted it.</summary>
/// <param name="Saved">When, in the site's zone, and by whom; <see langword="null"/> when the customer was deleted.</param>
public sealed record EditConflict(string? Saved, IReadOnlyList<EditDifference> Differences)
{
    public static readonly EditConflict Deleted = new(null, []);
}

/// <param name="InputName">The name of the form field that holds the value.</param>
/// <param name="StoredValue">What that form field would be set to.</param>
public sealed record EditDifference(string InputName, string Label, string? StoredValue, string? Stored, string? Yours);
