using System.Data.Common;
using System.Globalization;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// The raw twin of a list page: the SQL one would write by hand for the same page on the same tables, through the
/// database's driver alone. It reads the documents as text, and counts as far as the page does.
/// </summary>
internal static class ListTwin
{
    /// <summary>The documents of customers, by their rows <c>i</c>.</summary>
    public const string Documents = "select d.* from \"CustomerIndex\" i join \"Document\" d on d.\"Id\" = i.\"DocumentId\"";

    /// <summary>Reads the page.</summary>
    /// <returns>The ids of its documents, and how many match (null when that is not counted, or more than are counted).</returns>
    public static async Task<(List<long> Ids, int? Total)> ReadAsync(DbConnection connection, ListCase page)
    {
        var size = page.Query.PageSize;

        if (page.IsCursor)
        {
            // One row more tells whether there is a next page.
            var next = await ReadOnAsync(connection, page.Value, size + 1);

            return (next[..Math.Min(size, next.Count)], null);
        }

        var where = page.Where.Length == 0 ? "" : " where " + page.Where;
        var order = page.OrderBy.Split(' ') is [_, var direction] ? $"i.{page.OrderBy}, i.\"DocumentId\" {direction}" : $"i.{page.OrderBy}, i.\"DocumentId\"";
        var ids = await DocumentsAsync(connection, $"{Documents}{where} order by {order} limit {Text(size)}", ("@value", page.Value));

        // Like the module, it need not count when the first page is the only one.
        return (ids, ids.Count < size ? ids.Count : await CountAsync(connection, where, page.Value));
    }

    private static async Task<List<long>> ReadOnAsync(DbConnection connection, string contentItemId, int count)
    {
        await using var origin = Command(connection, "select \"ContactName\", \"DocumentId\" from \"CustomerIndex\" where \"ContentItemId\" = @id", ("@id", contentItemId));
        await using var reader = await origin.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (name, id) = (reader.GetString(0), reader.GetInt64(1));
        await reader.CloseAsync();

        return await DocumentsAsync(
            connection,
            $"{Documents} where (i.\"ContactName\", i.\"DocumentId\") > (@name, @id) order by i.\"ContactName\", i.\"DocumentId\" limit {Text(count)}",
            ("@name", name),
            ("@id", id));
    }

    private static async Task<List<long>> DocumentsAsync(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<long>();

        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetInt64(0));
            _ = (reader.GetString(1), reader.GetString(2), reader.GetInt64(3));
        }

        return ids;
    }

    private static async Task<int?> CountAsync(DbConnection connection, string where, string value)
    {
        var sql = $"select count(*) from (select 1 from \"CustomerIndex\" i{where} limit {Text(CustomerPosition.MaxNumberedRows + 1)}) c";
        await using var command = Command(connection, sql, ("@value", value));
        var count = Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);

        return count > CustomerPosition.MaxNumberedRows ? null : count;
    }

    public static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;

        foreach (var (name, value) in parameters.Where(parameter => sql.Contains(parameter.Name, StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
