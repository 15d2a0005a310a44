using OrchardCore.Customers.Shared;
using YesSql.Sql;

namespace OrchardCore.Customers.Transfer.Mapping;

/// <summary>The table that profiles are found by.</summary>
internal static class ImportProfileTables
{
    private const int UserIdLength = 26;
    private const int ProfileIdLength = 32;
    private const int NameKeyLength = UserIdLength + 1 + SearchText.MaxLength;

    /// <summary>Makes it in the collection of the module's documents.</summary>
    public static async Task CreateImportProfileTablesAsync(this ISchemaBuilder builder)
    {
        await builder.CreateMapIndexTableAsync<ImportProfileIndex>(
            table => table
                .Column<string>(nameof(ImportProfileIndex.ProfileId), column => column.WithLength(ProfileIdLength))
                .Column<string>(nameof(ImportProfileIndex.OwnerId), column => column.WithLength(UserIdLength))
                .Column<bool>(nameof(ImportProfileIndex.IsShared))
                .Column<string>(nameof(ImportProfileIndex.NameKey), column => column.NotNull().Unique().WithLength(NameKeyLength)),
            CustomersConstants.Collection);

        await builder.AlterIndexTableAsync<ImportProfileIndex>(
            table =>
            {
                table.CreateIndex("IDX_ImportProfileIndex_ProfileId", nameof(ImportProfileIndex.ProfileId), "DocumentId");
                table.CreateIndex("IDX_ImportProfileIndex_OwnerId", nameof(ImportProfileIndex.OwnerId), nameof(ImportProfileIndex.IsShared), "DocumentId");
            },
            CustomersConstants.Collection);
    }
}
