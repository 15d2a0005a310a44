using YesSql.Sql;

namespace OrchardCore.Customers.Bulk;

internal static class CustomerJobTables
{
    private const int UserIdLength = 26;

    /// <summary>Creates the indexes of jobs and of what they refused, in the module's collection.</summary>
    public static async Task CreateJobTablesAsync(this ISchemaBuilder schema)
    {
        await schema.CreateMapIndexTableAsync<CustomerJobIndex>(
            table => table
                .Column<string>(nameof(CustomerJobIndex.JobId), column => column.NotNull().Unique().WithLength(CustomerJob.IdLength))
                .Column<string>(nameof(CustomerJobIndex.UserId), column => column.WithLength(UserIdLength))
                .Column<bool>(nameof(CustomerJobIndex.IsOpen))
                .Column<DateTime>(nameof(CustomerJobIndex.LeaseUntilUtc))
                .Column<DateTime>(nameof(CustomerJobIndex.CreatedUtc)),
            CustomersConstants.Collection);
        await schema.AlterIndexTableAsync<CustomerJobIndex>(
            table =>
            {
                table.CreateIndex("IDX_CustomerJobIndex_UserId", nameof(CustomerJobIndex.UserId), nameof(CustomerJobIndex.CreatedUtc));
                table.CreateIndex("IDX_CustomerJobIndex_IsOpen", nameof(CustomerJobIndex.IsOpen), nameof(CustomerJobIndex.CreatedUtc));
            },
            CustomersConstants.Collection);

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
