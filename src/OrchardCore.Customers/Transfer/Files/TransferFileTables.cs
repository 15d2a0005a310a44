using YesSql.Sql;

namespace OrchardCore.Customers.Transfer.Files;

internal static class TransferFileTables
{
    /// <summary>Creates the indexes of files and their chunks, in the module's collection.</summary>
    public static async Task CreateTransferFileTablesAsync(this ISchemaBuilder schema)
    {
        await schema.CreateMapIndexTableAsync<TransferFileIndex>(
            table => table
                .Column<string>(nameof(TransferFileIndex.FileId), column => column.NotNull().Unique().WithLength(TransferFile.IdLength))
                .Column<DateTime>(nameof(TransferFileIndex.ExpiresUtc)),
            CustomersConstants.Collection);
        await schema.AlterIndexTableAsync<TransferFileIndex>(
            table => table.CreateIndex("IDX_TransferFileIndex_ExpiresUtc", nameof(TransferFileIndex.ExpiresUtc)),
            CustomersConstants.Collection);

        await schema.CreateMapIndexTableAsync<TransferFileChunkIndex>(
            table => table
                .Column<string>(nameof(TransferFileChunkIndex.FileId), column => column.WithLength(TransferFile.IdLength))
                .Column<int>(nameof(TransferFileChunkIndex.Number)),
            CustomersConstants.Collection);
        await schema.AlterIndexTableAsync<TransferFileChunkIndex>(
            table => table.CreateIndex("IDX_TransferFileChunkIndex_FileId", nameof(TransferFileChunkIndex.FileId), nameof(TransferFileChunkIndex.Number)),
            CustomersConstants.Collection);
    }
}
