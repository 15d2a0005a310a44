using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace Platform.Tests.Module.Settings;

public sealed class NoteColors
{
    public string Paper { get; set; } = "yellow";
}

public class NoteColorsViewModel
{
    public string Paper { get; set; }
}

/// <summary>A second driver on the same page. It binds what it is sent and shows nothing to check it by.</summary>
internal sealed class NoteColorsDisplayDriver : SiteDisplayDriver<NoteColors>
{
    protected override string SettingsGroupId => "notes";

    public override Task<IDisplayResult> EditAsync(ISite site, NoteColors settings, BuildEditorContext context)
        => Task.FromResult<IDisplayResult>(Initialize<NoteColorsViewModel>("NoteColors_Edit", model => model.Paper = settings.Paper)
            .Location("Content:1")
            .OnGroup(SettingsGroupId));

    public override async Task<IDisplayResult> UpdateAsync(ISite site, NoteColors settings, UpdateEditorContext context)
    {
        var model = new NoteColorsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        settings.Paper = model.Paper;

        return await EditAsync(site, settings, context);
    }
}
