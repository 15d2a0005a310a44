using OrchardCore.Customers.Shared;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace OrchardCore.Customers.AssistedBuying;

internal sealed class AssistedBuyingMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int SessionIdLength = 32;

    /// <summary>A colon, and a number of up to ten digits.</summary>
    private const int NumberLength = 11;

    public async Task<int> CreateAsync()
    {
        await CreateSessionsAsync();
        await CreateActionsAsync();
        await SchemaBuilder.CreateMapIndexTableAsync<AssistKeyIndex>(
            table => table.Column<int>(nameof(AssistKeyIndex.Number), column => column.NotNull().Unique()),
            CustomersConstants.Collection);
        await SchemaBuilder.CreateMapIndexTableAsync<StorefrontCredentialIndex>(
            table => table.Column<string>(nameof(StorefrontCredentialIndex.Site), column => column.NotNull().Unique().WithLength(CodeText.MaxLength)),
            CustomersConstants.Collection);

        return 1;
    }

    private async Task CreateSessionsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AssistedSessionIndex>(
            table => table
                .Column<string>(nameof(AssistedSessionIndex.SessionId), column => column.NotNull().Unique().WithLength(SessionIdLength))
                .Column<string>(nameof(AssistedSessionIndex.CodeHash), column => column.NotNull().Unique().WithLength(SecretCode.HashLength))
                .Column<string>(nameof(AssistedSessionIndex.CustomerId), column => column.WithLength(IdLength))
                .Column<DateTime>(nameof(AssistedSessionIndex.CreatedUtc))
                .Column<string>(nameof(AssistedSessionIndex.Site), column => column.WithLength(CodeText.MaxLength))
                .Column<bool>(nameof(AssistedSessionIndex.IsUnsettled))
                .Column<DateTime>(nameof(AssistedSessionIndex.OverUtc)),
            CustomersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<AssistedSessionIndex>(
            table =>
            {
                table.CreateIndex("IDX_AssistedSessionIndex_CustomerId", nameof(AssistedSessionIndex.CustomerId), nameof(AssistedSessionIndex.CreatedUtc), "DocumentId");
                table.CreateIndex("IDX_AssistedSessionIndex_OverUtc", nameof(AssistedSessionIndex.IsUnsettled), nameof(AssistedSessionIndex.OverUtc));
                table.CreateIndex("IDX_AssistedSessionIndex_Site", nameof(AssistedSessionIndex.Site), nameof(AssistedSessionIndex.OverUtc));
            },
            CustomersConstants.Collection);
    }

    private async Task CreateActionsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AssistedActionIndex>(
            table => table
                .Column<string>(nameof(AssistedActionIndex.Key), column => column.NotNull().Unique().WithLength(SessionIdLength + NumberLength))
                .Column<string>(nameof(AssistedActionIndex.CustomerId), column => column.WithLength(IdLength)),
            CustomersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<AssistedActionIndex>(
            table => table.CreateIndex("IDX_AssistedActionIndex_CustomerId", nameof(AssistedActionIndex.CustomerId)),
            CustomersConstants.Collection);
    }
}
