using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data;
using OrchardCore.Modules;
using YesSql;
using ISession = YesSql.ISession;

namespace OrchardCore.ContentManagement;

internal sealed class ContentManager(
    IContentDefinitionManager definitions,
    ContentHandlers handlers,
    ISession session,
    IClock clock,
    IHttpContextAccessor httpContextAccessor) : IContentManager
{
    private readonly Dictionary<long, ContentItem> _loaded = [];

    public async Task<ContentItem> NewAsync(string contentType)
    {
        var type = await definitions.GetTypeDefinitionAsync(contentType);
        var item = new ContentItem { ContentItemId = UniqueId.New(), ContentType = type?.Name ?? contentType };
        await handlers.WeldAsync(item);
        Own(item);

        return item;
    }

    public async Task<bool> CreateAsync(ContentItem contentItem, VersionOptions options = null)
    {
        if (string.IsNullOrEmpty(contentItem.ContentItemVersionId))
        {
            contentItem.ContentItemVersionId = UniqueId.New();
            contentItem.Published = true;
            contentItem.Latest = true;
        }

        var context = new CreateContentContext(contentItem);
        await handlers.InvokeAsync(context);

        contentItem.ModifiedUtc = clock.UtcNow;
        contentItem.CreatedUtc ??= contentItem.ModifiedUtc;

        if (contentItem.Owner is null)
        {
            Own(contentItem);
        }

        await session.SaveAsync(contentItem);
        _loaded[contentItem.Id] = contentItem;
        context.IsDone = true;
        await handlers.InvokeAsync(context);
        contentItem.PublishedUtc = clock.UtcNow;

        return true;
    }

    public async Task UpdateAsync(ContentItem contentItem)
    {
        var context = new UpdateContentContext(contentItem);
        await handlers.InvokeAsync(context);

        contentItem.ModifiedUtc = clock.UtcNow;
        contentItem.Author = User?.Identity.Name ?? contentItem.Author;

        await session.SaveAsync(contentItem);
        context.IsDone = true;
        await handlers.InvokeAsync(context);
    }

    public Task<ContentValidateResult> ValidateAsync(ContentItem contentItem) => handlers.ValidateAsync(contentItem);

    public async Task<ContentItem> LoadAsync(ContentItem contentItem)
    {
        if (_loaded.TryGetValue(contentItem.Id, out var loaded))
        {
            return loaded;
        }

        _loaded.Add(contentItem.Id, contentItem);
        await handlers.WeldAsync(contentItem);

        return contentItem;
    }

    public async Task<bool> RemoveAsync(ContentItem contentItem)
    {
        var versions = await session
            .Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == contentItem.ContentItemId && (index.Published || index.Latest))
            .ListAsync();

        foreach (var version in versions)
        {
            version.Published = false;
            version.Latest = false;
            await session.SaveAsync(version);
        }

        if (versions.Any())
        {
            await handlers.InvokeAsync(new RemoveContentContext(contentItem));
        }

        return true;
    }

    /// <summary>The user of the request, if there is one who is logged in.</summary>
    private ClaimsPrincipal User => httpContextAccessor.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;

    private void Own(ContentItem item)
    {
        if (User is { } user)
        {
            item.Owner = user.FindFirstValue(ClaimTypes.NameIdentifier);
            item.Author = user.Identity.Name;
        }
    }
}
