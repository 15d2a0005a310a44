using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Infrastructure;
using OrchardCore.Security;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Lists.Views;

internal sealed class SavedViewManager(ISession session, RoleManager<IRole> roleManager, IStringLocalizer<SavedViewManager> S) : ISavedViewManager
{
    private const int MaxViews = 100;
    private const int MaxValues = 50;
    private const int MaxValueLength = 2_000;

    public async Task<IReadOnlyList<SavedView>> FindAsync(ViewUser user)
    {
        var owner = user.Id;
        string[] roles = [.. user.Roles.Select(role => role.ToUpperInvariant())];
        var views = await Query().Where(index => index.OwnerId == owner || index.Role.IsIn(roles)).ListAsync();

        return ByName(views.Where(view => view.Role is null || IsOneOf(view.Role, user.Roles) || user.MayShare));
    }

    public async Task<SavedView?> FindOwnAsync(string viewId, ViewUser user)
    {
        var view = await Query().Where(index => index.ViewId == viewId).FirstOrDefaultAsync();

        return view is not null && (view.Role is null ? view.OwnerId == user.Id : user.MayShare) ? view : null;
    }

    public async Task<IReadOnlyList<SavedView>> FindSharedAsync() => ByName(await Query().Where(index => index.Role != "").ListAsync());

    public async Task<ListChoice> FindChoiceAsync(ViewUser user)
    {
        var id = user.Id;

        return await session.Query<ListChoice, ListChoiceIndex>(index => index.UserId == id, collection: CustomersConstants.Collection).FirstOrDefaultAsync()
            ?? new ListChoice { UserId = id };
    }

    public async Task<Result> SaveAsync(SavedView view, ViewUser user)
    {
        var stored = string.IsNullOrEmpty(view.ViewId) ? new SavedView { OwnerId = user.Id } : await FindOwnAsync(view.ViewId, user);

        if (stored is null)
        {
            return Refuse("", S["Somebody deleted this view meanwhile."]);
        }

        return view.Role is not null && !user.MayShare
            ? Refuse(nameof(SavedView.Role), S["You may not share views."])
            : await SaveAsync(view, stored, view.Role is null ? await FindAsync(user) : await FindSharedAsync());
    }

    public async Task DeleteAsync(string viewId, ViewUser user)
    {
        if (await FindOwnAsync(viewId, user) is { } view)
        {
            session.Delete(view, CustomersConstants.Collection);
        }
    }

    public async Task<Result> ImportAsync(SavedView view)
    {
        if (string.IsNullOrWhiteSpace(view.Role))
        {
            return Refuse(nameof(SavedView.Role), S["A view in a recipe is for a role."]);
        }

        var shared = await FindSharedAsync();
        var replaced = shared.FirstOrDefault(known => IsSame(known.Role, view.Role) && IsSame(known.Name, view.Name?.Trim()));

        return await SaveAsync(view, replaced ?? new SavedView(), shared);
    }

    public async Task ChooseColumnsAsync(string[]? names, ViewUser user)
    {
        var choice = await FindChoiceAsync(user);
        choice.Columns = names;
        await session.SaveAsync(choice, collection: CustomersConstants.Collection);
    }

    public async Task ChooseDefaultAsync(string? viewId, ViewUser user)
    {
        if (viewId is not null && (await FindAsync(user)).All(view => view.ViewId != viewId))
        {
            return;
        }

        var choice = await FindChoiceAsync(user);
        choice.DefaultViewId = viewId;
        await session.SaveAsync(choice, collection: CustomersConstants.Collection);
    }

    /// <summary>What is stored is changed last: a session writes whatever was changed of what it read.</summary>
    private async Task<Result> SaveAsync(SavedView view, SavedView stored, IReadOnlyList<SavedView> others)
    {
        var name = view.Name?.Trim() ?? "";

        if (name.Length is 0 or > SavedView.MaxNameLength)
        {
            return Refuse(nameof(SavedView.Name), S["A view needs a name of at most {0} characters.", SavedView.MaxNameLength]);
        }

        if (others.Any(other => other.ViewId != stored.ViewId && IsSame(other.Role, view.Role) && IsSame(other.Name, name)))
        {
            return Refuse(nameof(SavedView.Name), S["There is a view “{0}” already.", name]);
        }

        if (view.Role is not null && await roleManager.FindByNameAsync(view.Role) is null)
        {
            return Refuse(nameof(SavedView.Role), S["There is no role “{0}”.", view.Role]);
        }

        if (string.IsNullOrEmpty(stored.ViewId) && others.Count >= MaxViews)
        {
            return Refuse("", S["There are {0} views already. Delete one first.", MaxViews]);
        }

        if (view.Values.Count > MaxValues || view.Values.Any(pair => pair.Value.Length > MaxValueLength))
        {
            return Refuse("", S["This list is too large to be saved as a view."]);
        }

        stored.ViewId = view.ViewId = string.IsNullOrEmpty(stored.ViewId) ? Guid.NewGuid().ToString("N") : stored.ViewId;
        (stored.Name, stored.Role, stored.Values) = (name, view.Role, view.Values);
        await session.SaveAsync(stored, collection: CustomersConstants.Collection);

        return Result.Success();
    }

    private IQuery<SavedView, SavedViewIndex> Query() => session.Query<SavedView, SavedViewIndex>(CustomersConstants.Collection);

    private static IReadOnlyList<SavedView> ByName(IEnumerable<SavedView> views) => [.. views.OrderBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase)];

    private static bool IsOneOf(string role, IReadOnlyList<string> roles) => roles.Contains(role, StringComparer.OrdinalIgnoreCase);

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Result Refuse(string key, LocalizedString message) => Result.Failed(new ResultError { Key = key, Message = message });
}
