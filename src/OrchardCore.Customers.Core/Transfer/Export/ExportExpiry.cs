using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>How long exports are kept.</summary>
internal sealed class ExportExpiry(IClock clock, ISiteService siteService)
{
    public DateTime UtcNow => clock.UtcNow;

    public async Task<TimeSpan> KeepForAsync() => TimeSpan.FromDays((await siteService.GetSettingsAsync<TransferSettings>()).ExportDays);
}
