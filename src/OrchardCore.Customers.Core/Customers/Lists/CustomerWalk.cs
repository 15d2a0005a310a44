using System.Linq.Expressions;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// How a page is read when many customers match: along the index of the sort, where the next one that matches is never far.
/// PostgreSQL knows by its statistics how many match. SQLite doesn't, would find all of them by the index of the filter and
/// sort them; so that index is hidden from it. A status has indexes that begin with it and go on with each sort.
/// </summary>
internal static class CustomerWalk
{
    public static List<Condition> Along(List<Condition> conditions, ISession session)
        => session.Store.Configuration.SqlDialect.Name == "Sqlite" ? [.. conditions.Select(condition => IsOnStatus(condition) ? condition : Hide(condition))] : conditions;

    /// <summary>A condition that is compared with true is no range of an index.</summary>
    private static Condition Hide(Condition condition)
        => Expression.Lambda<Func<CustomerIndex, bool>>(Expression.Equal(condition.Body, Expression.Constant(true)), condition.Parameters);

    private static bool IsOnStatus(Condition condition)
        => condition.Body is BinaryExpression { NodeType: ExpressionType.Equal, Left: MemberExpression { Member.Name: nameof(CustomerIndex.Status) } };
}
