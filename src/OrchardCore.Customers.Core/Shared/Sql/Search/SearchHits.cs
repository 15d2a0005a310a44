using System.Linq.Expressions;
using System.Reflection;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>What SQLite's full-text index finds, as a condition among those of YesSql's lambdas.</summary>
internal static class SearchHits
{
    private static readonly MethodInfo IsHit = Translations.Add(() => Stand(0, "", "", SearchHitUse.Driver), Write);

    /// <param name="table">The quoted name of the index.</param>
    /// <param name="match">What is looked up, in the language of the index. It is a parameter of the query.</param>
    public static Expression<Func<CustomerIndex, bool>> Condition(string table, string match, SearchHitUse use)
    {
        var row = Expression.Parameter(typeof(CustomerIndex), "index");
        var call = Expression.Call(
            IsHit,
            Expression.Property(row, nameof(CustomerIndex.DocumentId)),
            Expression.Constant(table),
            Expression.Constant(match),
            Expression.Constant(use));

        return Expression.Lambda<Func<CustomerIndex, bool>>(call, row);
    }

#pragma warning disable IDE0060 // The parameters are read from the call.

    /// <summary>It is translated, never called.</summary>
    private static bool Stand(long documentId, string table, string match, SearchHitUse use) => throw new NotSupportedException();

#pragma warning restore IDE0060

    private static void Write(DefaultQuery query, IStringBuilder sql, ISqlDialect dialect, MethodCallExpression call)
    {
        var table = (string)Translations.ValueOf(call.Arguments[1]);

        // With a sign before it a column is no range of an index for SQLite; the rows are tested instead.
        sql.Append((SearchHitUse)Translations.ValueOf(call.Arguments[3]) == SearchHitUse.Test ? "(+" : "(");
        query.ConvertFragment(sql, call.Arguments[0]);
        sql.Append($" in (select rowid from {table} where {table} match ");
        query.ConvertFragment(sql, call.Arguments[2]);
        sql.Append("))");
    }
}
