using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// A column of the customer list, after the customer's name and number, which always stand first. Register it as a scoped
/// service; what needs nothing but the item derives from <see cref="CustomerItemColumn"/>.
/// </summary>
public interface ICustomerListColumn
{
    /// <summary>The technical name, e.g. <c>company</c>.</summary>
    string Name { get; }

    LocalizedString Heading { get; }

    /// <summary>Columns stand in ascending order; the module's own have 10, 20, 30 ...</summary>
    int Order { get; }

    /// <summary>Whether it is shown to users who have not chosen their columns.</summary>
    bool IsShownByDefault => true;

    /// <summary>What a click on the heading sorts by; <see langword="null"/> when the list can't be sorted by it.</summary>
    CustomerSort? Sort => null;

    /// <summary>What stands in the cells of one page: asked once, so a query costs the same for a row and for a hundred.</summary>
    /// <returns>One cell per customer, in their order.</returns>
    Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers);
}

/// <summary>
/// Columns of the customer list that are known only when the site runs, such as those of the merchant's own fields. Register
/// it as a scoped service.
/// </summary>
public interface ICustomerColumnSource
{
    /// <summary>The columns that there are now; users choose them by their names.</summary>
    Task<IReadOnlyList<ICustomerListColumn>> GetColumnsAsync();
}

/// <summary>A column that is filled from the item alone.</summary>
public abstract class CustomerItemColumn : ICustomerListColumn
{
    public abstract string Name { get; }

    public abstract LocalizedString Heading { get; }

    public abstract int Order { get; }

    public virtual bool IsShownByDefault => true;

    public virtual CustomerSort? Sort => null;

    public Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers)
        => Task.FromResult<IReadOnlyList<CustomerCell>>([.. customers.Select(GetCell)]);

    /// <summary>What stands in the cell of one customer.</summary>
    protected abstract CustomerCell GetCell(ContentItem customer);
}
