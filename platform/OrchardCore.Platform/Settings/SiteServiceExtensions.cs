namespace OrchardCore.Settings;

public static class SiteServiceExtensions
{
    /// <summary>The settings of a module; new ones when nobody has saved any. They are shared: don't change them.</summary>
    public static async Task<T> GetSettingsAsync<T>(this ISiteService siteService)
        where T : new()
        => ((SiteSettings)await siteService.GetSiteSettingsAsync()).Read<T>();
}
