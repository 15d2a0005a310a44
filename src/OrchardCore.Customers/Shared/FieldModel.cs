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

    /// <summary>The id of a datalist with what is offered while one types.</summary>
    public string? ListId { get; init; }
}

/// <summary>What stands above an input, with a mark when it is required; drawn by the <c>_Label</c> partial.</summary>
/// <param name="Id">The id of the input.</param>
public sealed record FieldLabel(string Id, string Text, bool IsRequired);
