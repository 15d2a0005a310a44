using OrchardCore.Entities;

namespace OrchardCore.Settings;

/// <summary>The settings of a site: a few of its own, and those of modules by the name of their type.</summary>
public interface ISite : IEntity
{
}

public interface ISiteService
{
    /// <summary>The settings to change; nobody else sees them before they are stored.</summary>
    internal Task<ISite> LoadSiteSettingsAsync();

    /// <summary>The settings to read, shared by everybody.</summary>
    internal Task<ISite> GetSiteSettingsAsync();

    internal Task UpdateSiteSettingsAsync(ISite site);
}
