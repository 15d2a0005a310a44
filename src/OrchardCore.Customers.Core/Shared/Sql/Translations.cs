using System.Linq.Expressions;
using System.Reflection;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Methods of ours that stand for SQL in YesSql's lambdas.</summary>
internal static class Translations
{
    private static readonly Lock Changing = new();

    /// <summary>Another site may be translating a query now: it keeps the methods it has.</summary>
    /// <param name="call">A call of the method, for its name.</param>
    public static MethodInfo Add(Expression<Action> call, Action<DefaultQuery, IStringBuilder, ISqlDialect, MethodCallExpression> write)
    {
        var method = MethodOf(call);

        lock (Changing)
        {
            DefaultQuery.MethodMappings = new(DefaultQuery.MethodMappings) { [method] = write };
        }

        return method;
    }

    public static MethodInfo MethodOf(Expression<Action> call) => ((MethodCallExpression)call.Body).Method;

    /// <summary>What an argument of such a call is.</summary>
    public static object ValueOf(Expression constant) => ((ConstantExpression)constant).Value!;
}
