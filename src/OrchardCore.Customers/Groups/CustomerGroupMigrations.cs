using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Customers.Shared;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace OrchardCore.Customers.Groups;

internal sealed class CustomerGroupMigrations(IContentDefinitionManager contentDefinitionManager) : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await DefineTypeAsync();

        await SchemaBuilder.CreateMapIndexTableAsync<CustomerGroupIndex>(table => table
            .Column<string>(nameof(CustomerGroupIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(CustomerGroupIndex.CodeKey), column => column.NotNull().Unique().WithLength(CodeText.MaxLength))
            .Column<string>(nameof(CustomerGroupIndex.Name), column => column.WithLength(SearchText.MaxLength)));

        await SchemaBuilder.CreateMapIndexTableAsync<CustomerGroupMemberIndex>(table => table
            .Column<string>(nameof(CustomerGroupMemberIndex.GroupId), column => column.WithLength(IdLength)));

        await SchemaBuilder.AlterIndexTableAsync<CustomerGroupMemberIndex>(table =>
        {
            table.CreateIndex("IDX_CustomerGroupMemberIndex_GroupId", nameof(CustomerGroupMemberIndex.GroupId), "DocumentId");
            table.CreateIndex("IDX_CustomerGroupMemberIndex_DocumentId", "DocumentId", nameof(CustomerGroupMemberIndex.GroupId));
        });

        return 1;
    }

    /// <summary>A group is edited in our pages, and kept out of the site's content as customers are.</summary>
    private async Task DefineTypeAsync()
    {
        await contentDefinitionManager.AlterPartDefinitionAsync(nameof(CustomerGroupPart), part => part
            .WithDisplayName("Customer group")
            .WithDescription("Code and name of a group of customers."));

        var existing = await contentDefinitionManager.LoadTypeDefinitionAsync(CustomersConstants.ContentTypes.CustomerGroup);

        await contentDefinitionManager.AlterTypeDefinitionAsync(CustomersConstants.ContentTypes.CustomerGroup, type =>
        {
            if (existing is null)
            {
                type.WithDisplayName("Customer group").WithDescription("A group of customers.").Stereotype(CustomersConstants.Stereotypes.CustomerGroup);
            }

            type
                .Securable()
                .MergeSettings<GraphQLContentTypeSettings>(settings => settings.Hidden = true)
                .WithPart<CustomerGroupPart>(part => part.WithPosition("1"));
        });
    }
}
