using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.ContentManagement;

public interface IContentManager
{
    /// <summary>An item with all the parts of its type, not saved yet; it belongs to the user of the request.</summary>
    Task<ContentItem> NewAsync(string contentType);

    /// <summary>Saves a new item, published.</summary>
    /// <returns>Whether it was saved; a handler may refuse.</returns>
    Task<bool> CreateAsync(ContentItem contentItem, VersionOptions options = null);

    /// <summary>Saves a changed item without regard to who else changed it.</summary>
    Task UpdateAsync(ContentItem contentItem);

    Task<ContentValidateResult> ValidateAsync(ContentItem contentItem);

    /// <summary>Gives an item that was read from the session the parts that its type has got since.</summary>
    Task<ContentItem> LoadAsync(ContentItem contentItem);

    /// <summary>Marks an item as neither published nor latest; its document stays.</summary>
    /// <returns>Whether it was removed; a handler may refuse.</returns>
    Task<bool> RemoveAsync(ContentItem contentItem);
}

public record VersionOptions
{
    public static readonly VersionOptions Published = new();
}
