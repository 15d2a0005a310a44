using Microsoft.AspNetCore.Identity;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Data.Migration;
using OrchardCore.Security;
using YesSql.Sql;

namespace OrchardCore.Customers.Accounts;

internal sealed class AccountMigrations(RoleManager<IRole> roleManager) : DataMigration
{
    private const int IdLength = 26;
    private const int PurposeLength = 16;
    private const int HashLength = 64;

    public async Task<int> CreateAsync()
    {
        await CreateCodesAsync();
        await CreateMailsAsync();
        await CreateLogInsAsync();

        if (!await roleManager.RoleExistsAsync(CustomersConstants.Roles.Customer))
        {
            await roleManager.CreateAsync(new Role { RoleName = CustomersConstants.Roles.Customer, RoleDescription = "Customers who have an account in the shop." });
        }

        return 1;
    }

    private async Task CreateCodesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AccountCodeIndex>(
            table => table
                .Column<string>(nameof(AccountCodeIndex.Key), column => column.NotNull().Unique().WithLength(PurposeLength + 1 + IdLength))
                .Column<string>(nameof(AccountCodeIndex.Hash), column => column.NotNull().Unique().WithLength(HashLength))
                .Column<string>(nameof(AccountCodeIndex.CustomerId), column => column.WithLength(IdLength))
                .Column<string>(nameof(AccountCodeIndex.Purpose), column => column.WithLength(PurposeLength))
                .Column<bool>(nameof(AccountCodeIndex.IsOpen))
                .Column<DateTime>(nameof(AccountCodeIndex.CreatedUtc)),
            CustomersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<AccountCodeIndex>(
            table =>
            {
                table.CreateIndex("IDX_AccountCodeIndex_CustomerId", nameof(AccountCodeIndex.CustomerId));
                table.CreateIndex("IDX_AccountCodeIndex_Purpose", nameof(AccountCodeIndex.Purpose), nameof(AccountCodeIndex.IsOpen), nameof(AccountCodeIndex.CreatedUtc));
                table.CreateIndex("IDX_AccountCodeIndex_CreatedUtc", nameof(AccountCodeIndex.CreatedUtc));
            },
            CustomersConstants.Collection);
    }

    private async Task CreateMailsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OutboxMailIndex>(
            table => table
                .Column<string>(nameof(OutboxMailIndex.CustomerId), column => column.WithLength(IdLength))
                .Column<bool>(nameof(OutboxMailIndex.IsOpen))
                .Column<bool>(nameof(OutboxMailIndex.IsBulk))
                .Column<DateTime>(nameof(OutboxMailIndex.DueUtc))
                .Column<DateTime>(nameof(OutboxMailIndex.CreatedUtc))
                .Column<DateTime>(nameof(OutboxMailIndex.SentUtc))
                .Column<int>(nameof(OutboxMailIndex.Attempts)),
            CustomersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<OutboxMailIndex>(
            table =>
            {
                table.CreateIndex("IDX_OutboxMailIndex_CustomerId", nameof(OutboxMailIndex.CustomerId), nameof(OutboxMailIndex.CreatedUtc), "DocumentId");
                table.CreateIndex("IDX_OutboxMailIndex_DueUtc", nameof(OutboxMailIndex.IsOpen), nameof(OutboxMailIndex.IsBulk), nameof(OutboxMailIndex.DueUtc), "DocumentId");
                table.CreateIndex("IDX_OutboxMailIndex_SentUtc", nameof(OutboxMailIndex.SentUtc), nameof(OutboxMailIndex.IsBulk));
                table.CreateIndex("IDX_OutboxMailIndex_CreatedUtc", nameof(OutboxMailIndex.IsOpen), nameof(OutboxMailIndex.CreatedUtc));
            },
            CustomersConstants.Collection);
    }

    private async Task CreateLogInsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CustomerLogInIndex>(
            table => table
                .Column<string>(nameof(CustomerLogInIndex.CustomerId), column => column.WithLength(IdLength))
                .Column<DateTime>(nameof(CustomerLogInIndex.Utc)),
            CustomersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<CustomerLogInIndex>(
            table => table.CreateIndex("IDX_CustomerLogInIndex_CustomerId", nameof(CustomerLogInIndex.CustomerId), nameof(CustomerLogInIndex.Utc)),
            CustomersConstants.Collection);
    }
}
