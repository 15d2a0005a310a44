using System.Collections;

namespace YesSql.Services;

#pragma warning disable IDE0060 // the parameters are read from the lambda

/// <summary>Conditions for the lambdas of queries. Called anywhere else they are false.</summary>
public static class DefaultQueryExtensions
{
    public static bool IsIn(this object source, IEnumerable values) => false;
}
