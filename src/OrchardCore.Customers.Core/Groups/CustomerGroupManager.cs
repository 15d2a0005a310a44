using System.Data.Common;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Groups;

internal sealed class CustomerGroupManager(
    ISession session,
    IContentManager contentManager,
    CustomerGroupChecker checker,
    IMemoryCache cache,
    DatabaseRefusals refusals,
    IStringLocalizer<CustomerGroupManager> S) : ICustomerGroupManager
{
    private const string NamesKey = "CustomerGroupNames";

    /// <summary>How long another node may show an old name.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<ContentItem>> ListAsync()
    {
        var groups = session.Query<ContentItem, CustomerGroupIndex>();
        groups.NoDuplicates();

        return [.. await groups.OrderBy(index => index.Name).ThenBy(index => index.CodeKey).ListAsync()];
    }

    public async Task<IReadOnlyList<CustomerGroupName>> ListNamesAsync()
    {
        if (!cache.TryGetValue(NamesKey, out IReadOnlyList<CustomerGroupName>? names))
        {
            names = [.. (await ListAsync()).Select(Name)];
            cache.Set(NamesKey, names, Memory);
        }

        return names!;
    }

    public async Task<ContentItem?> FindAsync(string id)
    {
        var group = await session.Query<ContentItem, CustomerGroupIndex>(index => index.ContentItemId == id).NoDuplicates().FirstOrDefaultAsync();

        return group is null ? null : await contentManager.LoadAsync(group);
    }

    public Task<ContentItem> NewAsync() => contentManager.NewAsync(CustomersConstants.ContentTypes.CustomerGroup);

    public Task<Result> CreateAsync(ContentItem group) => WriteAsync(group, async () => await contentManager.CreateAsync(group, VersionOptions.Published));

    public Task<Result> UpdateAsync(ContentItem group) => WriteAsync(group, async () =>
    {
        // First, since the content manager saves without asking for the version.
        await session.SaveAsync(group, checkConcurrency: true);
        await contentManager.UpdateAsync(group);

        return true;
    });

    public async Task<Result> DeleteAsync(ContentItem group)
    {
        try
        {
            // The group's handler erases what Orchard only marks as removed.
            if (!await contentManager.RemoveAsync(group))
            {
                return CustomerWriter.Refused("", S["A module of this site refused to delete the group."]);
            }

            await session.FlushAsync();
            cache.Remove(NamesKey);

            return Result.Success();
        }
        catch (DbException exception)
        {
            return await RefuseAsync(exception);
        }
    }

    public static CustomerGroupName Name(ContentItem group)
    {
        var part = group.GetOrCreate<CustomerGroupPart>();

        return new(group.ContentItemId, part.Code ?? "", part.Name ?? part.Code ?? "");
    }

    private async Task<Result> WriteAsync(ContentItem group, Func<Task<bool>> write)
    {
        try
        {
            var errors = await checker.CheckAsync(group);

            if (errors.Count > 0)
            {
                return Result.Failed([.. errors]);
            }

            if (!await write())
            {
                return CustomerWriter.Refused("", S["A module of this site refused to save the group."]);
            }

            await session.FlushAsync();
            cache.Remove(NamesKey);

            return Result.Success();
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return CustomerWriter.Refused(nameof(CustomerGroupPart.Revision), S["Somebody else saved this group meanwhile."]);
        }
        catch (DbException exception)
        {
            return await RefuseAsync(exception);
        }
    }

    /// <summary>What the rules let pass and the database refuses is most often a code that was taken a moment ago.</summary>
    private async Task<Result> RefuseAsync(DbException exception)
    {
        await refusals.CancelAsync(exception, "a customer group");

        return CustomerWriter.Refused("", S["The database refused to save this: perhaps another group got the same code a moment ago. Nothing was saved; try again."]);
    }
}
