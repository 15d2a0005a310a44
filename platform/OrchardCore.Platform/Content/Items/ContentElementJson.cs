using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.Json;

namespace OrchardCore.ContentManagement;

/// <summary>The way between the JSON of an item and the objects over it.</summary>
internal static class ContentElementJson
{
    /// <summary>An element under a name; <see langword="null"/> when there is none.</summary>
    public static ContentElement Read(this ContentElement owner, Type type, string name)
    {
        if (owner.Elements.TryGetValue(name, out var known) && type.IsInstanceOfType(known))
        {
            return known;
        }

        if (owner.Data[name] is not JsonObject data)
        {
            return null;
        }

        var element = (ContentElement)data.Deserialize(type, StoredJson.Options);
        element.Data = data;

        return owner.Keep(name, element);
    }

    /// <summary>An element under a name; a new one, of which nothing is written yet, when there is none.</summary>
    public static ContentElement ReadOrAdd(this ContentElement owner, Type type, string name)
    {
        if (owner.Read(type, name) is { } known)
        {
            return known;
        }

        var element = (ContentElement)Activator.CreateInstance(type);
        owner.Data[name] = element.Data;

        return owner.Keep(name, element);
    }

    /// <summary>Gives an element that has none under that name a new one, with what it begins with.</summary>
    public static ContentElement ReadOrWeld(this ContentElement owner, Type type, string name)
    {
        if (owner.Read(type, name) is { } known)
        {
            return known;
        }

        var element = owner.ReadOrAdd(type, name);
        StoredJson.Merge(element.Data, StoredJson.ToObject(element));

        return element;
    }

    /// <summary>Writes the properties of an element into the JSON under that name. What its class doesn't know stays.</summary>
    public static void Write(this ContentElement owner, string name, ContentElement element)
    {
        if (owner.Data[name] is JsonObject data)
        {
            StoredJson.Merge(data, StoredJson.ToObject(element, StoredJson.WithNulls));
        }
        else
        {
            owner.Data[name] = data = StoredJson.ToObject(element);
        }

        if (element.Data != data)
        {
            element.Data = data;
        }

        owner.Keep(name, element);

        if (element is ContentField)
        {
            // Objects of parts may hold the field's former value.
            owner.ContentItem?.Elements.Clear();
        }
    }

    private static ContentElement Keep(this ContentElement owner, string name, ContentElement element)
    {
        element.ContentItem = owner.ContentItem;

        return owner.Elements[name] = element;
    }
}
