using System.Collections;
using System.Linq.Expressions;

namespace YesSql.Services;

#pragma warning disable IDE0060 // the parameters are read from the lambda

/// <summary>Conditions for the lambdas of queries. Called anywhere else they are false.</summary>
public static class DefaultQueryExtensions
{
    public static bool IsIn(this object source, IEnumerable values) => false;

    public static bool IsNotIn(this object source, IEnumerable values) => false;

    public static bool IsLike(this string source, string filter) => false;

    public static bool IsNotLike(this string source, string filter) => false;

    public static bool NotContains(this string source, string text) => false;
}

/// <summary>Sub-selects from another index in the collection of the query.</summary>
public static class DefaultQueryExtensionsIndex
{
    public static bool IsIn<TIndex>(this object source, Expression<Func<TIndex, object>> select, Expression<Func<TIndex, bool>> where)
        => false;

    public static bool IsInAny<TIndex>(this object source, Expression<Func<TIndex, object>> select)
        => false;
}
