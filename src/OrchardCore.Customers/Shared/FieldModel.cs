
namespace OrchardCore.Customers.Shared;

/// <summary>A text input with its label, hint and error, drawn by the <c>_Field</c> partial.</summary>
/// <param name="Name">The property of the form's view model.</param>
public sealed record FieldModel(string Name, string Label, string? Value)
{
    /// <summary>The HTML input type.</summary>
    public string Type { get; init; } = "text";

    public int? MaxLength { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether a required text may be left out in the browser, since something else fills it in.</summary>
    public bool MayBeLeftEmpty { get; init; }

    /// <summary>Shown below the input where a rule is not obvious.</summary>
    public string? Hint { get; init; }

    public string? InputMode { get; init; }

    /// <summary>What browsers may fill in (HTML's autofill field names): nothing where it is about somebody else.</summary>
    public string AutoComplete { get; init; } = "off";

    /// <summary>The id of a <c>datalist</c> on the page with what may be chosen instead of typed.</summary>
    public string? ListId { get; init; }

    /// <summary>Whether it is shown and can't be changed.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>A choice of any of several values, drawn by the <c>_Checks</c> partial.</summary>
/// <param name="Name">The property of the form's view model; it holds the values that are ticked.</param>
public sealed record ChecksModel(string Name, string Label, IReadOnlyList<CheckOption> Options)
{
    /// <summary>Shown above the boxes.</summary>
    public string? Hint { get; init; }
}

/// <param name="Hint">Shown below the box.</param>
public sealed record CheckOption(string Value, string Label, bool IsChecked, string? Hint = null);

/// <summary>What stands above an input, with a mark when it is required; drawn by the <c>_Label</c> partial.</summary>
/// <param name="Id">The id of the input.</param>
public sealed record FieldLabel(string Id, string Text, bool IsRequired);
