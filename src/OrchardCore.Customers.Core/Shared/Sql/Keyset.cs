using System.Globalization;
using YesSql;
using YesSql.Indexes;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// Reads on from a row instead of skipping the rows before it: the cost is the same at any depth. Rows are ordered by a
/// column and, where it is equal, by document id. YesSql's lambdas can't compare strings by order, hence the fragment.
/// </summary>
internal static class Keyset
{
    private const string ValueParameter = "keysetValue";

    private const string IdParameter = "keysetId";

    /// <summary>Keeps the rows that come after the given one in the given direction.</summary>
    public static void WhereAfter<T, TIndex>(this IQuery<T, TIndex> query, string column, object value, long documentId, bool descending)
        where T : class
        where TIndex : class, IIndex
    {
        // "At or beyond the value" is a range the database walks an index for; "and not the row itself" is then checked
        // on its first rows only.
        var (atOrBeyond, beyond) = descending ? ("<=", "<") : (">=", ">");

        query
            .Where(dialect =>
            {
                var sorted = dialect.QuoteForColumnName(column);
                var id = dialect.QuoteForColumnName("DocumentId");

                return $"({sorted} {atOrBeyond} @{ValueParameter} and ({sorted} {beyond} @{ValueParameter} or {id} {beyond} @{IdParameter}))";
            })
            .WithParameter(ValueParameter, value)
            .WithParameter(IdParameter, documentId);
    }

    /// <summary>Keeps the rows that are among the first of the given order, whatever else they meet; none, when there are fewer rows than that.</summary>
    /// <remarks>Comparing rows of values is how both databases know where to stop walking an index.</remarks>
    public static void WhereAmongFirst<T, TIndex>(this IQuery<T, TIndex> query, string column, IConfiguration configuration, int count, bool descending)
        where T : class
        where TIndex : class, IIndex
    {
        var (direction, upTo) = descending ? (" desc", ">=") : ("", "<=");
        var table = configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + configuration.TableNameConvention.GetIndexTable(typeof(TIndex)), configuration.Schema);

        query.Where(dialect =>
        {
            var (sorted, id) = (dialect.QuoteForColumnName(column), dialect.QuoteForColumnName("DocumentId"));
            var last = string.Create(CultureInfo.InvariantCulture, $"select {sorted}, {id} from {table} order by {sorted}{direction}, {id}{direction} limit 1 offset {count - 1}");

            return $"({sorted}, {id}) {upTo} ({last})";
        });
    }
}
