using System.Globalization;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers;

/// <summary>
/// The state of the list as it stands in the address: what is not the default. Whatever is not understood is left out, of
/// the query and of the addresses made from it, so that no address is wrong.
/// </summary>
public sealed class CustomerListState
{
    /// <summary>The parameter that holds the search term.</summary>
    public const string SearchKey = "search";

    private const string SortKey = "sort";
    private const string OrderKey = "order";
    private const string Descending = "desc";
    // As in Orchard's own lists; "page" belongs to Razor Pages.
    private const string PageKey = "pagenum";
    private const string SizeKey = "size";
    private const string AfterKey = "after";
    private const string BeforeKey = "before";
    private const string LastPage = "last";
    private const int MaxIdLength = 26;

    private static readonly string[] Positions = [PageKey, AfterKey, BeforeKey];

    private readonly Dictionary<string, string> _values;
    private readonly IReadOnlyCollection<string> _filters;

    private CustomerListState(Dictionary<string, string> values, IReadOnlyCollection<string> filters)
    {
        _values = values;
        _filters = filters;
    }

    /// <summary>Reads an address.</summary>
    /// <param name="filters">The filters that there are. Whether one understands its value, the filter says: see <see cref="Without"/>.</param>
    public static CustomerListState From(IEnumerable<KeyValuePair<string, string?>> query, IEnumerable<ICustomerListFilter> filters)
    {
        string[] names = [.. filters.Select(filter => filter.Name)];

        return new(query
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .GroupBy(pair => pair.Key, pair => pair.Value!.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(group => IsUnderstood(group.Key, group.First()) || names.Contains(group.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase), names);
    }

    public string? Search => Value(SearchKey);

    public CustomerSort Sort => ParseSort(Value(SortKey)) ?? CustomerSort.ContactName;

    public bool IsDescending => Value(OrderKey) is not null;

    public int PageSize => ParsePageSize(Value(SizeKey)) ?? CustomerQuery.DefaultPageSize;

    /// <summary>Values by the name of their filter.</summary>
    public IReadOnlyDictionary<string, string> Filters => Only(_filters);

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Search is not null || Filters.Count > 0;

    public CustomerQuery ToQuery() => new()
    {
        Search = Search,
        Sort = Sort,
        Descending = IsDescending,
        PageSize = PageSize,
        Position = Position,
        Filters = Filters,
    };

    private CustomerPosition Position
        => Value(AfterKey) is { } after ? new CustomerPosition.After(after)
        : Value(BeforeKey) is { } before ? new CustomerPosition.Before(before)
        : Value(PageKey) == LastPage ? CustomerPosition.Last
        : ParsePage(Value(PageKey)) is { } page ? new CustomerPosition.Numbered(page)
        : CustomerPosition.First;

    /// <summary>The parameters a new search keeps.</summary>
    public IReadOnlyDictionary<string, string> Kept => Only([SortKey, OrderKey, SizeKey]);

    /// <summary>The state without a filter, where the filter does not understand its value.</summary>
    public CustomerListState Without(ICustomerListFilter filter)
        => new(_values.Where(pair => !pair.Key.Equals(filter.Name, StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase), _filters);

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
    public RouteValueDictionary WithoutValue(string key) => Moved(key, null);

    public RouteValueDictionary ToRouteValues() => new(_values.Select(pair => KeyValuePair.Create<string, object?>(pair.Key, pair.Value)));

    private static bool IsUnderstood(string key, string value) => key.ToLowerInvariant() switch
    {
        SearchKey => true,
        SortKey => ParseSort(value) is not null,
        OrderKey => value == Descending,
        PageKey => value == LastPage || ParsePage(value) is not null,
        SizeKey => ParsePageSize(value) is not null,
        AfterKey or BeforeKey => IsId(value),
        _ => false,
    };

    /// <summary>A content item id, of whichever generator.</summary>
    private static bool IsId(string value) => value.Length <= MaxIdLength && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static CustomerSort? ParseSort(string? text)
        => Enum.GetValues<CustomerSort>().Cast<CustomerSort?>().FirstOrDefault(sort => sort.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static int? ParsePageSize(string? text)
        => int.TryParse(text, CultureInfo.InvariantCulture, out var size) && CustomerQuery.PageSizes.Contains(size) ? size : null;

    private static int? ParsePage(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : null;

    /// <summary>The state with one parameter changed, on the first page unless that is what was changed.</summary>
    private RouteValueDictionary Moved(string key, string? value)
    {
        var values = ToRouteValues();

        foreach (var position in Positions)
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

    private Dictionary<string, string> Only(IEnumerable<string> keys)
        => keys.Where(_values.ContainsKey).ToDictionary(key => key, key => _values[key], StringComparer.OrdinalIgnoreCase);
}
