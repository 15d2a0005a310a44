using OrchardCore.Settings;

namespace OrchardCore.Modules;

internal sealed class Clock : IClock
{
    public DateTime UtcNow => DateTime.UtcNow;
}

internal sealed class LocalClock(ISiteService siteService) : ILocalClock
{
    public async Task<DateTimeOffset> ConvertToLocalAsync(DateTimeOffset dateTimeOffset)
    {
        var zone = ((SiteSettings)await siteService.GetSiteSettingsAsync()).TimeZoneId;

        return TimeZoneInfo.ConvertTime(dateTimeOffset, string.IsNullOrEmpty(zone) ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(zone));
    }
}
