using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Customers.Shared.Sql.Search;
using OrchardCore.Data.Migration;
using OrchardCore.Security;
using YesSql;
using YesSql.Sql;

namespace OrchardCore.Customers;

internal sealed class CustomerMigrations(
    IContentDefinitionManager contentDefinitionManager,
    RoleManager<IRole> roleManager,
    ISession session,
    ILogger<CustomerMigrations> logger) : DataMigration
{
    private const int IdLength = 26;

    /// <summary>Of a custom id or the code of a site.</summary>
    private const int MaxCodeLength = 66;

    public async Task<int> CreateAsync()
    {
        await DefineTypeAsync();
        await CreateTablesAsync();
        await CreateSearchIndexAsync();
        await CreatePageTablesAsync();
        await SchemaBuilder.CreateJobIndexAsync();
        await SchemaBuilder.CreateBulkTablesAsync();
        await session.SaveAsync(new CustomerNumberCounter(), collection: CustomersConstants.Collection);
        await CreateRoleAsync(CustomersConstants.Roles.CustomerManager, "Manages customers and their settings.");
        await CreateRoleAsync(CustomersConstants.Roles.CustomerService, "Views and edits customers.");
        await CreateRoleAsync(CustomersConstants.Roles.CustomerGuest, "Views and edits the customers it manages, and no others.");

        return 2;
    }

    /// <summary>Sites that have customers already: <see cref="CustomerSearchTask"/> fills the index.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await CreateSearchIndexAsync();

        return 2;
    }

    private Task CreateSearchIndexAsync() => SchemaBuilder.CreateSearchIndexAsync(session.Store.Configuration.Schema, logger);

    /// <summary>A customer is neither listed among the site's content nor drafted: it is edited in our pages, at once.</summary>
    private async Task DefineTypeAsync()
    {
        await contentDefinitionManager.AlterPartDefinitionAsync(nameof(CustomerPart), part => part
            .WithDisplayName("Customer")
            .WithDescription("The record of a customer of the shop."));

        await contentDefinitionManager.AlterPartDefinitionAsync(nameof(AddressBookPart), part => part
            .WithDisplayName("Addresses")
            .WithDescription("The addresses of a customer, and which of them is for billing and for shipping."));

        // A site that has a type of this name keeps what it made of it, and gets our parts.
        var existing = await contentDefinitionManager.LoadTypeDefinitionAsync(CustomersConstants.ContentTypes.Customer);

        await contentDefinitionManager.AlterTypeDefinitionAsync(CustomersConstants.ContentTypes.Customer, type =>
        {
            if (existing is null)
            {
                // With a stereotype of their own, customers are not offered where content of any type is picked.
                type.WithDisplayName("Customer").WithDescription("A customer of the shop.").Stereotype(CustomersConstants.Stereotypes.Customer);
            }

            type
                .Securable()
                .MergeSettings<GraphQLContentTypeSettings>(settings => settings.Hidden = true)
                .WithPart<CustomerPart>(part => part.WithPosition("1"))
                .WithPart<AddressBookPart>(part => part.WithPosition("2"));
        });
    }

    private async Task CreateTablesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CustomerIndex>(table => table
            .Column<string>(nameof(CustomerIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(CustomerIndex.Number), column => column.WithLength(CustomerNumberPattern.MaxNumberLength))
            .Column<string>(nameof(CustomerIndex.CustomId), column => column.WithLength(MaxCodeLength))
            .Column<string>(nameof(CustomerIndex.ContactName), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CustomerIndex.FirstName), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CustomerIndex.LastName), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CustomerIndex.Company), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CustomerIndex.Email), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CustomerIndex.Phones), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CustomerIndex.Status), column => column.WithLength(16))
            .Column<string>(nameof(CustomerIndex.PreferredSite), column => column.WithLength(MaxCodeLength))
            .Column<DateTime>(nameof(CustomerIndex.HoldUntilUtc))
            .Column<string>(nameof(CustomerIndex.ManagedBy), column => column.WithLength(IdLength))
            .Column<bool>(nameof(CustomerIndex.HasAccount))
            .Column<DateTime>(nameof(CustomerIndex.CreatedUtc))
            .Column<string>(nameof(CustomerIndex.Words), column => column.Unlimited()));

        await SchemaBuilder.CompareByCodeAsync<CustomerIndex>(
            session.Store.Configuration.Schema,
            (nameof(CustomerIndex.Number), CustomerNumberPattern.MaxNumberLength),
            (nameof(CustomerIndex.CustomId), MaxCodeLength),
            (nameof(CustomerIndex.ContactName), SearchText.MaxLength),
            (nameof(CustomerIndex.FirstName), SearchText.MaxLength),
            (nameof(CustomerIndex.LastName), SearchText.MaxLength),
            (nameof(CustomerIndex.Company), SearchText.MaxLength),
            (nameof(CustomerIndex.Phones), SearchText.MaxLength));

        // Each sort walks an index, alone and within a status. The document id makes the order total.
        string[] sorts =
        [
            nameof(CustomerIndex.ContactName), nameof(CustomerIndex.FirstName), nameof(CustomerIndex.LastName), nameof(CustomerIndex.Number),
            nameof(CustomerIndex.Company), nameof(CustomerIndex.PreferredSite), nameof(CustomerIndex.CreatedUtc),
        ];

        await SchemaBuilder.AlterIndexTableAsync<CustomerIndex>(table =>
        {
            foreach (var sort in sorts)
            {
                table.CreateIndex($"IDX_CustomerIndex_{sort}", sort, "DocumentId");
                table.CreateIndex($"IDX_CustomerIndex_Status_{sort}", nameof(CustomerIndex.Status), sort, "DocumentId");
            }

            table.CreateIndex("IDX_CustomerIndex_Status", nameof(CustomerIndex.Status), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_ContentItemId", nameof(CustomerIndex.ContentItemId), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_CustomId", nameof(CustomerIndex.CustomId), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_HoldUntilUtc", nameof(CustomerIndex.HoldUntilUtc), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_ManagedBy", nameof(CustomerIndex.ManagedBy), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_HasAccount", nameof(CustomerIndex.HasAccount), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_Email", nameof(CustomerIndex.Email), "DocumentId");
            table.CreateIndex("IDX_CustomerIndex_Phones", nameof(CustomerIndex.Phones), "DocumentId");
        });

        await SchemaBuilder.CreateMapIndexTableAsync<CustomerSiteIndex>(table => table
            .Column<string>(nameof(CustomerSiteIndex.Site), column => column.WithLength(MaxCodeLength)));

        await SchemaBuilder.AlterIndexTableAsync<CustomerSiteIndex>(table =>
        {
            table.CreateIndex("IDX_CustomerSiteIndex_Site", nameof(CustomerSiteIndex.Site), "DocumentId");
            table.CreateIndex("IDX_CustomerSiteIndex_DocumentId", "DocumentId", nameof(CustomerSiteIndex.Site));
        });

        await SchemaBuilder.CreateMapIndexTableAsync<CustomerKeyIndex>(table => table
            .Column<string>(nameof(CustomerKeyIndex.Key), column => column.NotNull().Unique().WithLength(CustomerClaims.Length))
            .Column<string>(nameof(CustomerKeyIndex.ContentItemId), column => column.WithLength(IdLength)));

        await SchemaBuilder.CreateViewTablesAsync();
    }

    /// <summary>The notes on a customer and its history are read in the order of their time.</summary>
    private async Task CreatePageTablesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CustomerEventIndex>(
            table => table
                .Column<string>(nameof(CustomerEventIndex.CustomerId), column => column.WithLength(IdLength))
                .Column<DateTime>(nameof(CustomerEventIndex.Utc)),
            CustomersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<CustomerEventIndex>(
            table => table.CreateIndex("IDX_CustomerEventIndex_CustomerId", nameof(CustomerEventIndex.CustomerId), nameof(CustomerEventIndex.Utc), "DocumentId"),
            CustomersConstants.Collection);

        await SchemaBuilder.CreateMapIndexTableAsync<CustomerNoteIndex>(
            table => table
                .Column<string>(nameof(CustomerNoteIndex.CustomerId), column => column.WithLength(IdLength))
                .Column<bool>(nameof(CustomerNoteIndex.IsPinned))
                .Column<DateTime>(nameof(CustomerNoteIndex.CreatedUtc)),
            CustomersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<CustomerNoteIndex>(
            table =>
            {
                table.CreateIndex("IDX_CustomerNoteIndex_CustomerId", nameof(CustomerNoteIndex.CustomerId), nameof(CustomerNoteIndex.CreatedUtc), "DocumentId");
                table.CreateIndex("IDX_CustomerNoteIndex_IsPinned", nameof(CustomerNoteIndex.CustomerId), nameof(CustomerNoteIndex.IsPinned), nameof(CustomerNoteIndex.CreatedUtc), "DocumentId");
            },
            CustomersConstants.Collection);
    }

    /// <summary>Orchard gives a role the permissions of its stereotype when the role is made.</summary>
    private async Task CreateRoleAsync(string name, string description)
    {
        if (await roleManager.FindByNameAsync(name) is null)
        {
            await roleManager.CreateAsync(new Role { RoleName = name, RoleDescription = description });
        }
    }
}

/// <summary>
/// What Orchard's GraphQL keeps of a content type, under this name. It lists items to whoever may view content, without
/// asking about any of them; so customers have no query there.
/// </summary>
internal sealed class GraphQLContentTypeSettings
{
    public bool Hidden { get; set; }
}
