using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Changes a content type that is about to be stored.</summary>
public class ContentTypeDefinitionBuilder
{
    private readonly ContentTypeDefinitionRecord _record;

    internal ContentTypeDefinitionBuilder(ContentTypeDefinitionRecord record) => _record = record;

    /// <summary>Changes settings that somebody has for types, under the name of their class.</summary>
    public ContentTypeDefinitionBuilder MergeSettings<T>(Action<T> setting)
        where T : class, new()
    {
        SettingsNode.Change(_record.Settings, setting);

        return this;
    }

    public ContentTypeDefinitionBuilder WithDisplayName(string displayName)
    {
        _record.DisplayName = displayName;

        return this;
    }

    /// <summary>Gives the type a part, or changes how it has it.</summary>
    public ContentTypeDefinitionBuilder WithPart<TPart>(Action<ContentTypePartDefinitionBuilder> configuration)
        where TPart : ContentPart
    {
        var name = typeof(TPart).Name;
        var parts = _record.ContentTypePartDefinitionRecords;
        var part = parts.Find(known => known.Name == name);

        if (part is null)
        {
            parts.Add(part = new ContentTypePartDefinitionRecord { Name = name, PartName = name });
        }

        configuration(new RecordBuilder(part));

        return this;
    }

    private sealed class RecordBuilder(ContentTypePartDefinitionRecord record) : ContentTypePartDefinitionBuilder
    {
        internal override JsonObject Settings => record.Settings;
    }
}

/// <summary>Changes how a content type has a part.</summary>
public abstract class ContentTypePartDefinitionBuilder
{
    private protected ContentTypePartDefinitionBuilder()
    {
    }

    internal abstract JsonObject Settings { get; }
}

/// <summary>Changes a part that is about to be stored.</summary>
public class ContentPartDefinitionBuilder
{
    private readonly ContentPartDefinitionRecord _record;

    internal ContentPartDefinitionBuilder(ContentPartDefinitionRecord record) => _record = record;

    internal JsonObject Settings => _record.Settings;
}
