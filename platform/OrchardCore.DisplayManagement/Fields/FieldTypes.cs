using OrchardCore.ContentManagement;

namespace OrchardCore.ContentFields;

/// <summary>The fields that a merchant may add to a type, as they are stored.</summary>
internal sealed class TextField : ContentField
{
    public string Text { get; set; }
}

internal sealed class NumericField : ContentField
{
    public decimal? Value { get; set; }
}

internal sealed class BooleanField : ContentField
{
    public bool Value { get; set; }
}

internal sealed class DateField : ContentField
{
    public DateTime? Value { get; set; }
}

/// <summary>What the merchant says about a field; stored under the names of the classes.</summary>
internal abstract class FieldSettings
{
    public string Hint { get; set; }

    public bool Required { get; set; }

    public string Placeholder { get; set; }
}

internal sealed class TextFieldSettings : FieldSettings
{
    public string DefaultValue { get; set; }
}

internal sealed class NumericFieldSettings : FieldSettings
{
    public string DefaultValue { get; set; }

    public int Scale { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }
}

internal sealed class BooleanFieldSettings : FieldSettings
{
    public string Label { get; set; }

    public bool DefaultValue { get; set; }
}

internal sealed class DateFieldSettings : FieldSettings;
