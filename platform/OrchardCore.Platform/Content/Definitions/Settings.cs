using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Json;

namespace OrchardCore.ContentManagement.Metadata.Settings;

internal sealed class ContentTypeSettings
{
    public bool Creatable { get; set; }

    public bool Listable { get; set; }

    public bool Draftable { get; set; }

    public bool Versionable { get; set; }

    public string Stereotype { get; set; }

    public bool Securable { get; set; }

    public string Description { get; set; }
}

internal sealed class ContentPartSettings
{
    public bool Attachable { get; set; }

    public bool Reusable { get; set; }

    public string DisplayName { get; set; }

    public string Description { get; set; }

    public string DefaultPosition { get; set; }
}

internal sealed class ContentTypePartSettings
{
    public string DisplayName { get; set; }

    public string Description { get; set; }

    public string Position { get; set; }

    public string DisplayMode { get; set; }

    public string Editor { get; set; }
}

internal sealed class ContentPartFieldSettings
{
    public string DisplayName { get; set; }

    public string Description { get; set; }

    public string Position { get; set; }

    public string DisplayMode { get; set; }

    public string Editor { get; set; }
}

/// <summary>Settings objects within the JSON of a definition.</summary>
internal static class SettingsNode
{
    public static T Read<T>(JsonObject settings)
        where T : new()
        => settings.TryGetPropertyValue(typeof(T).Name, out var node) && node is not null ? node.Deserialize<T>(StoredJson.Options) : new T();

    public static void Change<T>(JsonObject settings, Action<T> change)
        where T : new()
    {
        var value = Read<T>(settings);
        change(value);
        settings[typeof(T).Name] = JsonSerializer.SerializeToNode(value, StoredJson.Options);
    }
}
