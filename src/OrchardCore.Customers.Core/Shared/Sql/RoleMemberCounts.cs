using System.Globalization;
using OrchardCore.Customers.Companies.Members;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Counts who has each role of a company in one statement; YesSql's lambdas can't group.</summary>
internal static class RoleMemberCounts
{
    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(ISession session, string companyId)
    {
        // What is pending counts as well.
        await session.FlushAsync();

        var configuration = session.Store.Configuration;
        var dialect = configuration.SqlDialect;
        var table = dialect.QuoteForTableName(configuration.TablePrefix + configuration.TableNameConvention.GetIndexTable(typeof(MembershipRoleIndex), null), configuration.Schema);
        var role = dialect.QuoteForColumnName(nameof(MembershipRoleIndex.RoleId));
        var connection = await session.CreateConnectionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = session.CurrentTransaction;
        command.CommandText = $"select {role}, count(*) from {table} where {dialect.QuoteForColumnName(nameof(MembershipRoleIndex.CompanyId))} = @company group by {role}";
        var company = command.CreateParameter();
        (company.ParameterName, company.Value) = ("@company", companyId);
        command.Parameters.Add(company);
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);

        while (await reader.ReadAsync())
        {
            counts[reader.GetString(0)] = Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
