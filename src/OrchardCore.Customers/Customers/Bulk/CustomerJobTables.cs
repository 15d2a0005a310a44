using YesSql.Sql;

namespace OrchardCore.Customers.Bulk;

internal static class CustomerJobTables
{
    /// <summary>Creates the index of what bulk actions refused, in the module's collection.</summary>
    public static async Task CreateBulkTablesAsync(this ISchemaBuilder schema)
    {
        await schema.CreateMapIndexTableAsync<CustomerJobRefusalsIndex>(
            table => table
                .Column<string>(nameof(CustomerJobRefusalsIndex.JobId), column => column.WithLength(CustomerJob.IdLength))
                .Column<int>(nameof(CustomerJobRefusalsIndex.First))
                .Column<int>(nameof(CustomerJobRefusalsIndex.Last)),
            CustomersConstants.Collection);
        await schema.AlterIndexTableAsync<CustomerJobRefusalsIndex>(
            table => table.CreateIndex("IDX_CustomerJobRefusalsIndex_JobId", nameof(CustomerJobRefusalsIndex.JobId), nameof(CustomerJobRefusalsIndex.First)),
            CustomersConstants.Collection);
    }
}
