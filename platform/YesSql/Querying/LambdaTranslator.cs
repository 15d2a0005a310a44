using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using YesSql.Services;

namespace YesSql.Querying;

/// <summary>
/// Makes SQL of the lambdas of a query. It knows columns from what can be computed now by looking for the parameter of
/// the lambda, and it errs where the real one errs: see <see cref="Operation"/>, <see cref="IsNull"/> and <see cref="Literal"/>.
/// </summary>
internal sealed class LambdaTranslator(QueryState state)
{
    private static readonly Dictionary<ExpressionType, string> Comparisons = new()
    {
        [ExpressionType.Equal] = "=",
        [ExpressionType.NotEqual] = "<>",
        [ExpressionType.LessThan] = "<",
        [ExpressionType.LessThanOrEqual] = "<=",
        [ExpressionType.GreaterThan] = ">",
        [ExpressionType.GreaterThanOrEqual] = ">=",
    };

    private static readonly Dictionary<ExpressionType, string> Operators = new()
    {
        [ExpressionType.Add] = "+",
        [ExpressionType.Subtract] = "-",
        [ExpressionType.Multiply] = "*",
        [ExpressionType.Divide] = "/",
    };

    private static readonly Dictionary<ExpressionType, string> Connectives = new()
    {
        [ExpressionType.AndAlso] = "and",
        [ExpressionType.And] = "and",
        [ExpressionType.OrElse] = "or",
        [ExpressionType.Or] = "or",
    };

    /// <summary>The name of the parameter that was added last, whose value a LIKE surrounds with wildcards.</summary>
    private string _lastParameter;

    public string Condition(LambdaExpression predicate) => Condition(predicate.Body);

    public string Key(LambdaExpression selector) => Value(selector.Body);

    public string Condition(Expression expression) => expression switch
    {
        BinaryExpression binary when Connectives.TryGetValue(binary.NodeType, out var connective) => IsColumn(binary)
            ? $"({Condition(binary.Left)} {connective} {Condition(binary.Right)})"
            : Parameter(Evaluate(binary)),
        BinaryExpression binary when Comparisons.ContainsKey(binary.NodeType) => Comparison(binary),
        UnaryExpression { NodeType: ExpressionType.Not } not => Not(not),
        MemberExpression member when IsColumn(member) => $"({Column(member)} = {Parameter(true)})",
        MemberExpression member => $"{Literal(member)} = {Parameter(true)}",
        ConstantExpression constant => $"{Parameter(constant.Value)} = {Parameter(true)}",
        MethodCallExpression call => Call(call),
        _ => throw new ArgumentException($"There is no SQL for {expression}.", nameof(expression)),
    };

    private string Not(UnaryExpression not) => not.Operand switch
    {
        MemberExpression member => IsColumn(member) ? $"({Column(member)} <> {Parameter(true)})" : $"{Literal(member)} <> {Parameter(true)}",
        var operand => IsColumn(operand) ? $"({Condition(operand)} <> {Parameter(true)})" : Parameter(Evaluate(not)),
    };

    private string Comparison(BinaryExpression binary)
    {
        if (IsColumn(binary) && binary.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            var test = binary.NodeType is ExpressionType.Equal ? "IS NULL" : "IS NOT NULL";

            if (IsNull(binary.Right))
            {
                return $"({Value(binary.Left)} {test})";
            }

            if (IsNull(binary.Left))
            {
                return $"({Value(binary.Right)} {test})";
            }
        }

        return Operation(binary, Comparisons[binary.NodeType]);
    }

    /// <summary>
    /// A comparison or a calculation, for the database if there is a column in it. A variable beside a constant goes there
    /// too, as a literal and without parentheses.
    /// </summary>
    private string Operation(BinaryExpression binary, string symbol) => (binary.Left, binary.Right) switch
    {
        _ when IsColumn(binary) => $"({Value(binary.Left)} {symbol} {Value(binary.Right)})",
        (MemberExpression member, ConstantExpression constant) => $"{Literal(member)} {symbol} {Parameter(constant.Value)}",
        (ConstantExpression constant, MemberExpression member) => $"{Parameter(constant.Value)} {symbol} {Literal(member)}",
        _ => Parameter(Evaluate(binary)),
    };

    /// <summary>What may stand on one side of a comparison.</summary>
    public string Value(Expression expression) => expression switch
    {
        MemberExpression member when IsColumn(member) => Column(member),
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Value(convert.Operand),
        UnaryExpression { NodeType: ExpressionType.Not } => Condition(expression),
        ConstantExpression constant => Parameter(constant.Value),
        BinaryExpression { NodeType: ExpressionType.Add } sum when sum.Type == typeof(string) && IsColumn(sum) => Operation(sum, "||"),
        BinaryExpression binary when Operators.TryGetValue(binary.NodeType, out var symbol) => Operation(binary, symbol),
        BinaryExpression binary when Comparisons.ContainsKey(binary.NodeType) || Connectives.ContainsKey(binary.NodeType) => Condition(binary),
        MethodCallExpression call => Call(call),
        _ => Parameter(Evaluate(expression)),
    };

    private string Call(MethodCallExpression call)
    {
        if (!IsColumn(call))
        {
            return Parameter(Evaluate(call));
        }

        if (DefaultQuery.TryWrite(this, state.Dialect, call, out var written))
        {
            return written;
        }

        var method = call.Method;
        var arguments = call.Arguments;
        var isOfText = method.DeclaringType == typeof(string);

        return (method.Name, arguments.Count) switch
        {
            (nameof(string.StartsWith), 1) when isOfText => Like(call.Object, arguments[0], text => text + "%"),
            (nameof(string.EndsWith), 1) when isOfText => Like(call.Object, arguments[0], text => "%" + text),
            (nameof(string.Contains), 1) when isOfText => Like(call.Object, arguments[0], text => $"%{text}%"),
            (nameof(string.Concat), _) when isOfText => $"({string.Join(" || ", arguments.Select(Value))})",
            (nameof(DefaultQueryExtensions.IsIn), 2) when method.DeclaringType == typeof(DefaultQueryExtensions) => In(arguments[0], arguments[1]),
            (_, 3) when method.DeclaringType == typeof(DefaultQueryExtensionsIndex)
                => SubSelect(arguments[0], method.Name == nameof(DefaultQueryExtensionsIndex.IsIn) ? "IN" : "NOT IN", Lambda(arguments[1]), Lambda(arguments[2])),
            _ => throw new ArgumentException($"There is no SQL for the method {method.Name}.", nameof(call)),
        };
    }

    /// <summary>The wildcards in the text keep their meaning.</summary>
    private string Like(Expression column, Expression text, Func<string, string> surround)
    {
        var sql = $"({Value(column)} like {Value(text)})";
        state.Parameters[_lastParameter] = surround(state.Parameters[_lastParameter].ToString());
        return sql;
    }

    private string In(Expression column, Expression values)
    {
        var sql = Value(column);
        var names = Parameters(values);

        return names.Count switch
        {
            0 => "1 = 0",
            1 => $"{sql} = {names[0]}",
            _ => state.Dialect.In(sql, string.Join(", ", names)),
        };
    }

    private string SubSelect(Expression column, string test, LambdaExpression select, LambdaExpression where)
    {
        var rows = $"SELECT {Value(select.Body)} FROM {state.IndexTable(where.Parameters[0].Type)} WHERE {Condition(where.Body)}";
        return $"{Value(column)} {test} ({rows})";
    }

    private static LambdaExpression Lambda(Expression quoted) => (LambdaExpression)((UnaryExpression)quoted).Operand;

    private string Column(MemberExpression member) => $"{state.Alias(RootOf(member).Type)}.{state.Column(member.Member.Name)}";

    private static Expression RootOf(Expression expression) => expression is MemberExpression { Expression: { } inner } ? RootOf(inner) : expression;

    /// <summary>Whether SQL has to be made of an expression; of a call only the first thing it is about is looked at.</summary>
    private static bool IsColumn(Expression expression) => expression switch
    {
        ParameterExpression => true,
        MemberExpression member => IsColumn(member.Expression),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Not } unary => IsColumn(unary.Operand),
        BinaryExpression binary => IsColumn(binary.Left) || IsColumn(binary.Right),
        MethodCallExpression call => IsColumn(call.Object ?? call.Arguments.FirstOrDefault()),
        _ => false,
    };

    /// <summary>A null written as one or in a variable; not one that is converted, or that a call returns.</summary>
    private bool IsNull(Expression expression)
        => expression is ConstantExpression { Value: null } || (expression is MemberExpression member && !IsColumn(member) && Evaluate(member) is null);

    /// <summary>A field's value as a literal; a property's is null, whatever it has.</summary>
    private string Literal(MemberExpression member) => state.Dialect.Literal(member.Member is FieldInfo ? Evaluate(member) : null);

    private object Evaluate(Expression expression) => Computation.Evaluate(expression, state.Dialect.TryConvert);

    private string Parameter(object value)
    {
        var name = state.AddParameter(state.Dialect.TryConvert(value));
        _lastParameter = name[1..];
        return name;
    }

    private List<string> Parameters(Expression values) => [.. ((IEnumerable)Evaluate(values)).Cast<object>().Select(Parameter)];
}
