using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>
/// Shows that loaded rows are those that the module writes: the same customers are created by the module's manager,
/// looked at, deleted, and loaded; all that differs are ids, numbers and times.
/// </summary>
internal static partial class LoaderCheck
{
    private const int Customers = 5;

    private static readonly string[] Tables = ["ContentItemIndex", nameof(CustomerIndex), nameof(CustomerKeyIndex), nameof(CustomerSiteIndex)];

    private static readonly string Events = $"{CustomersConstants.Collection}_{nameof(CustomerEventIndex)}";

    /// <summary>Checks a site without customers, and leaves it with the first few rows deleted.</summary>
    /// <exception cref="InvalidOperationException">The rows differ.</exception>
    public static async Task VerifyAsync(BenchSite site)
    {
        await CreateAsync(site);
        var managed = await LookAsync(site);
        await DeleteAsync(site);

        await CustomerLoader.LoadAsync(site.Site, Customers);
        var loaded = await LookAsync(site);
        await DeleteAsync(site);

        foreach (var (expected, actual) in managed.Zip(loaded).Where(pair => pair.First != pair.Second))
        {
            throw new InvalidOperationException($"The loader writes other rows than the manager:\n{expected}\n{actual}");
        }

        if (managed.Count == 0 || managed.Count != loaded.Count)
        {
            throw new InvalidOperationException($"The manager wrote {managed.Count} rows and the loader {loaded.Count}.");
        }
    }

    private static Task CreateAsync(BenchSite site) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var customers = new List<ContentItem>();

        for (var row = 1; row <= Customers; row++)
        {
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => CustomerData.Fill(part, row));
            customers.Add(customer);
        }

        var results = await manager.CreateAsync(customers);

        return results.All(result => result.Succeeded) ? results : throw new InvalidOperationException("The manager refused a made-up customer.");
    });

    private static async Task DeleteAsync(BenchSite site)
    {
        await using var connection = await site.ConnectAsync();

        foreach (var row in await ReadAsync(connection, $"select \"ContentItemId\" from \"{nameof(CustomerIndex)}\""))
        {
            await site.InScopeAsync(async services =>
            {
                var manager = services.GetRequiredService<ICustomerManager>();

                return await manager.DeleteAsync((await manager.FindAsync((string)row["ContentItemId"]!))!);
            });
        }
    }

    /// <summary>All rows of all customers as texts, in which ids, numbers and times are masked.</summary>
    private static async Task<List<string>> LookAsync(BenchSite site)
    {
        await using var connection = await site.ConnectAsync();
        var texts = new List<string>();

        foreach (var customer in await ReadAsync(connection, $"select * from \"ContentItemIndex\" where \"ContentType\" = '{CustomersConstants.ContentTypes.Customer}' order by \"DocumentId\""))
        {
            var id = Convert.ToInt64(customer["DocumentId"], CultureInfo.InvariantCulture);
            var number = (string)(await ReadAsync(connection, string.Create(CultureInfo.InvariantCulture, $"select * from \"{nameof(CustomerIndex)}\" where \"DocumentId\" = {id}"))).Single()["Number"]!;
            string[] queries =
            [
                string.Create(CultureInfo.InvariantCulture, $"select * from \"Document\" where \"Id\" = {id}"),
                .. Tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"select * from \"{table}\" where \"DocumentId\" = {id} order by \"Id\"")),
                $"select d.* from \"{Events}\" e inner join \"{CustomersConstants.Collection}_Document\" d on d.\"Id\" = e.\"DocumentId\" where e.\"CustomerId\" = '{customer["ContentItemId"]}'",
                $"select * from \"{Events}\" where \"CustomerId\" = '{customer["ContentItemId"]}'",
            ];

            foreach (var query in queries)
            {
                texts.AddRange((await ReadAsync(connection, query)).Select(row => Mask(row, number, (string)customer["ContentItemId"]!, (string)customer["ContentItemVersionId"]!)));
            }
        }

        return texts;
    }

    private static string Mask(Dictionary<string, object?> row, string number, string id, string version)
    {
        var values = row
            .Where(column => column.Key is not ("Id" or "DocumentId"))
            .Select(column => $"{column.Key}={(column.Value is DateTime date ? date.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(column.Value, CultureInfo.InvariantCulture))}");
        var text = string.Join("; ", values)
            .Replace(CustomerClaims.OnNumber(number), "<claim>", StringComparison.Ordinal)
            .Replace(CustomerClaims.OnCustomId(id), "<claim>", StringComparison.Ordinal)
            .Replace(number, "<number>", StringComparison.OrdinalIgnoreCase)
            .Replace(id, "<id>", StringComparison.Ordinal)
            .Replace(version, "<version>", StringComparison.Ordinal);

        return DocumentIds().Replace(Times().Replace(text, "<time>"), "\"Id\":<document>");
    }

    private static async Task<List<Dictionary<string, object?>>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object?>>();

        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, index => reader.IsDBNull(index) ? null : reader.GetValue(index)));
        }

        return rows;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*Z?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();

    [GeneratedRegex("\"Id\":\\s*\\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentIds();
}
