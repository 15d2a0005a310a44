using YesSql.Indexes;

namespace OrchardCore.Customers.Lists.Views;

/// <summary>A list under a name: what narrows it, its columns, sort and page size.</summary>
public sealed class SavedView
{
    /// <summary>The longest name of a view.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Given when it is saved first.</summary>
    public string ViewId { get; set; } = "";

    /// <summary>At most <see cref="MaxNameLength"/> characters; no two views of a user, or of a role, have the same.</summary>
    public string Name { get; set; } = "";

    /// <summary>The id of the user who made it; empty for one that came with a recipe.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>The role whose members see it; <see langword="null"/> when only its owner does.</summary>
    public string? Role { get; set; }

    /// <summary>What the list's address says. What is not understood any more is left out where the view is opened.</summary>
    public Dictionary<string, string> Values { get; set; } = [];
}

/// <summary>Finds the views of a user and of a role.</summary>
public sealed class SavedViewIndex : MapIndex
{
    /// <summary>As in <see cref="SavedView.ViewId"/>.</summary>
    public string ViewId { get; set; } = "";

    /// <summary>As in <see cref="SavedView.OwnerId"/>.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>In capitals, as roles are compared; empty for a personal view.</summary>
    public string Role { get; set; } = "";
}

/// <summary>Maps every <see cref="SavedView"/>.</summary>
public sealed class SavedViewIndexProvider : IndexProvider<SavedView>
{
    public SavedViewIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<SavedView> context)
        => context.For<SavedViewIndex>().Map(view => new SavedViewIndex { ViewId = view.ViewId, OwnerId = view.OwnerId, Role = (view.Role ?? "").ToUpperInvariant() });
}
