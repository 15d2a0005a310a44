using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace OrchardCore.Customers.Accounts;

internal sealed class RateLimitMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CountedAttemptIndex>(
            table => table
                .Column<string>(nameof(CountedAttemptIndex.Key), column => column.WithLength(CountedAttemptIndex.KeyLength))
                .Column<DateTime>(nameof(CountedAttemptIndex.Utc)),
            CustomersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<CountedAttemptIndex>(
            table =>
            {
                table.CreateIndex("IDX_CountedAttemptIndex_Key", nameof(CountedAttemptIndex.Key), nameof(CountedAttemptIndex.Utc));
                table.CreateIndex("IDX_CountedAttemptIndex_Utc", nameof(CountedAttemptIndex.Utc));
            },
            CustomersConstants.Collection);

        return 1;
    }
}
