using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Records;

namespace OrchardCore.ContentManagement.Metadata;

public interface IContentDefinitionManager
{
    /// <summary>A type as it is now, with the changes of this scope; <see langword="null"/> when there is none.</summary>
    Task<ContentTypeDefinition> LoadTypeDefinitionAsync(string name);

    /// <summary>A type as it was when last committed; <see langword="null"/> when there is none.</summary>
    Task<ContentTypeDefinition> GetTypeDefinitionAsync(string name);

    /// <summary>Changes what is stored.</summary>
    internal Task ChangeAsync(Action<ContentDefinitionRecord> change);
}

public static class ContentDefinitionManagerExtensions
{
    /// <summary>Makes a type, or changes it.</summary>
    public static Task AlterTypeDefinitionAsync(this IContentDefinitionManager manager, string name, Action<ContentTypeDefinitionBuilder> alteration)
        => manager.ChangeAsync(definitions => alteration(new ContentTypeDefinitionBuilder(definitions.TypeOrAdd(name))));

    /// <summary>Makes a part, or changes it.</summary>
    public static Task AlterPartDefinitionAsync(this IContentDefinitionManager manager, string name, Action<ContentPartDefinitionBuilder> alteration)
        => manager.ChangeAsync(definitions => alteration(new ContentPartDefinitionBuilder(definitions.PartOrAdd(name))));
}
