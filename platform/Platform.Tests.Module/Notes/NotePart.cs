using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Platform.Tests.Module.Notes;

public sealed class NotePart : ContentPart
{
    public string Text { get; set; }

    public int Stars { get; set; }

    /// <summary>What the updater answered.</summary>
    public bool WasValid { get; set; }
}

public class NotePartViewModel
{
    public string Text { get; set; }

    public int Stars { get; set; }

    [BindNever]
    public string Greeting { get; set; }
}

/// <summary>An ordinary driver: binds, checks, writes, and shows the editor again.</summary>
internal sealed class NotePartDisplayDriver(IStringLocalizer<NotePartDisplayDriver> S) : ContentPartDisplayDriver<NotePart>
{
    public override IDisplayResult Edit(NotePart part, BuildPartEditorContext context)
        => Initialize<NotePartViewModel>(GetEditorShapeType(context), async model =>
        {
            await Task.Yield();
            model.Text = part.Text;
            model.Stars = part.Stars;
            model.Greeting = S["Greetings from the driver"];
        });

    public override async Task<IDisplayResult> UpdateAsync(NotePart part, UpdatePartEditorContext context)
    {
        var model = new NotePartViewModel();
        part.WasValid = await context.Updater.TryUpdateModelAsync(model, Prefix);

        if (model.Text == "bad")
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Text), S["“{0}” is a <bad> text.", model.Text]);
        }

        part.Text = model.Text;
        part.Stars = model.Stars;

        return Edit(part, context);
    }
}
