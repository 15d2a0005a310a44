using System.Globalization;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>A membership with the state of its company, as both are stored.</summary>
internal sealed record CompanyStanding(Membership Membership, CompanyStatus Status, bool IsActive, bool IsBlocked)
{
    /// <summary>Reads it in one statement; YesSql's lambdas read documents of one kind. <see langword="null"/> when there is no such member or company.</summary>
    public static async Task<CompanyStanding?> ReadAsync(ISession session, string memberKey)
    {
        // What is pending counts as well.
        await session.FlushAsync();

        var configuration = session.Store.Configuration;
        var (dialect, names) = (configuration.SqlDialect, configuration.TableNameConvention);
        string Table(string name) => dialect.QuoteForTableName(configuration.TablePrefix + name, configuration.Schema);
        string Column(string name) => dialect.QuoteForColumnName(name);

        var connection = await session.CreateConnectionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = session.CurrentTransaction;
        command.CommandText = $"""
            select d.{Column("Content")}, c.{Column(nameof(CompanyIndex.Status))}, c.{Column(nameof(CompanyIndex.IsActive))}, c.{Column(nameof(CompanyIndex.IsBlocked))}
            from {Table(names.GetIndexTable(typeof(MembershipIndex)))} m
            inner join {Table(names.GetDocumentTable(""))} d on d.{Column("Id")} = m.{Column(nameof(MembershipIndex.DocumentId))}
            inner join {Table(names.GetIndexTable(typeof(CompanyIndex)))} c on c.{Column(nameof(CompanyIndex.ContentItemId))} = m.{Column(nameof(MembershipIndex.CompanyId))}
            where m.{Column(nameof(MembershipIndex.MemberKey))} = @key
            """;
        var key = command.CreateParameter();
        (key.ParameterName, key.Value) = ("@key", memberKey);
        command.Parameters.Add(key);
        await using var reader = await command.ExecuteReaderAsync();

        return await reader.ReadAsync()
            ? new(
                (Membership)configuration.ContentSerializer.Deserialize(reader.GetString(0), typeof(Membership)),
                Enum.Parse<CompanyStatus>(reader.GetString(1)),
                Convert.ToBoolean(reader.GetValue(2), CultureInfo.InvariantCulture),
                Convert.ToBoolean(reader.GetValue(3), CultureInfo.InvariantCulture))
            : null;
    }
}
