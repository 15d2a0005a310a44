using System.Globalization;
using OrchardCore.Customers.Groups;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Counts the members of all groups in one statement; YesSql's lambdas can't group.</summary>
internal static class GroupMemberCounts
{
    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(ISession session)
    {
        // What is pending counts as well.
        await session.FlushAsync();

        var configuration = session.Store.Configuration;
        var dialect = configuration.SqlDialect;
        var table = dialect.QuoteForTableName(configuration.TablePrefix + configuration.TableNameConvention.GetIndexTable(typeof(CustomerGroupMemberIndex), null), configuration.Schema);
        var group = dialect.QuoteForColumnName(nameof(CustomerGroupMemberIndex.GroupId));
        var connection = await session.CreateConnectionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = session.CurrentTransaction;
        command.CommandText = $"select {group}, count(*) from {table} group by {group}";
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);

        while (await reader.ReadAsync())
        {
            counts[reader.GetString(0)] = Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
