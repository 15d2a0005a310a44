using System.Globalization;

namespace YesSql.Querying;

/// <summary>The statements of queries, in the shape that the real ones have: their costs hang on it.</summary>
internal static class SelectSql
{
    public static string CountDocuments(QueryState state)
        => $"SELECT {(state.HasJoins ? $"count(distinct {state.DocumentId})" : "count(*)")} FROM {Documents(state)}";

    public static string FirstDocument(QueryState state) => PlainDocuments(state) + state.Dialect.Page(state.Skip, take: 1);

    public static string ListDocuments(QueryState state)
    {
        var page = Page(state, defaultOrder: state.DocumentId);
        return state.AllowsDuplicates ? PlainDocuments(state) + page : GroupedDocuments(state, page);
    }

    public static string CountRows(QueryState state, Type index) => $"SELECT count(*) FROM {Rows(state, index)}";

    public static string FirstRow(QueryState state, Type index)
        => $"SELECT * FROM {Rows(state, index)}{OrderBy(state)}{state.Dialect.Page(state.Skip, take: 1)}";

    public static string ListRows(QueryState state, Type index)
    {
        var page = Page(state, defaultOrder: $"{state.Alias(index)}.{state.Column("Id")}");
        return $"SELECT * FROM {Rows(state, index)}{OrderBy(state)}{page}";
    }

    private static string Documents(QueryState state) => state.DocumentTable + state.Joins + state.Conditions;

    private static string Rows(QueryState state, Type index) => state.IndexTable(index) + state.Conditions;

    private static string PlainDocuments(QueryState state) => $"SELECT {state.DocumentTable}.* FROM {Documents(state)}{OrderBy(state)}";

    /// <summary>Finds the documents in a subquery that groups them, so that each comes once however many rows match.</summary>
    private static string GroupedDocuments(QueryState state, string page)
    {
        string[] names =
        [
            .. state.Orders.Select((_, number) => state.Dialect.QuoteForAliasName(string.Create(CultureInfo.InvariantCulture, $"order_{number + 1}"))),
        ];
        var keys = state.Orders.Select((order, number) => $", {state.Dialect.OrderOfGroup(order.Sql)} AS {names[number]}");
        var order = OrderBy(state, names);
        var limit = page.Length == 0 && names.Length > 0 ? state.Dialect.Page(skip: 0, take: null) : page;
        var found = state.Dialect.QuoteForAliasName("IndexQuery");

        return $"SELECT {state.DocumentTable}.* FROM {state.DocumentTable} INNER JOIN ("
            + $"SELECT {state.DocumentId}{string.Concat(keys)} FROM {Documents(state)} GROUP BY {state.DocumentId}{order}{limit}"
            + $") AS {found} ON {found}.{state.Column("Id")} = {state.DocumentId}{order}";
    }

    private static string Page(QueryState state, string defaultOrder)
    {
        if (state.Skip is null && state.Take is null)
        {
            return "";
        }

        if (state.Orders.Count == 0)
        {
            state.Orders.Add((defaultOrder, false));
        }

        return state.Dialect.Page(state.Skip, state.Take);
    }

    private static string OrderBy(QueryState state, IEnumerable<string> names = null)
    {
        var keys = (names ?? state.Orders.Select(order => order.Sql)).Zip(state.Orders, (key, order) => order.IsDescending ? key + " DESC" : key);
        return state.Orders.Count == 0 ? "" : " ORDER BY " + string.Join(", ", keys);
    }
}
