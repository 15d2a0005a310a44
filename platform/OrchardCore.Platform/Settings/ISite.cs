using OrchardCore.Entities;

namespace OrchardCore.Settings;

/// <summary>The settings of a site: a few of its own, and those of modules by the name of their type.</summary>
public interface ISite : IEntity
{
    string SiteName { get; set; }

    /// <summary>The address of the site, for links outside of its pages; empty when nobody has said it.</summary>
    string BaseUrl { get; set; }

    /// <summary>The id of the user who may do everything, whatever her roles.</summary>
    string SuperUser { get; set; }
}

public interface ISiteService
{
    /// <summary>The settings to change; nobody else sees them before they are stored.</summary>
    Task<ISite> LoadSiteSettingsAsync();

    /// <summary>The settings to read, shared by everybody.</summary>
    Task<ISite> GetSiteSettingsAsync();

    Task UpdateSiteSettingsAsync(ISite site);
}
