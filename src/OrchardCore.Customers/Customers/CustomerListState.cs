using System.Globalization;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers;

/// <summary>
/// The state of the list as it stands in the address: what is not the default. Whatever is not understood is left out,
/// so that no address is wrong.
/// </summary>
public sealed class CustomerListState
{
    private const string SearchKey = "search";
    private const string SortKey = "sort";
    private const string OrderKey = "order";
    private const string Descending = "desc";
    // As in Orchard's own lists; "page" belongs to Razor Pages.
    private const string PageKey = "pagenum";
    private const string SizeKey = "size";
    private const string AfterKey = "after";
    private const string BeforeKey = "before";
    private const string LastPage = "last";

    private readonly Dictionary<string, string> _values;

    private CustomerListState(Dictionary<string, string> values) => _values = values;

    public static CustomerListState From(IEnumerable<KeyValuePair<string, string?>> query, IEnumerable<ICustomerListFilter> filters)
    {
        string[] known = [SearchKey, SortKey, OrderKey, PageKey, SizeKey, AfterKey, BeforeKey, .. filters.Select(filter => filter.Name)];

        return new(query
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value) && known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
            .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Value!.Trim(), StringComparer.OrdinalIgnoreCase));
    }

    public string? Search => Value(SearchKey);

    public CustomerSort Sort => Enum.TryParse<CustomerSort>(Value(SortKey), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : CustomerSort.ContactName;

    public bool IsDescending => Value(OrderKey) == Descending;

    public int? PageSize => int.TryParse(Value(SizeKey), CultureInfo.InvariantCulture, out var size) && CustomerQuery.PageSizes.Contains(size) ? size : null;

    public string? Filter(ICustomerListFilter filter) => Value(filter.Name);

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed(IEnumerable<ICustomerListFilter> filters) => Search is not null || filters.Any(filter => Filter(filter) is not null);

    public CustomerQuery ToQuery(IEnumerable<ICustomerListFilter> filters, int defaultPageSize) => new()
    {
        Search = Search,
        Sort = Sort,
        Descending = IsDescending,
        PageSize = PageSize ?? defaultPageSize,
        Position = Position,
        Filters = filters.Where(filter => Filter(filter) is not null).ToDictionary(filter => filter.Name, filter => Filter(filter)!),
    };

    private CustomerPosition Position
        => Value(AfterKey) is { } after ? new CustomerPosition.After(after)
        : Value(BeforeKey) is { } before ? new CustomerPosition.Before(before)
        : Value(PageKey) == LastPage ? CustomerPosition.Last
        : int.TryParse(Value(PageKey), CultureInfo.InvariantCulture, out var page) && page > 1 ? new CustomerPosition.Numbered(page)
        : CustomerPosition.First;

    /// <summary>The parameters a new search keeps.</summary>
    public IReadOnlyDictionary<string, string> Kept => Only(SortKey, OrderKey, SizeKey);

    public RouteValueDictionary AtPage(int page) => Moved(PageKey, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);

    public RouteValueDictionary AtLastPage() => Moved(PageKey, LastPage);

    public RouteValueDictionary After(string id) => Moved(AfterKey, id);

    public RouteValueDictionary Before(string id) => Moved(BeforeKey, id);

    public RouteValueDictionary WithPageSize(int size) => Moved(SizeKey, size.ToString(CultureInfo.InvariantCulture));

    public RouteValueDictionary SortedBy(CustomerSort sort)
    {
        var values = Moved(SortKey, sort == CustomerSort.ContactName ? null : Enum.GetName(sort)!.ToLowerInvariant());
        Set(values, OrderKey, sort == Sort && !IsDescending ? Descending : null);

        return values;
    }

    /// <summary>The list without its search term or one of its filters.</summary>
    public RouteValueDictionary Without(string key) => Moved(key, null);

    public RouteValueDictionary WithoutSearch() => Without(SearchKey);

    public RouteValueDictionary ToRouteValues() => new(_values.Select(pair => KeyValuePair.Create<string, object?>(pair.Key, pair.Value)));

    /// <summary>The state with one parameter changed, on the first page unless that is what was changed.</summary>
    private RouteValueDictionary Moved(string key, string? value)
    {
        var values = ToRouteValues();

        foreach (var position in (string[])[PageKey, AfterKey, BeforeKey])
        {
            values.Remove(position);
        }

        Set(values, key, value);

        return values;
    }

    private static void Set(RouteValueDictionary values, string key, string? value)
    {
        if (value is null)
        {
            values.Remove(key);
        }
        else
        {
            values[key] = value;
        }
    }

    private string? Value(string key) => _values.GetValueOrDefault(key);

    private Dictionary<string, string> Only(params string[] keys)
        => _values.Where(pair => keys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(pair => pair.Key, pair => pair.Value);
}
