using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace OrchardCore.Customers.Transfer;

internal sealed class TransferMigrations : DataMigration
{
    private const int KindLength = 20;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateTransferFileTablesAsync();
        await SchemaBuilder.CreateImportProfileTablesAsync();
        await CreateImportLogsAsync();

        return 1;
    }

    private async Task CreateImportLogsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ImportLogIndex>(
            table => table
                .Column<string>(nameof(ImportLogIndex.JobId), column => column.WithLength(Job.IdLength))
                .Column<string>(nameof(ImportLogIndex.Kind), column => column.WithLength(KindLength))
                .Column<long>(nameof(ImportLogIndex.First))
                .Column<long>(nameof(ImportLogIndex.Last)),
            CustomersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<ImportLogIndex>(
            table => table.CreateIndex("IDX_ImportLogIndex_JobId", nameof(ImportLogIndex.JobId), nameof(ImportLogIndex.Kind), nameof(ImportLogIndex.First)),
            CustomersConstants.Collection);
    }
}
