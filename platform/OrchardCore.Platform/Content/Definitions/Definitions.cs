using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace OrchardCore.ContentManagement.Metadata.Models;

/// <summary>What is known of a type, a part or a field. Settings stand under the name of their class.</summary>
public abstract class ContentDefinition
{
    private protected ContentDefinition(string name, JsonObject settings)
    {
        Name = name;
        Settings = settings ?? [];
    }

    public string Name { get; }

    internal JsonObject Settings { get; }

    internal T GetSettings<T>()
        where T : new()
        => SettingsNode.Read<T>(Settings);
}

public class ContentTypeDefinition : ContentDefinition
{
    internal ContentTypeDefinition(ContentTypeDefinitionRecord record, ContentDefinitionRecord definitions)
        : base(record.Name, record.Settings)
    {
        DisplayName = record.DisplayName;
        Parts = [.. record.ContentTypePartDefinitionRecords.Select(part => new ContentTypePartDefinition(part, Part(part.PartName), this))];

        // A type may have a part before anybody has defined it.
        ContentPartDefinition Part(string name) => new(definitions.FindPart(name) ?? new ContentPartDefinitionRecord { Name = name });
    }

    public IEnumerable<ContentTypePartDefinition> Parts { get; }

    internal string DisplayName { get; }
}

public class ContentTypePartDefinition : ContentDefinition
{
    internal ContentTypePartDefinition(ContentTypePartDefinitionRecord record, ContentPartDefinition part, ContentTypeDefinition type)
        : base(record.Name, record.Settings)
    {
        PartDefinition = part;
        ContentTypeDefinition = type;
    }

    public ContentPartDefinition PartDefinition { get; }

    internal ContentTypeDefinition ContentTypeDefinition { get; }
}

public class ContentPartDefinition : ContentDefinition
{
    internal ContentPartDefinition(ContentPartDefinitionRecord record)
        : base(record.Name, record.Settings)
        => Fields = [.. record.ContentPartFieldDefinitionRecords.Select(field => new ContentPartFieldDefinition(field, this))];

    public IEnumerable<ContentPartFieldDefinition> Fields { get; }
}

public class ContentPartFieldDefinition : ContentDefinition
{
    internal ContentPartFieldDefinition(ContentPartFieldDefinitionRecord record, ContentPartDefinition part)
        : base(record.Name, record.Settings)
    {
        FieldDefinition = new ContentFieldDefinition(record.FieldName);
        PartDefinition = part;
    }

    public ContentFieldDefinition FieldDefinition { get; }

    internal string FieldType => FieldDefinition.Name;

    internal ContentPartDefinition PartDefinition { get; }
}

/// <summary>A kind of field, for example <c>TextField</c>.</summary>
public class ContentFieldDefinition
{
    internal ContentFieldDefinition(string name) => Name = name;

    public string Name { get; }
}

public static class ContentPartFieldSettingsExtensions
{
    /// <summary>What people call the field; the kind of the field when it was given no name.</summary>
    public static string DisplayName(this ContentPartFieldDefinition partField)
    {
        var displayName = partField.GetSettings<ContentPartFieldSettings>().DisplayName;

        return string.IsNullOrEmpty(displayName) ? partField.FieldType : displayName;
    }
}
