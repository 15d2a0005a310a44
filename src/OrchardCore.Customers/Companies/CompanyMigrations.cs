using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Data.Migration;
using YesSql;
using YesSql.Sql;

namespace OrchardCore.Customers.Companies;

internal sealed class CompanyMigrations(IContentDefinitionManager contentDefinitionManager, ISession session) : DataMigration
{
    private const int IdLength = 26;
    private const int RoleIdLength = 32;

    public async Task<int> CreateAsync()
    {
        await contentDefinitionManager.AlterPartDefinitionAsync(nameof(CompanyPart), part => part
            .WithDisplayName("Company")
            .WithDescription("The record of a company that customers buy for."));
        await DefineTypeAsync<CompanyPart>(CustomersConstants.ContentTypes.Company, "Company", "A company that customers buy for.", CustomersConstants.Stereotypes.Company);
        await contentDefinitionManager.AlterTypeDefinitionAsync(CustomersConstants.ContentTypes.Company, type => type.WithPart<AddressBookPart>(part => part.WithPosition("2")));

        await contentDefinitionManager.AlterPartDefinitionAsync(nameof(BusinessUnitPart), part => part
            .WithDisplayName("Business unit")
            .WithDescription("A part of a company that buys."));
        await DefineTypeAsync<BusinessUnitPart>(CustomersConstants.ContentTypes.BusinessUnit, "Business unit", "A part of a company that buys.", CustomersConstants.Stereotypes.BusinessUnit);

        await CreateCompaniesAsync();
        await CreateUnitsAsync();
        await CreateRolesAsync();

        return 1;
    }

    /// <summary>Kept out of the site's content as customers are. A site that has a type of this name keeps what it made of it, and gets our parts.</summary>
    private async Task DefineTypeAsync<TPart>(string name, string displayName, string description, string stereotype) where TPart : ContentPart
    {
        var existing = await contentDefinitionManager.LoadTypeDefinitionAsync(name);

        await contentDefinitionManager.AlterTypeDefinitionAsync(name, type =>
        {
            if (existing is null)
            {
                type.WithDisplayName(displayName).WithDescription(description).Stereotype(stereotype);
            }

            type
                .Securable()
                .MergeSettings<GraphQLContentTypeSettings>(settings => settings.Hidden = true)
                .WithPart<TPart>(part => part.WithPosition("1"));
        });
    }

    private async Task CreateCompaniesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CompanyIndex>(table => table
            .Column<string>(nameof(CompanyIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(CompanyIndex.Name), column => column.WithLength(SearchText.MaxLength))
            .Column<string>(nameof(CompanyIndex.Status), column => column.WithLength(16))
            .Column<bool>(nameof(CompanyIndex.IsActive))
            .Column<bool>(nameof(CompanyIndex.IsBlocked))
            .Column<string>(nameof(CompanyIndex.ParentCompanyId), column => column.WithLength(IdLength))
            .Column<DateTime>(nameof(CompanyIndex.CreatedUtc))
            .Column<string>(nameof(CompanyIndex.Words), column => column.Unlimited()));

        await SchemaBuilder.CompareByCodeAsync<CompanyIndex>(session.Store.Configuration.Schema, (nameof(CompanyIndex.Name), SearchText.MaxLength));

        await SchemaBuilder.AlterIndexTableAsync<CompanyIndex>(table =>
        {
            foreach (var sort in new[] { nameof(CompanyIndex.Name), nameof(CompanyIndex.CreatedUtc) })
            {
                table.CreateIndex($"IDX_CompanyIndex_{sort}", sort, "DocumentId");
                table.CreateIndex($"IDX_CompanyIndex_Status_{sort}", nameof(CompanyIndex.Status), sort, "DocumentId");
            }

            table.CreateIndex("IDX_CompanyIndex_ContentItemId", nameof(CompanyIndex.ContentItemId), "DocumentId");
            table.CreateIndex("IDX_CompanyIndex_ParentCompanyId", nameof(CompanyIndex.ParentCompanyId), nameof(CompanyIndex.Name), "DocumentId");
            table.CreateIndex("IDX_CompanyIndex_IsActive", nameof(CompanyIndex.IsActive), nameof(CompanyIndex.Name), "DocumentId");
            table.CreateIndex("IDX_CompanyIndex_IsBlocked", nameof(CompanyIndex.IsBlocked), nameof(CompanyIndex.Name), "DocumentId");
        });

        await SchemaBuilder.CreateMapIndexTableAsync<CompanyStructureIndex>(
            table => table.Column<string>(nameof(CompanyStructureIndex.CompanyId), column => column.WithLength(IdLength)),
            CustomersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<CompanyStructureIndex>(
            table => table.CreateIndex("IDX_CompanyStructureIndex_CompanyId", nameof(CompanyStructureIndex.CompanyId), "DocumentId"),
            CustomersConstants.Collection);
    }

    private async Task CreateUnitsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<BusinessUnitIndex>(table => table
            .Column<string>(nameof(BusinessUnitIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(BusinessUnitIndex.CompanyId), column => column.WithLength(IdLength))
            .Column<string>(nameof(BusinessUnitIndex.ParentUnitId), column => column.WithLength(IdLength))
            .Column<string>(nameof(BusinessUnitIndex.Name), column => column.WithLength(SearchText.MaxLength)));

        await SchemaBuilder.AlterIndexTableAsync<BusinessUnitIndex>(table =>
        {
            table.CreateIndex("IDX_BusinessUnitIndex_ContentItemId", nameof(BusinessUnitIndex.ContentItemId), "DocumentId");
            table.CreateIndex("IDX_BusinessUnitIndex_CompanyId", nameof(BusinessUnitIndex.CompanyId), nameof(BusinessUnitIndex.ParentUnitId), "DocumentId");
        });
    }

    private async Task CreateRolesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CompanyRoleIndex>(
            table => table
                .Column<string>(nameof(CompanyRoleIndex.RoleId), column => column.NotNull().Unique().WithLength(RoleIdLength))
                .Column<string>(nameof(CompanyRoleIndex.CompanyId), column => column.WithLength(IdLength)),
            CustomersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<CompanyRoleIndex>(
            table => table.CreateIndex("IDX_CompanyRoleIndex_CompanyId", nameof(CompanyRoleIndex.CompanyId), "DocumentId"),
            CustomersConstants.Collection);
    }
}
