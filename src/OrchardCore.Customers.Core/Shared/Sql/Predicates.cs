using System.Linq.Expressions;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Puts conditions together.</summary>
internal static class Predicates
{
    /// <summary>
    /// One of them is met. With one of no values (<c>1 = 0</c> in YesSql) beside the others, a database looks for none of them in its
    /// indexes: so such are left out by the caller.
    /// </summary>
    public static Expression<Func<T, bool>> Any<T>(IEnumerable<Expression<Func<T, bool>>> conditions)
        => conditions.Aggregate((left, right) => Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, About(left.Parameters[0], right)), left.Parameters));

    /// <summary>What a lambda says, of another parameter.</summary>
    public static Expression About(ParameterExpression parameter, LambdaExpression lambda) => new Replacement(lambda.Parameters[0], parameter).Visit(lambda.Body);

    private sealed class Replacement(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
