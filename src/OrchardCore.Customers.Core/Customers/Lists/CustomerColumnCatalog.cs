namespace OrchardCore.Customers.Lists;

/// <summary>All columns a list of customers can have.</summary>
public sealed class CustomerColumnCatalog(IEnumerable<ICustomerListColumn> columns, IEnumerable<ICustomerColumnSource> sources)
{
    /// <summary>How many columns a list has at most.</summary>
    public const int MaxShown = 30;

    /// <summary>In the order in which they are offered, each name once.</summary>
    public async Task<IReadOnlyList<ICustomerListColumn>> ListAsync()
    {
        var all = columns.ToList();

        foreach (var source in sources)
        {
            all.AddRange(await source.GetColumnsAsync());
        }

        return [.. all.OrderBy(column => column.Order).DistinctBy(column => column.Name, StringComparer.Ordinal)];
    }

    /// <summary>The columns of those names, in their order; without names, those that are shown by default. Names of columns that are gone are skipped.</summary>
    public async Task<IReadOnlyList<ICustomerListColumn>> FindAsync(IReadOnlyList<string>? names)
    {
        var all = await ListAsync();

        return names is null
            ? [.. all.Where(column => column.IsShownByDefault)]
            : [.. names.Distinct(StringComparer.Ordinal).Select(name => all.FirstOrDefault(column => column.Name == name)).OfType<ICustomerListColumn>().Take(MaxShown)];
    }
}
