using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrchardCore.ContentFields;

internal sealed class TextFieldEditor(IStringLocalizer<TextFieldEditor> localizer) : FieldEditor<TextField, TextFieldSettings>(localizer)
{
    protected override FieldInput Input(TextField field, FieldEdit edit) => new()
    {
        Name = nameof(field.Text),
        Value = edit.IsNew ? field.Text ?? edit.Settings.DefaultValue : field.Text,
        Label = edit.DisplayName,
        Settings = edit.Settings,
    };

    protected override async Task UpdateAsync(TextField field, FieldEdit edit)
    {
        var posted = new Posted { Text = field.Text };
        await edit.BindAsync(posted);
        field.Text = posted.Text;

        if (edit.Settings.Required && string.IsNullOrWhiteSpace(field.Text))
        {
            edit.AddError(nameof(field.Text), S["A value is required for {0}.", edit.DisplayName]);
        }
    }

    private sealed class Posted
    {
        public string Text { get; set; }
    }
}

internal sealed class NumericFieldEditor(IStringLocalizer<NumericFieldEditor> localizer) : FieldEditor<NumericField, NumericFieldSettings>(localizer)
{
    protected override FieldInput Input(NumericField field, FieldEdit edit) => new()
    {
        Name = nameof(field.Value),
        InputMode = "decimal",
        Value = field.Value?.ToString(CultureInfo.CurrentCulture) ?? (edit.IsNew ? edit.Settings.DefaultValue : null),
        Label = edit.DisplayName,
        Settings = edit.Settings,
    };

    protected override async Task UpdateAsync(NumericField field, FieldEdit edit)
    {
        var posted = new Posted();
        await edit.BindAsync(posted);
        var isNumber = decimal.TryParse(posted.Value, NumberStyles.Any, CultureInfo.CurrentCulture, out var number);
        field.Value = isNumber ? number : null;

        foreach (var error in isNumber ? Errors(number, edit) : Errors(posted.Value, edit))
        {
            edit.AddError(nameof(field.Value), error);
        }
    }

    private IEnumerable<LocalizedString> Errors(string text, FieldEdit edit)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            yield return S["{0} is an invalid number.", edit.DisplayName];
        }
        else if (edit.Settings.Required)
        {
            yield return S["A value is required for {0}.", edit.DisplayName];
        }
    }

    private IEnumerable<LocalizedString> Errors(decimal number, FieldEdit edit)
    {
        var (minimum, maximum, scale) = (edit.Settings.Minimum, edit.Settings.Maximum, edit.Settings.Scale);

        if (number < minimum)
        {
            yield return S["The value must be greater than {0}.", minimum];
        }

        if (number > maximum)
        {
            yield return S["The value must be less than {0}.", maximum];
        }

        if (decimal.Round(number, scale) != number)
        {
            yield return scale == 0 ? S["The {0} field must be an integer.", edit.DisplayName] : S["Invalid number of digits for {0}, max allowed: {1}.", edit.DisplayName, scale];
        }
    }

    private sealed class Posted
    {
        public string Value { get; set; }
    }
}

internal sealed class BooleanFieldEditor(IStringLocalizer<BooleanFieldEditor> localizer) : FieldEditor<BooleanField, BooleanFieldSettings>(localizer)
{
    protected override FieldInput Input(BooleanField field, FieldEdit edit) => new()
    {
        Name = nameof(field.Value),
        Type = "checkbox",
        IsChecked = edit.IsNew ? edit.Settings.DefaultValue : field.Value,
        Label = string.IsNullOrEmpty(edit.Settings.Label) ? edit.DisplayName : edit.Settings.Label,
        Settings = edit.Settings,
    };

    protected override async Task UpdateAsync(BooleanField field, FieldEdit edit)
    {
        var posted = new Posted { Value = field.Value };
        await edit.BindAsync(posted);
        field.Value = posted.Value;
    }

    private sealed class Posted
    {
        public bool Value { get; set; }
    }
}

internal sealed class DateFieldEditor(IStringLocalizer<DateFieldEditor> localizer) : FieldEditor<DateField, DateFieldSettings>(localizer)
{
    protected override FieldInput Input(DateField field, FieldEdit edit) => new()
    {
        Name = nameof(field.Value),
        Type = "date",
        Value = field.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Label = edit.DisplayName,
        Settings = edit.Settings,
    };

    protected override async Task UpdateAsync(DateField field, FieldEdit edit)
    {
        var posted = new Posted { Value = field.Value };
        await edit.BindAsync(posted);
        field.Value = posted.Value is { } date ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : null;

        if (edit.Settings.Required && field.Value is null)
        {
            edit.AddError(nameof(field.Value), S["A value is required for {0}.", edit.DisplayName]);
        }
    }

    private sealed class Posted
    {
        public DateTime? Value { get; set; }
    }
}
