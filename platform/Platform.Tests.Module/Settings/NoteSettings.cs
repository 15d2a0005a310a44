using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Platform.Tests.Module.Settings;

public sealed class NoteSettings
{
    public string Title { get; set; } = "untitled";

    public int Max { get; set; } = 7;
}

public class NoteSettingsViewModel
{
    public string Title { get; set; }

    public int Max { get; set; }
}

internal sealed class NoteSettingsDisplayDriver : SiteDisplayDriver<NoteSettings>
{
    protected override string SettingsGroupId => "notes";

    public override Task<IDisplayResult> EditAsync(ISite site, NoteSettings settings, BuildEditorContext context)
        => Task.FromResult<IDisplayResult>(Initialize<NoteSettingsViewModel>("NoteSettings_Edit", model =>
        {
            model.Title = settings.Title;
            model.Max = settings.Max;
        }).Location("Content:2").OnGroup(SettingsGroupId));

    public override async Task<IDisplayResult> UpdateAsync(ISite site, NoteSettings settings, UpdateEditorContext context)
    {
        var model = new NoteSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        if (model.Title == "bad")
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Title), "This is a bad title.");
        }

        settings.Title = model.Title;
        settings.Max = model.Max;

        return await EditAsync(site, settings, context);
    }
}
