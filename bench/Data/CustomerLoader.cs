using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.History;
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

    /// <summary>How many batches are made side by side.</summary>
    private const int Makers = 2;

    /// <summary>How YesSql names content items.</summary>
    public static readonly string DocumentType = Name(typeof(ContentItem));

    private static readonly string EventType = Name(typeof(CustomerEvent));

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

        foreach (var batches in Enumerable.Range(1, rows).Chunk(BatchSize).Chunk(Makers))
        {
            // They are made side by side, and written when nothing else is done.
            var made = await Task.WhenAll(batches.Select(batch => Task.Run(() => site.InScopeAsync(services => MakeAsync(services, batch, complete)))));
            var start = Stopwatch.GetTimestamp();

            foreach (var documents in made)
            {
                await WriteAsync(connection, documents);
            }

            took += Stopwatch.GetElapsedTime(start);
        }

        return took;
    }

    private static string Name(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    private static async Task<List<Loaded>> MakeAsync(IServiceProvider services, int[] rows, Action<CustomerPart, int>? complete)
    {
        var contentManager = services.GetRequiredService<IContentManager>();
        var session = services.GetRequiredService<ISession>();
        var numbers = await services.GetRequiredService<CustomerNumberSequence>().TakeAsync(rows.Length);
        var history = services.GetRequiredService<CustomerHistory>();
        var serializer = session.Store.Configuration.ContentSerializer;
        var documents = new List<Loaded>(rows.Length);

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
            var created = history.EventsOf([customer.ContentItemId]).Single();
            session.Detach(created, CustomersConstants.Collection);

            customer.CreatedUtc = customer.ModifiedUtc = customer.PublishedUtc = CustomerData.CreatedUtc(row);
            documents.Add(new Loaded(customer, serializer.Serialize(customer), created, serializer.Serialize(created)));
        }

        return documents;
    }

    private static async Task WriteAsync(DbConnection connection, List<Loaded> documents)
    {
        await using var transaction = await connection.BeginTransactionAsync();

        // Disposing them inserts what is left, the documents first.
        await using (var contentItems = new BulkInsert(connection, transaction, "ContentItemIndex",
            "DocumentId", "ContentItemId", "ContentItemVersionId", "Latest", "Published", "ContentType", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "DisplayText"))
        await using (var indexes = new BulkInsert(connection, transaction, nameof(CustomerIndex),
            [nameof(CustomerIndex.DocumentId), .. Indexed.Select(property => property.Name)]))
        await using (var keys = new BulkInsert(connection, transaction, nameof(CustomerKeyIndex), "DocumentId", "Key", "ContentItemId"))
        await using (var sites = new BulkInsert(connection, transaction, nameof(CustomerSiteIndex), "DocumentId", "Site"))
        await using (var groups = new BulkInsert(connection, transaction, nameof(CustomerGroupMemberIndex), "DocumentId", "GroupId"))
        await using (var events = new BulkInsert(connection, transaction, $"{CustomersConstants.Collection}_{nameof(CustomerEventIndex)}", "DocumentId", "CustomerId", "Utc"))
        {
            await using (var table = new BulkInsert(connection, transaction, "Document", "Id", "Type", "Content", "Version"))
            await using (var eventTable = new BulkInsert(connection, transaction, $"{CustomersConstants.Collection}_Document", "Id", "Type", "Content", "Version"))
            {
                foreach (var loaded in documents)
                {
                    await table.AddAsync(loaded.Customer.Id, DocumentType, loaded.Json, 1L);
                    await eventTable.AddAsync(loaded.Created.Id, EventType, loaded.CreatedJson, 1L);
                }
            }

            foreach (var (item, _, created, _) in documents)
            {
                await events.AddAsync(created.Id, created.CustomerId, created.Utc);
                var row = CustomerIndexProvider.Map(item);
                await indexes.AddAsync([item.Id, .. Indexed.Select(property => property.GetValue(row))]);
                await contentItems.AddAsync(
                    item.Id, item.ContentItemId, item.ContentItemVersionId, item.Latest, item.Published, item.ContentType,
                    item.ModifiedUtc, item.PublishedUtc, item.CreatedUtc, item.Owner, item.Author, item.DisplayText);

                var part = item.GetOrCreate<CustomerPart>();

                foreach (var claim in part.Claims)
                {
                    await keys.AddAsync(item.Id, claim, item.ContentItemId);
                }

                foreach (var site in CustomerSites.Of(part))
                {
                    await sites.AddAsync(item.Id, site);
                }

                foreach (var group in part.Groups)
                {
                    await groups.AddAsync(item.Id, group);
                }
            }
        }

        await transaction.CommitAsync();
    }

    /// <summary>A customer and the event of its creation, as they are written.</summary>
    private sealed record Loaded(ContentItem Customer, string Json, CustomerEvent Created, string CreatedJson);
}
