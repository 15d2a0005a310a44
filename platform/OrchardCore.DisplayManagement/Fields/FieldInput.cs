namespace OrchardCore.ContentFields;

/// <summary>An input as the view of a field draws it.</summary>
internal sealed class FieldInput
{
    /// <summary>The property of the field that is edited.</summary>
    public string Name { get; init; }

    /// <summary>As HTML names types of inputs.</summary>
    public string Type { get; init; } = "text";

    public string InputMode { get; init; }

    public string Value { get; init; }

    public bool IsChecked { get; init; }

    public string Label { get; init; }

    public FieldSettings Settings { get; init; }
}
