using System.Linq.Expressions;
using System.Reflection;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// How a page is read. When many customers match, along the index of the sort, where the next one that matches is never far;
/// when few do, by the index of the filter, and then sorted. SQLite would always do the latter, so there the filter's index is
/// hidden from it. PostgreSQL would do the former when it takes matches for evenly spread (those whose first name begins with
/// Z stand at the end of the names), so there the sort's index is. A status has indexes that go on with each sort.
/// </summary>
internal static class CustomerWalk
{
    /// <summary>How many are found by the index of a filter and then sorted, each with its document.</summary>
    public const int MaxSorted = 5_000;

    private static readonly MethodInfo Concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

    public static List<Condition> Along(List<Condition> conditions, ISession session)
        => session.Store.Configuration.SqlDialect.Name == "Sqlite" ? [.. conditions.Select(condition => IsOnStatus(condition) ? condition : Hide(condition))] : conditions;

    /// <summary>The order of a text with nothing added is that of the text, but of no index.</summary>
    public static Expression<Func<CustomerIndex, object>> Apart(Expression<Func<CustomerIndex, object>> key, ISession session)
        => session.Store.Configuration.SqlDialect.Name == "PostgreSql" && key.Body.Type == typeof(string)
            ? Expression.Lambda<Func<CustomerIndex, object>>(Expression.Add(key.Body, Expression.Constant(""), Concat), key.Parameters)
            : key;

    /// <summary>A condition that is compared with true is no range of an index.</summary>
    private static Condition Hide(Condition condition)
        => Expression.Lambda<Func<CustomerIndex, bool>>(Expression.Equal(condition.Body, Expression.Constant(true)), condition.Parameters);

    private static bool IsOnStatus(Condition condition)
        => condition.Body is BinaryExpression { NodeType: ExpressionType.Equal, Left: MemberExpression { Member.Name: nameof(CustomerIndex.Status) } };

    /// <summary>
    /// The column in whose index the matches lie together; <see langword="null"/> when no index finds them: of a text that
    /// occurs anywhere, or of a status, which has its own indexes.
    /// </summary>
    public static string? ColumnOf(List<Condition> conditions)
        => conditions.Where(condition => !IsOnStatus(condition)).Select(condition => FirstColumn.Of(condition.Body)).FirstOrDefault(name => name is not null);

    /// <summary>A column to sort by.</summary>
    public static Expression<Func<CustomerIndex, object>> Key(string column)
    {
        var row = Expression.Parameter(typeof(CustomerIndex), "index");
        Expression key = Expression.Property(row, column);

        return Expression.Lambda<Func<CustomerIndex, object>>(key.Type.IsValueType ? Expression.Convert(key, typeof(object)) : key, row);
    }

    private sealed class FirstColumn : ExpressionVisitor
    {
        private string? _name;

        public static string? Of(Expression condition)
        {
            var visitor = new FirstColumn();
            visitor.Visit(condition);

            return visitor._name;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
            => node.Method.Name == nameof(string.Contains) ? node : base.VisitMethodCall(node);

        protected override Expression VisitMember(MemberExpression node)
        {
            _name ??= node.Expression is ParameterExpression ? node.Member.Name : null;

            return base.VisitMember(node);
        }
    }
}
