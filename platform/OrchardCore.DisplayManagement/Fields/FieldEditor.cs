using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.ContentFields;

/// <summary>The editor of one kind of field. Its input is named after the part, the field and the property.</summary>
internal abstract class FieldEditor<TField, TSettings>(IStringLocalizer localizer) : IFieldEditor
    where TField : ContentField, new()
    where TSettings : FieldSettings, new()
{
    public string FieldType => typeof(TField).Name;

    protected IStringLocalizer S => localizer;

    public Task<IDisplayResult> BuildEditorAsync(ContentPart part, ContentTypePartDefinition typePart, ContentPartFieldDefinition field, BuildEditorContext context)
        => Task.FromResult<IDisplayResult>(Show(Read(part, field), new FieldEdit(typePart, field, context)));

    public async Task<IDisplayResult> UpdateEditorAsync(ContentPart part, ContentTypePartDefinition typePart, ContentPartFieldDefinition field, BuildEditorContext context)
    {
        var value = Read(part, field);
        var edit = new FieldEdit(typePart, field, context);
        await UpdateAsync(value, edit);
        part.Write(field.Name, value);

        return Show(value, edit);
    }

    protected abstract FieldInput Input(TField field, FieldEdit edit);

    /// <summary>Reads what was posted, and says what is wrong with it.</summary>
    protected abstract Task UpdateAsync(TField field, FieldEdit edit);

    private static TField Read(ContentPart part, ContentPartFieldDefinition field) => (TField)part.ReadOrAdd(typeof(TField), field.Name);

    private ShapeResult Show(TField field, FieldEdit edit)
    {
        var input = Input(field, edit);

        return new ShapeResult(() => Task.FromResult<IShape>(new ViewShape(input.Type == "checkbox" ? "FieldCheckbox_Edit" : "FieldInput_Edit", edit.Prefix, input)));
    }

    /// <summary>A field within the editor of its item.</summary>
    protected sealed class FieldEdit(ContentTypePartDefinition typePart, ContentPartFieldDefinition field, BuildEditorContext context)
    {
        public TSettings Settings { get; } = field.GetSettings<TSettings>();

        public string DisplayName { get; } = field.DisplayName();

        public string Prefix { get; } = context.PrefixOf($"{typePart.Name}.{field.Name}");

        public bool IsNew => context.IsNew;

        public Task BindAsync<TModel>(TModel model)
            where TModel : class
            => context.Updater.TryUpdateModelAsync(model, Prefix);

        public void AddError(string key, LocalizedString message) => context.Updater.ModelState.AddModelError(Prefix, key, message);
    }
}
