using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// The state of the list of companies as it stands in the address: what is not the default. Whatever is not understood is left
/// out, of the query and of the addresses made from it.
/// </summary>
public sealed class CompanyListState
{
    public const string SearchKey = "search";
    public const string StatusKey = "status";
    public const string ActiveKey = "active";
    public const string BlockedKey = "blocked";
    public const string Yes = "yes";
    public const string No = "no";
    public const string CreatedSort = "created";

    private const string SortKey = "sort";
    private const string OrderKey = "order";
    private const string Descending = "desc";

    // As in Orchard's own lists; "page" belongs to Razor Pages.
    private const string PageKey = "pagenum";
    private const string SizeKey = "size";

    public static readonly IReadOnlyList<int> PageSizes = [25, 50, 100];

    private readonly Dictionary<string, string> _values;

    private CompanyListState(Dictionary<string, string> values) => _values = values;

    public static CompanyListState From(IQueryCollection query) => new(query
        .Select(pair => (Key: pair.Key.ToLowerInvariant(), Value: pair.Value.ToString().Trim()))
        .Where(pair => IsUnderstood(pair.Key, pair.Value))
        .DistinctBy(pair => pair.Key)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    public string? Search => Value(SearchKey);

    public bool IsNarrowed => Filters.Any() || Search is not null;

    /// <summary>Names and values of the filters that narrow the list.</summary>
    public IEnumerable<(string Key, string Value)> Filters => from key in new[] { StatusKey, ActiveKey, BlockedKey } where _values.ContainsKey(key) select (key, _values[key]);

    /// <summary>Parameters that a new search keeps.</summary>
    public IReadOnlyDictionary<string, string> Kept => _values.Where(pair => pair.Key is SortKey or OrderKey or SizeKey).ToDictionary();

    public CompanyQuery ToQuery() => new()
    {
        Search = Search,
        Status = Value(StatusKey) is { } status ? Enum.Parse<CompanyStatus>(status, ignoreCase: true) : null,
        IsActive = Flag(ActiveKey),
        IsBlocked = Flag(BlockedKey),
        ByCreated = Value(SortKey) == CreatedSort,
        Descending = Value(OrderKey) == Descending,
        Page = Number(PageKey) ?? 1,
        PageSize = Number(SizeKey) ?? 50,
    };

    public string? Value(string key) => _values.GetValueOrDefault(key);

    public RouteValueDictionary ToRouteValues() => Write(_values);

    public RouteValueDictionary AtPage(int page) => With(PageKey, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);

    public RouteValueDictionary WithPageSize(int size) => Write(_values.Where(pair => pair.Key is not (PageKey or SizeKey)).Append(KeyValuePair.Create(SizeKey, size.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The list without its term or one of its filters.</summary>
    public RouteValueDictionary Without(string key) => Write(_values.Where(pair => pair.Key != key && pair.Key != PageKey));

    public RouteValueDictionary WithoutFilters() => Write(_values.Where(pair => pair.Key is SortKey or OrderKey or SizeKey));

    /// <summary>Sorts by that column, or turns the order round.</summary>
    public RouteValueDictionary SortedBy(string? sort)
    {
        var isSame = Value(SortKey) == sort;
        var values = Write(_values.Where(pair => pair.Key is not (SortKey or OrderKey or PageKey)));

        if (sort is not null)
        {
            values[SortKey] = sort;
        }

        if (isSame && Value(OrderKey) is null)
        {
            values[OrderKey] = Descending;
        }

        return values;
    }

    private RouteValueDictionary With(string key, string? value)
    {
        var values = Write(_values.Where(pair => pair.Key != key));

        if (value is not null)
        {
            values[key] = value;
        }

        return values;
    }

    private static RouteValueDictionary Write(IEnumerable<KeyValuePair<string, string>> values) => new(values.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));

    private static bool IsUnderstood(string key, string value) => key switch
    {
        SearchKey => value.Length > 0,
        StatusKey => Enum.GetNames<CompanyStatus>().Contains(value, StringComparer.OrdinalIgnoreCase),
        ActiveKey or BlockedKey => value is Yes or No,
        SortKey => value == CreatedSort,
        OrderKey => value == Descending,
        SizeKey => PageSizes.Select(size => size.ToString(CultureInfo.InvariantCulture)).Contains(value),
        PageKey => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 1 and <= CompanyQuery.MaxNumberedRows,
        _ => false,
    };

    private bool? Flag(string key) => Value(key) switch { Yes => true, No => false, _ => null };

    private int? Number(string key) => Value(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
