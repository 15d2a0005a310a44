using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Data;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;
using YesSql.Indexes;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>What is written past YesSql is what YesSql would have written.</summary>
public abstract partial class DocumentInsertsTests(TestSiteDatabase database) : IAsyncLifetime
{
    private const int Many = 60;

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await CustomersSite.StartAsync(database, [], services =>
        {
            services.AddContentPart<CustomerPart>().AddHandler<AskingHandler>();
            services.AddScopedIndexProvider<CompanyIndexProvider>();
            services.AddScoped<ICustomerRule, MeanwhileRule>();
        });
        await _site.InScopeAsync(async services =>
        {
            var connection = await services.GetRequiredService<ISession>().CreateConnectionAsync();
            await using var command = connection.CreateCommand();
            command.Transaction = await services.GetRequiredService<ISession>().BeginTransactionAsync();
            var id = database == TestSiteDatabase.Sqlite ? "integer primary key autoincrement" : "bigint generated always as identity primary key";
            command.CommandText = $"create table \"{nameof(CompanyIndex)}\" (\"Id\" {id}, \"DocumentId\" bigint, \"Company\" varchar(255), \"SavedUtc\" {(database == TestSiteDatabase.Sqlite ? "datetime" : "timestamp")}, \"Kind\" int, \"Length\" int null, \"IsShort\" {(database == TestSiteDatabase.Sqlite ? "bool" : "boolean")})";
            await command.ExecuteNonQueryAsync();

            return true;
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ManyCustomersHaveTheRowsOfSingleOnes()
    {
        // The same customers one after the other, each flushed by its session, and together.
        var single = new List<string>();

        var flushed = await StatementLog.CollectAsync(_site, async _ =>
        {
            for (var row = 0; row < Many; row++)
            {
                var (result, customer) = await _site.CreateAsync(part => Fill(part, row, "s"));
                Assert.True(result.Succeeded);
                single.Add(customer.ContentItemId);
            }
        });

        List<(Result Result, ContentItem Customer)> together = [];
        var past = await StatementLog.CollectAsync(_site, async _ => together = await CreateTogetherAsync("t"));
        Assert.All(together, pair => Assert.True(pair.Result.Succeeded));
        Assert.Contains(flushed, IsInsertOfCustomers);
        Assert.DoesNotContain(past, IsInsertOfCustomers);

        for (var row = 0; row < Many; row++)
        {
            var expected = await RowsAsync(single[row]);
            Assert.Equal(row % 3 == 0 ? 9 : 8, expected.Count);
            Assert.Equal(expected, await RowsAsync(together[row].Customer.ContentItemId));
        }
    }

    [Fact]
    public async Task WhatAQueryHadFlushedIsNotWrittenTwice()
    {
        AskingHandler.Asks.Value = true;
        var together = await CreateTogetherAsync("q");

        Assert.All(together, pair => Assert.True(pair.Result.Succeeded));
        Assert.All(await Task.WhenAll(together.Select(pair => RowsAsync(pair.Customer.ContentItemId))), rows => Assert.InRange(rows.Count, 8, 9));
        Assert.Equal(Many, await CountAsync($"select count(*) from \"CustomerIndex\" where \"Company\" like 'q %' or \"Email\" like 'q%'"));
    }

    [Fact]
    public async Task WhatSomebodyHasTakenMeanwhileKeepsAllOfTheBatchFromBeingWritten()
    {
        // Nobody sees it when the batch is checked; it is there when the batch is written.
        MeanwhileRule.Meanwhile.Value = async () =>
        {
            await using var connection = await ConnectAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"insert into \"CustomerKeyIndex\" (\"Key\", \"ContentItemId\") values ('{CustomerClaims.OnEmail("m7@example.com")}', 'somebody')";
            await command.ExecuteNonQueryAsync();
        };

        var results = await CreateTogetherAsync("m");

        // The one is refused; the others are tried again, each by itself.
        Assert.False(results[7].Result.Succeeded);
        Assert.Equal(Many - 1, results.Count(pair => pair.Result.Succeeded));
        Assert.Empty(await RowsAsync(results[7].Customer.ContentItemId));
        Assert.Equal(Many - 1, await CountAsync("select count(*) from \"CustomerIndex\" where \"Email\" like 'm%'"));
        Assert.Equal(Many - 1, await CountAsync("select count(*) from \"Customers_CustomerEventIndex\""));
    }

    [Fact]
    public async Task NothingOfASessionThatIsCancelledStays()
    {
        await _site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var entry = new CustomerEvent { CustomerId = "cancelled" };
            await session.SaveAsync(entry, collection: CustomersConstants.Collection);
            await services.GetRequiredService<DocumentInserts>().WriteAsync([(entry.Id, entry)], CustomersConstants.Collection);
            Assert.NotNull(await session.QueryIndex<CustomerEventIndex>(index => index.CustomerId == "cancelled", CustomersConstants.Collection).FirstOrDefaultAsync());
            await session.CancelAsync();

            return true;
        });

        Assert.Equal(0, await CountAsync("select count(*) from \"Customers_CustomerEventIndex\" where \"CustomerId\" = 'cancelled'"));
    }

    private static bool IsInsertOfCustomers(string statement)
        => statement.Contains("insert into", StringComparison.OrdinalIgnoreCase) && statement.Contains(nameof(CustomerIndex), StringComparison.Ordinal);

    private static void Fill(CustomerPart part, int row, string mark)
    {
        part.FirstName = row % 2 == 0 ? "Zoë" : null;
        part.LastName = $"O'Neill \"{row}\"";
        part.Email = string.Create(CultureInfo.InvariantCulture, $"{mark}{row}@example.com");
        part.Company = row % 3 == 0 ? $"Łódź & Söhne {row}" : null;
        part.Phone = row % 4 == 0 ? "+49 30 1234567" : null;
        part.DateOfBirth = row % 5 == 0 ? new DateOnly(1980, 2, 29) : null;
        part.Status = row % 7 == 0 ? CustomerStatus.Inactive : CustomerStatus.Active;
    }

    private Task<List<(Result Result, ContentItem Customer)>> CreateTogetherAsync(string mark) => _site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var customers = new List<ContentItem>();

        for (var row = 0; row < Many; row++)
        {
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => Fill(part, row, mark));
            customers.Add(customer);
        }

        return (await manager.CreateAsync(customers)).Zip(customers).ToList();
    });

    /// <summary>All rows of a customer and of its history as texts, without the ids, the number, the marks and the times.</summary>
    private async Task<List<string>> RowsAsync(string contentItemId)
    {
        var rows = new List<string>();
        await using var connection = await ConnectAsync();
        var documents = $"(select \"DocumentId\" from \"ContentItemIndex\" where \"ContentItemId\" = '{contentItemId}')";

        foreach (var query in new[]
        {
            $"select * from \"Document\" where \"Id\" in {documents}",
            $"select * from \"ContentItemIndex\" where \"DocumentId\" in {documents}",
            $"select * from \"CustomerIndex\" where \"DocumentId\" in {documents}",
            $"select * from \"CustomerKeyIndex\" where \"DocumentId\" in {documents} order by substr(\"Key\", 1, 2)",
            $"select * from \"CustomerSiteIndex\" where \"DocumentId\" in {documents}",
            $"select * from \"{nameof(CompanyIndex)}\" where \"DocumentId\" in {documents}",
            $"select d.* from \"Customers_Document\" d inner join \"Customers_CustomerEventIndex\" e on e.\"DocumentId\" = d.\"Id\" where e.\"CustomerId\" = '{contentItemId}'",
            $"select * from \"Customers_CustomerEventIndex\" where \"CustomerId\" = '{contentItemId}'",
        })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            await using var reader = await command.ExecuteReaderAsync();

            while (await reader.ReadAsync())
            {
                var values = Enumerable.Range(0, reader.FieldCount).Where(column => reader.GetName(column) is not ("Id" or "DocumentId" or "Key")).Select(column => $"{reader.GetName(column)}={Text(reader, column)}");
                rows.Add(Masked().Replace(string.Join("; ", values).Replace(contentItemId, "<item>", StringComparison.Ordinal), "<some>"));
            }
        }

        return rows;
    }

    private static string Text(DbDataReader reader, int column)
        => reader.IsDBNull(column) ? "null" : reader.GetValue(column) is DateTime date ? date.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;

    private async Task<long> CountAsync(string query)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;

        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<DbConnection> ConnectAsync()
    {
        var connection = await _site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IStore>().Configuration.ConnectionFactory.CreateConnection()));
        await connection.OpenAsync();

        return connection;
    }

    /// <summary>Ids of versions and documents, numbers, claims, times, and the letter that tells the e-mail addresses apart.</summary>
    [GeneratedRegex("\"ContentItemVersionId\":\"[^\"]*\"|ContentItemVersionId=\\w+|\"Id\":\\s*\\d+|C-?\\d{4,}|c-?\\d{4,}|[nce]:[0-9a-f]{64}|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.\\d]*Z?|\\b[st](?=\\d+@)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Masked();

    /// <summary>Asked last: what happens now, no rule has seen. Batches only.</summary>
    public sealed class MeanwhileRule : ICustomerRule
    {
        public static AsyncLocal<Func<Task>?> Meanwhile { get; } = new();

        public Task CheckAsync(CustomerRuleContext context)
            => context.Customers.Count == Many ? Meanwhile.Value?.Invoke() ?? Task.CompletedTask : Task.CompletedTask;
    }

    /// <summary>A handler of another module that queries while customers are created.</summary>
    public sealed class AskingHandler(ISession session) : ContentPartHandler<CustomerPart>
    {
        public static AsyncLocal<bool> Asks { get; } = new();

        public override async Task CreatedAsync(CreateContentContext context, CustomerPart part)
        {
            if (Asks.Value && part.LastName?.Contains('3', StringComparison.Ordinal) == true)
            {
                await session.QueryIndex<CustomerIndex>(index => index.Company == "nobody").FirstOrDefaultAsync();
            }
        }
    }

    /// <summary>An index of another module that its scope maps, with columns of several types.</summary>
    public sealed class CompanyIndex : MapIndex
    {
        public string? Company { get; set; }

        public DateTime SavedUtc { get; set; }

        public CustomerStatus Kind { get; set; }

        public int? Length { get; set; }

        public bool IsShort { get; set; }
    }

    public sealed class CompanyIndexProvider : IndexProvider<ContentItem>, IScopedIndexProvider
    {
        public override void Describe(DescribeContext<ContentItem> context) => context.For<CompanyIndex>()
            .When(item => item.GetOrCreate<CustomerPart>().Company is not null)
            .Map(item => (CompanyIndex[])[null!, new CompanyIndex
            {
                Company = item.GetOrCreate<CustomerPart>().Company,
                SavedUtc = item.CreatedUtc ?? default,
                Kind = item.GetOrCreate<CustomerPart>().Status,
                Length = item.GetOrCreate<CustomerPart>().FirstName?.Length,
                IsShort = item.GetOrCreate<CustomerPart>().Company!.Length < 16,
            }]);
    }
}

public sealed class SqliteDocumentInsertsTests() : DocumentInsertsTests(TestSiteDatabase.Sqlite);

public sealed class PostgresDocumentInsertsTests() : DocumentInsertsTests(TestSiteDatabase.Postgres);
