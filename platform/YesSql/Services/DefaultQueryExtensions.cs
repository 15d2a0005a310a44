using System.Collections;
using System.Linq.Expressions;

namespace YesSql.Services;

#pragma warning disable IDE0060 // the parameters are read from the lambda

/// <summary>Conditions for the lambdas of queries. Called anywhere else they are false.</summary>
public static class DefaultQueryExtensions
{
    public static bool IsIn(this object source, IEnumerable values) => false;
}

/// <summary>Conditions on the rows of another index, in the collection of the query. Called anywhere else they are false.</summary>
public static class DefaultQueryExtensionsIndex
{
    public static bool IsIn<TIndex>(this object source, Expression<Func<TIndex, object>> select, Expression<Func<TIndex, bool>> where) => false;

    public static bool IsNotIn<TIndex>(this object source, Expression<Func<TIndex, object>> select, Expression<Func<TIndex, bool>> where) => false;
}
