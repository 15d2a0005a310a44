using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace YesSql.Querying;

/// <summary>Computes the parts of a lambda that don't depend on its parameter.</summary>
internal static class Computation
{
    /// <param name="convert">What a value goes through before a method is called with it or on it.</param>
    public static object Evaluate(Expression expression, Func<object, object> convert) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression member => Read(member, convert),
        MethodCallExpression call => call.Method.Invoke(
            call.Object is null ? null : convert(Evaluate(call.Object, convert)),
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            [.. call.Arguments.Select(argument => convert(Evaluate(argument, convert)))],
            CultureInfo.InvariantCulture),
        _ => Expression.Lambda<Func<object>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static object Read(MemberExpression member, Func<object, object> convert)
    {
        var target = member.Expression is null ? null : Evaluate(member.Expression, convert);

        return (target, member.Member) switch
        {
            (null, _) when member.Expression is not null => null,
            (_, FieldInfo field) => field.GetValue(target),
            var (_, property) => ((PropertyInfo)property).GetValue(target),
        };
    }
}
