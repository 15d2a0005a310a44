using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Lists.Views;

/// <summary>
/// Keeps the views of users and roles, and what each user chose for the list. A personal view is its owner's; one of a role
/// is seen by its members and changed by those who may share views. The keys of errors name properties of
/// <see cref="SavedView"/>.
/// </summary>
public interface ISavedViewManager
{
    /// <summary>The views that the user can open, by name.</summary>
    Task<IReadOnlyList<SavedView>> FindAsync(ViewUser user);

    /// <summary>A view that the user may change; <see langword="null"/> when there is none.</summary>
    Task<SavedView?> FindOwnAsync(string viewId, ViewUser user);

    /// <summary>The views of all roles, also of those that are gone.</summary>
    Task<IReadOnlyList<SavedView>> FindSharedAsync();

    /// <summary>What the user chose; nothing, for one who never did.</summary>
    Task<ListChoice> FindChoiceAsync(ViewUser user);

    /// <summary>Saves a new view and gives it an id; one that has an id takes the place of the stored one, whose owner it keeps.</summary>
    Task<Result> SaveAsync(SavedView view, ViewUser user);

    /// <summary>Deletes a view. One that is gone already is deleted.</summary>
    Task DeleteAsync(string viewId, ViewUser user);

    /// <summary>Brings a view of a role from elsewhere; it takes the place of the one that has its name there.</summary>
    Task<Result> ImportAsync(SavedView view);

    /// <summary>Chooses the columns where no view says otherwise; <see langword="null"/> for those shown by default.</summary>
    Task ChooseColumnsAsync(string[]? names, ViewUser user);

    /// <summary>Chooses the view that opens with the list; <see langword="null"/> for all customers. One that the user can't open is not chosen.</summary>
    Task ChooseDefaultAsync(string? viewId, ViewUser user);
}
