using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.DisplayManagement;

namespace OrchardCore.Customers;

public sealed class CustomerPageViewModel
{
    public required ContentItem Customer { get; init; }

    public required CustomerPart Part { get; init; }

    public required ListBadge Status { get; init; }

    public required IReadOnlyList<CustomerFact> Facts { get; init; }

    /// <summary>The list as it was left.</summary>
    public required string ListUrl { get; init; }

    public required bool MayEdit { get; init; }

    public required bool MayDelete { get; init; }
}

public sealed class CustomerDeleteViewModel
{
    public required string Name { get; init; }

    public required string CancelUrl { get; init; }
}

/// <summary>The frame around the content editor.</summary>
public sealed class CustomerFormViewModel
{
    public required CustomerFormState Form { get; init; }

    /// <summary>The zones of the content editor that hold fields, in their order.</summary>
    public required IReadOnlyList<IShape> Zones { get; init; }

    public required bool MayDelete { get; init; }
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
public sealed record EditDifference(string InputName, string Label, string? Stored, string? Yours);
