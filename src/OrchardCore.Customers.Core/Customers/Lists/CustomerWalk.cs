using System.Linq.Expressions;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// How a page is read when many customers match: along the index of the sort, where the next one that matches is never far.
/// PostgreSQL judges by its statistics how many match. SQLite has none, would find all of them by the index of the filter and
/// sort them; so that index is hidden from it. A status has indexes that begin with it and go on with each sort. When few
/// match, a sorted <see cref="Shared.Sql.Slice{TIndex}"/> keeps both databases from walking: where filter and order go together, those
/// who match may all stand at the other end. That is why a walk has an end where many match, too.
/// </summary>
internal static class CustomerWalk
{
    /// <summary>How many are found by the index of a filter and then sorted.</summary>
    public const int MaxSorted = 5_000;

    /// <summary>
    /// How many rows of a sort are walked at most to fill a page of more than <see cref="MaxSorted"/>, and so fewer than there are. With 10,000
    /// who match among a million, some 2,000 are needed for the first page.
    /// </summary>
    public const int MaxWalked = 4_000;

    public static List<Condition> Along(List<Condition> conditions, CustomerSort sort, ISession session)
        => session.IsSqlite() ? [.. conditions.Select(condition => IsOnStatus(condition) || FirstColumn.Of(condition.Body) == sort.Column() ? condition : Hide(condition))] : conditions;

    /// <summary>Whether those that match lie together in an index with the order of the sort: nothing narrows them but what they are sorted by, and a status.</summary>
    public static bool AreTogether(List<Condition> conditions, CustomerSort sort)
        => conditions.All(condition => IsOnStatus(condition) || FirstColumn.Of(condition.Body) == sort.Column());

    /// <summary>
    /// What the user may see comes first, and on SQLite is all that is looked up: few are found by it most often, and what
    /// else narrows the list may match a great many.
    /// </summary>
    public static List<Condition> Within(List<Condition> seen, List<Condition> conditions, ISession session)
        => seen.Count == 0 ? conditions : [.. seen, .. session.IsSqlite() ? conditions.Select(Hide) : conditions];

    /// <summary>
    /// When an index of the words finds few of those that are asked for: they are read by it, and by nothing else. PostgreSQL
    /// sees for itself that it is the best.
    /// </summary>
    public static List<Condition> ByHits(Condition? isHit, IEnumerable<Condition> conditions) => isHit is null ? [.. conditions] : [isHit, .. conditions.Select(Hide)];

    /// <summary>A condition that is compared with true is no range of an index.</summary>
    public static Condition Hide(Condition condition)
        => IsHidden(condition) ? condition : Expression.Lambda<Func<CustomerIndex, bool>>(Expression.Equal(condition.Body, Expression.Constant(true)), condition.Parameters);

    private static bool IsHidden(Condition condition)
        => condition.Body is BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: true } };

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
