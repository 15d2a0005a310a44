using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using YesSql;
using YesSql.Indexes;
using YesSql.Services;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// Some rows of those that match, in an order, found by an index alone before anything else of them is read. YesSql's lambdas
/// have neither order nor limit in a sub-select, hence a method of our own among those it translates.
/// </summary>
/// <param name="Key">What the rows are ordered by, and then by their documents.</param>
/// <param name="Skip">How many rows come before.</param>
/// <param name="Take">How many rows it has at most.</param>
internal sealed record Slice<TIndex>(Expression<Func<TIndex, object>> Key, int Skip, int Take)
    where TIndex : MapIndex
{
    private const string DocumentId = nameof(CustomerIndex.DocumentId);

    public bool Descending { get; init; }

    /// <summary>
    /// Whether those that match are sorted among themselves, whatever index has their order. Databases guess how far along
    /// it the next match is, and guess wrong where order and condition go together.
    /// </summary>
    public bool IsSorted { get; init; }

    /// <summary>A condition that the rows of the slice meet. It says nothing of their order.</summary>
    public Expression<Func<TIndex, bool>> Of(IEnumerable<Expression<Func<TIndex, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(TIndex), "row");
        var slice = Expression.Call(
            Slices.IsInSlice,
            Id(row),
            Expression.NewArrayInit(typeof(bool), conditions.Select(condition => Predicates.About(row, condition))),
            Expression.NewArrayInit(typeof(object), Order(row)),
            Expression.Constant(Descending),
            Expression.Constant(string.Create(CultureInfo.InvariantCulture, $"limit {Take} offset {Skip}")));
        var isIn = Expression.Call(
            Slices.IsIn.MakeGenericMethod(typeof(TIndex)),
            Id(row),
            Expression.Quote(Expression.Lambda<Func<TIndex, object>>(Id(row), row)),
            Expression.Quote(Expression.Lambda<Func<TIndex, bool>>(slice, row)));

        return Expression.Lambda<Func<TIndex, bool>>(isIn, row);
    }

    private IEnumerable<Expression> Order(ParameterExpression row)
    {
        var (id, key) = (Expression.Property(row, DocumentId), Unboxed(Predicates.About(row, Key)));

        // It is the same for all, which no database knows: so none of its indexes has this order.
        Expression[] nowhere = IsSorted ? [Expression.Subtract(id, id)] : [];
        Expression[] keys = key is MemberExpression { Member.Name: DocumentId } ? [id] : [key, id];

        return nowhere.Concat(keys).Select(part => Expression.Convert(part, typeof(object)));
    }

    private static Expression Unboxed(Expression key) => key is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : key;

    private static UnaryExpression Id(ParameterExpression row) => Expression.Convert(Expression.Property(row, DocumentId), typeof(object));
}

/// <summary>What YesSql translates a <see cref="Slice{TIndex}"/> by.</summary>
internal static class Slices
{
    public static readonly MethodInfo IsIn = Translations.MethodOf(() => DefaultQueryExtensionsIndex.IsIn<MapIndex>(null!, row => row, row => true)).GetGenericMethodDefinition();

    public static readonly MethodInfo IsInSlice = Translations.Add(() => Stand(null!, null!, null!, false, ""), Write);

    /// <summary>Whether the database takes a limit in a sub-select, in the words that are used here.</summary>
    public static bool CanSlice(this ISession session) => session.Store.Configuration.SqlDialect.Name is "Sqlite" or "PostgreSql";

#pragma warning disable IDE0060 // The parameters are read from the call.

    /// <summary>Stands for the conditions of the sub-select and for what follows them. It is translated, never called.</summary>
    private static bool Stand(object documentId, bool[] conditions, object[] order, bool descending, string limit) => throw new NotSupportedException();

#pragma warning restore IDE0060

    private static void Write(DefaultQuery query, IStringBuilder sql, ISqlDialect dialect, MethodCallExpression call)
    {
        foreach (var condition in Parts(call.Arguments[1]))
        {
            query.ConvertPredicate(sql, condition);
            sql.Append(" and ");
        }

        sql.Append("1 = 1");
        var separator = " order by ";

        foreach (var key in Parts(call.Arguments[2]))
        {
            sql.Append(separator);
            query.ConvertFragment(sql, key);
            sql.Append((bool)Translations.ValueOf(call.Arguments[3]) ? " desc" : "");
            separator = ", ";
        }

        sql.Append($" {Translations.ValueOf(call.Arguments[4])}");
    }

    private static ReadOnlyCollection<Expression> Parts(Expression array) => ((NewArrayExpression)array).Expressions;
}
