using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using Platform.Tests.Hosting;
using YesSql;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>
/// Loads customers by the thousand. Orchard's content manager makes each of them, with all handlers, as it does for the
/// module; only the SQL that writes them is ours. <c>LoaderCheck</c> shows that the rows are the same.
/// </summary>
internal static class CustomerLoader
{
    private const int BatchSize = 1_000;

    /// <summary>Each customer's event stays in the session, and YesSql writes all of them again whenever it flushes.</summary>
    private const int ScopeSize = 25;

    /// <summary>How YesSql names content items.</summary>
    public static readonly string DocumentType = $"{typeof(ContentItem).FullName}, {typeof(ContentItem).Assembly.GetName().Name}";

    /// <summary>What the module keeps of a customer in its index.</summary>
    private static readonly PropertyInfo[] Indexed = typeof(CustomerIndex).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.Name != nameof(CustomerIndex.DocumentId))
        .ToArray();

    /// <summary>Loads the rows 1 to <paramref name="rows"/> of <see cref="CustomerData"/>.</summary>
    /// <param name="complete">Adds what those leave out.</param>
    /// <returns>How long the SQL alone took.</returns>
    public static async Task<TimeSpan> LoadAsync(TestSite site, int rows, Action<CustomerPart, int>? complete = null)
    {
        var took = TimeSpan.Zero;
        var store = await site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IStore>().Configuration));
        await using var connection = store.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();

        foreach (var batch in Enumerable.Range(1, rows).Chunk(BatchSize))
        {
            var documents = new List<(ContentItem Customer, string Json)>(BatchSize);

            foreach (var few in batch.Chunk(ScopeSize))
            {
                documents.AddRange(await site.InScopeAsync(services => MakeAsync(services, few, complete)));
            }

            var start = Stopwatch.GetTimestamp();
            await WriteAsync(connection, documents);
            took += Stopwatch.GetElapsedTime(start);
        }

        return took;
    }

    private static async Task<List<(ContentItem Customer, string Json)>> MakeAsync(IServiceProvider services, int[] rows, Action<CustomerPart, int>? complete)
    {
        var contentManager = services.GetRequiredService<IContentManager>();
        var session = services.GetRequiredService<ISession>();
        var numbers = await services.GetRequiredService<CustomerNumberSequence>().TakeAsync(rows.Length);
        var documents = new List<(ContentItem, string)>(rows.Length);

        foreach (var (row, number) in rows.Zip(numbers))
        {
            var customer = await contentManager.NewAsync(CustomersConstants.ContentTypes.Customer);
            customer.Alter<CustomerPart>(part =>
            {
                CustomerData.Fill(part, row);
                complete?.Invoke(part, row);
                part.Number = number;
            });

            await contentManager.CreateAsync(customer, VersionOptions.Published);
            session.Detach(customer);

            customer.CreatedUtc = customer.ModifiedUtc = customer.PublishedUtc = CustomerData.CreatedUtc(row);
            documents.Add((customer, session.Store.Configuration.ContentSerializer.Serialize(customer)));
        }

        return documents;
    }

    private static async Task WriteAsync(DbConnection connection, List<(ContentItem Customer, string Json)> documents)
    {
        await using var transaction = await connection.BeginTransactionAsync();

        // Disposing them inserts what is left, the documents first.
        await using (var contentItems = new BulkInsert(connection, transaction, "ContentItemIndex",
            "DocumentId", "ContentItemId", "ContentItemVersionId", "Latest", "Published", "ContentType", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "DisplayText"))
        await using (var indexes = new BulkInsert(connection, transaction, nameof(CustomerIndex),
            [nameof(CustomerIndex.DocumentId), .. Indexed.Select(property => property.Name)]))
        await using (var keys = new BulkInsert(connection, transaction, nameof(CustomerKeyIndex), "DocumentId", "Key", "ContentItemId"))
        {
            await using (var table = new BulkInsert(connection, transaction, "Document", "Id", "Type", "Content", "Version"))
            {
                foreach (var (customer, json) in documents)
                {
                    await table.AddAsync(customer.Id, DocumentType, json, 1L);
                }
            }

            foreach (var (item, _) in documents)
            {
                var row = CustomerIndexProvider.Map(item);
                await indexes.AddAsync([item.Id, .. Indexed.Select(property => property.GetValue(row))]);
                await contentItems.AddAsync(
                    item.Id, item.ContentItemId, item.ContentItemVersionId, item.Latest, item.Published, item.ContentType,
                    item.ModifiedUtc, item.PublishedUtc, item.CreatedUtc, item.Owner, item.Author, item.DisplayText);

                foreach (var claim in item.GetOrCreate<CustomerPart>().Claims)
                {
                    await keys.AddAsync(item.Id, claim, item.ContentItemId);
                }
            }
        }

        await transaction.CommitAsync();
    }
}
