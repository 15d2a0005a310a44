using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using YesSql.Querying;

namespace YesSql.Services;

/// <summary>Makes SQL of the lambdas of a query.</summary>
public class DefaultQuery
{
#pragma warning disable CA2211, MA0069 // It is as it is there.

    /// <summary>Methods that stand for SQL in lambdas, besides those that are known anyway, and what writes it.</summary>
    public static Dictionary<MethodInfo, Action<DefaultQuery, IStringBuilder, ISqlDialect, MethodCallExpression>> MethodMappings = [];

#pragma warning restore CA2211, MA0069

    private readonly LambdaTranslator _translator;

    internal DefaultQuery(LambdaTranslator translator) => _translator = translator;

    /// <summary>Writes a value: a column, a parameter, or what is computed of them.</summary>
    public void ConvertFragment(IStringBuilder builder, Expression expression) => builder.Append(_translator.Value(expression));

    /// <summary>Writes a condition.</summary>
    public void ConvertPredicate(IStringBuilder builder, Expression expression) => builder.Append(_translator.Condition(expression));

    internal static bool TryWrite(LambdaTranslator translator, ISqlDialect dialect, MethodCallExpression call, out string sql)
    {
        var builder = new Sql();
        var isMapped = MethodMappings.TryGetValue(call.Method, out var write);

        if (isMapped)
        {
            write(new DefaultQuery(translator), builder, dialect, call);
        }

        sql = builder.ToString();
        return isMapped;
    }

    private sealed class Sql : IStringBuilder
    {
        private readonly StringBuilder _text = new();

        public void Append(string s) => _text.Append(s);

        public override string ToString() => _text.ToString();
    }
}
