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
    private const string ViewKey = "view";
    private const string ChangedKey = "changed";
    private const string Changed = "yes";
    /// <summary>The parameter that holds the names of the columns.</summary>
    public const string ColumnsKey = "columns";

    private const char ColumnSeparator = ',';
    private const string LastPage = "last";
    private const int MaxIdLength = 26;
    private const int MaxViewIdLength = 32;
    private const int MaxColumnsLength = 2_000;

    /// <summary>In place of the id of a view: all customers, where another view is the user's default.</summary>
    public const string NoView = "all";

    private static readonly string[] Positions = [PageKey, AfterKey, BeforeKey];

    /// <summary>What says where in the list one is, and whose list it is, but not what it shows.</summary>
    private static readonly string[] NoShape = [.. Positions, ViewKey, ChangedKey];

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
            .ToDictionary(group => group.Key.ToLowerInvariant(), group => group.First(), StringComparer.OrdinalIgnoreCase), names);
    }

    public string? Search => Value(SearchKey);

    public CustomerSort Sort => ParseSort(Value(SortKey)) ?? CustomerSort.ContactName;

    public bool IsDescending => Value(OrderKey) is not null;

    public int PageSize => ParsePageSize(Value(SizeKey)) ?? CustomerQuery.DefaultPageSize;

    /// <summary>Values by the name of their filter.</summary>
    public IReadOnlyDictionary<string, string> Filters => Only(_filters);

    /// <summary>The view it began with; <see cref="NoView"/> or <see langword="null"/> when there is none.</summary>
    public string? View => Value(ViewKey);

    /// <summary>Whether the address says all that the list shows, which began with a view and may differ from it.</summary>
    public bool IsChanged => HasView && Value(ChangedKey) is not null;

    private bool HasView => View is not (null or NoView);

    /// <summary>Whether the list was asked for without a wish.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>The names of the columns, in their order; <see langword="null"/> for those that the user chose.</summary>
    public IReadOnlyList<string>? Columns => Value(ColumnsKey)?.Split(ColumnSeparator);

    /// <summary>What a view keeps: filters, columns, sort and page size.</summary>
    public IReadOnlyDictionary<string, string> Shape => Only(_values.Keys.Where(key => !NoShape.Contains(key, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The values of a list that shows these columns, for a view to keep.</summary>
    public Dictionary<string, string> ShapeWith(IEnumerable<string> columns) => new(Shape, StringComparer.OrdinalIgnoreCase) { [ColumnsKey] = string.Join(ColumnSeparator, columns) };

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
    public IReadOnlyDictionary<string, string> Kept
    {
        get
        {
            var kept = Only([SortKey, OrderKey, SizeKey, ColumnsKey, ViewKey]);

            if (HasView)
            {
                kept[ChangedKey] = Changed;
            }

            return kept;
        }
    }

    /// <summary>The state of a view, at the place in it that this address names.</summary>
    public CustomerListState In(string view, CustomerListState saved)
        => new(Only(Positions).Concat(saved.Shape).Append(KeyValuePair.Create(ViewKey, view)).ToDictionary(StringComparer.OrdinalIgnoreCase), _filters);

    /// <summary>The same list, as one that began with a view or with none.</summary>
    public CustomerListState From(string? view, bool isChanged)
    {
        var values = _values.Where(pair => pair.Key is not (ViewKey or ChangedKey)).ToDictionary(StringComparer.OrdinalIgnoreCase);

        if (view is not null)
        {
            values[ViewKey] = view;
        }

        if (isChanged)
        {
            values[ChangedKey] = Changed;
        }

        return new(values, _filters);
    }

    /// <summary>Whether this list shows what the other one does.</summary>
    public bool ShowsTheSame(CustomerListState other)
        => Shape.Count == other.Shape.Count && Shape.All(pair => other.Shape.TryGetValue(pair.Key, out var value) && value == pair.Value);

    public RouteValueDictionary WithColumns(IEnumerable<string> columns) => Moved(ColumnsKey, string.Join(ColumnSeparator, columns));

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

    /// <summary>The list without any filter and search term.</summary>
    public RouteValueDictionary WithoutFilters()
    {
        var values = Moved(SearchKey, null);

        foreach (var filter in Filters.Keys)
        {
            values.Remove(filter);
        }

        return values;
    }

    /// <summary>Of a list that shows its view as it was saved, the address need not say more than that.</summary>
    public RouteValueDictionary ToRouteValues() => HasView && !IsChanged ? Write(Only([ViewKey, .. Positions])) : Write(_values);

    private static bool IsUnderstood(string key, string value) => key.ToLowerInvariant() switch
    {
        SearchKey => true,
        SortKey => ParseSort(value) is not null,
        OrderKey => value == Descending,
        PageKey => value == LastPage || ParsePage(value) is not null,
        SizeKey => ParsePageSize(value) is not null,
        AfterKey or BeforeKey => IsId(value),
        ViewKey => value.Length <= MaxViewIdLength && value.All(char.IsAsciiLetterOrDigit),
        ChangedKey => value == Changed,
        ColumnsKey => value.Length <= MaxColumnsLength && value.Split(ColumnSeparator).All(name => name.Length > 0 && name.All(IsColumnCharacter)),
        _ => false,
    };

    /// <summary>A content item id, of whichever generator.</summary>
    private static bool IsId(string value) => value.Length <= MaxIdLength && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static bool IsColumnCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is ':' or '.' or '-' or '_';

    private static CustomerSort? ParseSort(string? text)
        => Enum.GetValues<CustomerSort>().Cast<CustomerSort?>().FirstOrDefault(sort => sort.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static int? ParsePageSize(string? text)
        => int.TryParse(text, CultureInfo.InvariantCulture, out var size) && CustomerQuery.PageSizes.Contains(size) ? size : null;

    private static int? ParsePage(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : null;

    private static RouteValueDictionary Write(IEnumerable<KeyValuePair<string, string>> values)
        => new(values.Select(pair => KeyValuePair.Create<string, object?>(pair.Key, pair.Value)));

    /// <summary>The state with one parameter changed, on the first page unless that is what was changed.</summary>
    private RouteValueDictionary Moved(string key, string? value)
    {
        var isPlace = Positions.Contains(key);
        var values = isPlace ? ToRouteValues() : Write(_values);
        Set(values, ChangedKey, HasView && (!isPlace || IsChanged) ? Changed : null);

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
