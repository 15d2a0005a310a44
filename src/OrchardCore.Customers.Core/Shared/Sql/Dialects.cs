using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>What databases have of their own.</summary>
internal static class Dialects
{
    /// <summary>Whether it is the one that runs in this process, with one writer at a time.</summary>
    public static bool IsSqlite(this ISqlDialect dialect) => dialect.Name == "Sqlite";

    /// <inheritdoc cref="IsSqlite(ISqlDialect)"/>
    public static bool IsSqlite(this ISession session) => session.Store.Configuration.SqlDialect.IsSqlite();
}
