namespace OrchardCore.ContentManagement;

public static class ContentExtensions
{
    /// <summary>Whether the item was stored or made with this part.</summary>
    public static bool Has<TElement>(this ContentElement contentElement)
        where TElement : ContentElement
        => contentElement.Data.ContainsKey(typeof(TElement).Name);

    /// <summary>The element under a name; a new one, of which nothing is written yet, when there is none.</summary>
    public static TElement GetOrCreate<TElement>(this ContentElement contentElement, string name)
        where TElement : ContentElement, new()
        => (TElement)contentElement.ReadOrAdd(typeof(TElement), name);

    /// <summary>Writes what was set on an element under a name.</summary>
    public static ContentElement Apply(this ContentElement contentElement, string name, ContentElement element)
    {
        contentElement.Write(name, element);

        return contentElement;
    }

    /// <summary>Writes what was set on a part into its item.</summary>
    public static ContentPart Apply(this ContentPart contentPart)
    {
        contentPart.ContentItem.Write(contentPart.GetType().Name, contentPart);

        return contentPart;
    }
}

public static class ContentItemExtensions
{
    /// <summary>The part of the item; a new one when it has none. It is the same object each time.</summary>
    public static TPart GetOrCreate<TPart>(this ContentItem contentItem)
        where TPart : ContentPart, new()
        => (TPart)contentItem.ReadOrAdd(typeof(TPart), typeof(TPart).Name);

    /// <summary>Changes a part and writes it into the item.</summary>
    public static ContentItem Alter<TPart>(this ContentItem contentItem, Action<TPart> action)
        where TPart : ContentPart, new()
    {
        var part = contentItem.GetOrCreate<TPart>();
        action(part);
        contentItem.Write(typeof(TPart).Name, part);

        return contentItem;
    }
}
