using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Json;

namespace OrchardCore.Settings;

/// <summary>The settings of a site, as they are stored.</summary>
internal sealed class SiteSettings : ISite
{
    private readonly ConcurrentDictionary<Type, object> _read = new();

    public string SiteName { get; set; }

    public string BaseUrl { get; set; }

    public string TimeZoneId { get; set; }

    public string SuperUser { get; set; }

    public int PageSize { get; set; } = 10;

    /// <summary>The settings of modules, by the name of their class.</summary>
    public JsonObject Properties { get; set; } = [];

    /// <summary>The same object each time, for those who only read.</summary>
    public T Read<T>()
        where T : new()
        => (T)_read.GetOrAdd(typeof(T), _ => GetOrCreate<T>());

    /// <summary>An object of one's own.</summary>
    public T GetOrCreate<T>()
        where T : new()
        => Properties[typeof(T).Name] is { } stored ? stored.Deserialize<T>(StoredJson.Options) : new T();

    public void Put<T>(T settings)
    {
        Properties[typeof(T).Name] = StoredJson.ToObject(settings);
        _read.Clear();
    }
}
