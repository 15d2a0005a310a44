using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.Documents;

namespace OrchardCore.ContentManagement.Metadata;

internal sealed class ContentDefinitionManager(SiteDocument<ContentDefinitionRecord> document) : IContentDefinitionManager
{
    public async Task<ContentTypeDefinition> LoadTypeDefinitionAsync(string name) => Find(await document.LoadAsync(), name);

    public async Task<ContentTypeDefinition> GetTypeDefinitionAsync(string name) => Find(await document.GetAsync(), name);

    async Task IContentDefinitionManager.ChangeAsync(Action<ContentDefinitionRecord> change)
    {
        change(await document.LoadAsync());
        await document.UpdateAsync();
    }

    private static ContentTypeDefinition Find(ContentDefinitionRecord definitions, string name)
        => definitions.FindType(name) is { } type ? new ContentTypeDefinition(type, definitions) : null;
}
