using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;

namespace OrchardCore.ContentManagement.Display;

/// <summary>Makes the editor of a content item out of what the drivers of its parts and fields show.</summary>
public interface IContentItemDisplayManager
{
    /// <summary>The editor with the values of the item.</summary>
    /// <param name="content">The item; a part that it does not have is shown as a new one.</param>
    /// <param name="updater">That of the controller.</param>
    /// <param name="isNew">Whether fields offer their default values.</param>
    /// <param name="groupId">Shows only what belongs to this group; without one, what belongs to none.</param>
    /// <param name="htmlFieldPrefix">What the names of all fields begin with.</param>
    Task<IShape> BuildEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "");

    /// <summary>Writes what was posted into the item; what is wrong with it is in the model state.</summary>
    /// <returns>The editor with what was posted.</returns>
    /// <inheritdoc cref="BuildEditorAsync"/>
    Task<IShape> UpdateEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "");
}
