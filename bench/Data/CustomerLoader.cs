using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using YesSql;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>
/// Loads customers by the thousand. Orchard's content manager makes each of them, with all handlers, as it does for the
/// module; only the SQL that writes them is ours. <see cref="LoaderCheck"/> shows that the rows are the same.
/// </summary>
internal static class CustomerLoader
{
    private const int BatchSize = 1_000;

    /// <summary>Loads the rows 1 to <paramref name="rows"/> of <see cref="CustomerData"/>.</summary>
    public static async Task LoadAsync(BenchSite site, int rows)
    {
        await using var connection = await site.ConnectAsync();

        foreach (var batch in Enumerable.Range(1, rows).Chunk(BatchSize))
        {
            var documents = await site.InScopeAsync(services => MakeAsync(services, batch));
            await WriteAsync(connection, documents);
        }
    }

    private static async Task<List<(ContentItem Customer, string Json)>> MakeAsync(IServiceProvider services, int[] rows)
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
            "DocumentId", "ContentItemId", "Number", "ContactName", "Company", "Email", "Status", "CreatedUtc", "Words"))
        await using (var keys = new BulkInsert(connection, transaction, nameof(CustomerKeyIndex), "DocumentId", "Key", "ContentItemId"))
        {
            await using (var table = new BulkInsert(connection, transaction, "Document", "Id", "Type", "Content", "Version"))
            {
                foreach (var (customer, json) in documents)
                {
                    await table.AddAsync(customer.Id, BenchSite.DocumentType, json, 1L);
                }
            }

            foreach (var (item, _) in documents)
            {
                var row = CustomerIndexProvider.Map(item);
                await indexes.AddAsync(item.Id, row.ContentItemId, row.Number, row.ContactName, row.Company, row.Email, row.Status, row.CreatedUtc, row.Words);
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
