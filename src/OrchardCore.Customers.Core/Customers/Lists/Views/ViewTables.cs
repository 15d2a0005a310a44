using YesSql.Sql;

namespace OrchardCore.Customers.Lists.Views;

/// <summary>The tables that views are found by.</summary>
public static class ViewTables
{
    private const int UserIdLength = 26;
    private const int ViewIdLength = 32;
    private const int RoleLength = 255;

    /// <summary>Makes them in the collection of the module's documents.</summary>
    public static async Task CreateViewTablesAsync(this ISchemaBuilder builder)
    {
        await builder.CreateMapIndexTableAsync<SavedViewIndex>(
            table => table
                .Column<string>(nameof(SavedViewIndex.ViewId), column => column.WithLength(ViewIdLength))
                .Column<string>(nameof(SavedViewIndex.OwnerId), column => column.WithLength(UserIdLength))
                .Column<string>(nameof(SavedViewIndex.Role), column => column.WithLength(RoleLength)),
            CustomersConstants.Collection);

        await builder.CreateMapIndexTableAsync<ListChoiceIndex>(
            table => table.Column<string>(nameof(ListChoiceIndex.UserId), column => column.WithLength(UserIdLength)),
            CustomersConstants.Collection);

        await builder.AlterIndexTableAsync<SavedViewIndex>(
            table =>
            {
                table.CreateIndex("IDX_SavedViewIndex_ViewId", nameof(SavedViewIndex.ViewId), "DocumentId");
                table.CreateIndex("IDX_SavedViewIndex_OwnerId", nameof(SavedViewIndex.OwnerId), "DocumentId");
                table.CreateIndex("IDX_SavedViewIndex_Role", nameof(SavedViewIndex.Role), "DocumentId");
            },
            CustomersConstants.Collection);

        await builder.AlterIndexTableAsync<ListChoiceIndex>(
            table => table.CreateIndex("IDX_ListChoiceIndex_UserId", nameof(ListChoiceIndex.UserId), "DocumentId"),
            CustomersConstants.Collection);
    }
}
