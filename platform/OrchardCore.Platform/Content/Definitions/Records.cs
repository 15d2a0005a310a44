using System.Text.Json.Nodes;

namespace OrchardCore.ContentManagement.Metadata.Records;

/// <summary>The content types of a site as they are stored, and as a recipe writes them.</summary>
internal sealed class ContentDefinitionRecord
{
    public List<ContentTypeDefinitionRecord> ContentTypeDefinitionRecords { get; set; } = [];

    public List<ContentPartDefinitionRecord> ContentPartDefinitionRecords { get; set; } = [];

    public ContentTypeDefinitionRecord FindType(string name)
        => ContentTypeDefinitionRecords.Find(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public ContentPartDefinitionRecord FindPart(string name)
        => ContentPartDefinitionRecords.Find(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public ContentTypeDefinitionRecord TypeOrAdd(string name)
    {
        var type = FindType(name);

        if (type is null)
        {
            ContentTypeDefinitionRecords.Add(type = new ContentTypeDefinitionRecord { Name = name });
        }

        return type;
    }

    public ContentPartDefinitionRecord PartOrAdd(string name)
    {
        var part = FindPart(name);

        if (part is null)
        {
            ContentPartDefinitionRecords.Add(part = new ContentPartDefinitionRecord { Name = name });
        }

        return part;
    }
}

internal sealed class ContentTypeDefinitionRecord
{
    public string Name { get; set; }

    public string DisplayName { get; set; }

    public JsonObject Settings { get; set; } = [];

    public List<ContentTypePartDefinitionRecord> ContentTypePartDefinitionRecords { get; set; } = [];
}

/// <summary>A part of a type. Its name is the part's, or one of its own where the type has the part twice.</summary>
internal sealed class ContentTypePartDefinitionRecord
{
    public string PartName { get; set; }

    public string Name { get; set; }

    public JsonObject Settings { get; set; } = [];
}

internal sealed class ContentPartDefinitionRecord
{
    public string Name { get; set; }

    public JsonObject Settings { get; set; } = [];

    public List<ContentPartFieldDefinitionRecord> ContentPartFieldDefinitionRecords { get; set; } = [];
}

internal sealed class ContentPartFieldDefinitionRecord
{
    /// <summary>The kind of field, for example <c>TextField</c>.</summary>
    public string FieldName { get; set; }

    public string Name { get; set; }

    public JsonObject Settings { get; set; } = [];
}
