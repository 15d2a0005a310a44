using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.Settings;

/// <summary>The editor of a group of settings: what all drivers of the group show.</summary>
internal sealed class SettingsEditor(
    ISiteService siteService,
    IEnumerable<IDisplayDriver<ISite>> drivers,
    IUpdateModelAccessor updateModelAccessor,
    ILogger<SettingsEditor> logger)
{
    public async Task<ZoneHolding> BuildAsync(string groupId)
    {
        var site = await siteService.GetSiteSettingsAsync();
        var context = new BuildEditorContext(isNew: false, groupId, htmlFieldPrefix: null, updateModelAccessor.ModelUpdater);

        foreach (var driver in drivers)
        {
            await context.ApplyAsync(driver, () => driver.BuildEditorAsync(site, context), logger);
        }

        return context.Shape;
    }

    /// <summary>Reads what was posted, and saves it unless the model state has errors.</summary>
    public async Task<ZoneHolding> UpdateAsync(string groupId)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        var context = new UpdateEditorContext(isNew: false, groupId, htmlFieldPrefix: null, updateModelAccessor.ModelUpdater);

        foreach (var driver in drivers)
        {
            await context.ApplyAsync(driver, () => driver.UpdateEditorAsync(site, context), logger);
        }

        if (context.Updater.ModelState.IsValid)
        {
            await siteService.UpdateSiteSettingsAsync(site);
        }

        return context.Shape;
    }
}
