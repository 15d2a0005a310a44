using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.DisplayManagement;

namespace OrchardCore.Customers;

public sealed class CustomerPageViewModel
{
    public required string Name { get; init; }

    public required string? Number { get; init; }

    /// <summary>Active or not, and on hold.</summary>
    public required IReadOnlyList<ListBadge> States { get; init; }

    public required OpenedTab Tab { get; init; }

    /// <summary>What the overview says.</summary>
    public required IReadOnlyList<CustomerFactSection> Sections { get; init; }

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
