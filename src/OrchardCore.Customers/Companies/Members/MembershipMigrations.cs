using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace OrchardCore.Customers.Companies.Members;

internal sealed class MembershipMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int RoleIdLength = 32;
    private const int ApprovalIdLength = 32;
    private const int NameLength = 16;

    public async Task<int> CreateAsync()
    {
        await CreateMembershipsAsync();
        await CreateApprovalsAsync();

        return 1;
    }

    private async Task CreateMembershipsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<MembershipIndex>(table => table
            .Column<string>(nameof(MembershipIndex.CustomerId), column => column.WithLength(IdLength))
            .Column<string>(nameof(MembershipIndex.CompanyId), column => column.WithLength(IdLength))
            .Column<string>(nameof(MembershipIndex.UnitId), column => column.WithLength(IdLength))
            .Column<string>(nameof(MembershipIndex.Group), column => column.WithLength(NameLength))
            .Column<bool>(nameof(MembershipIndex.IsActive))
            .Column<string>(nameof(MembershipIndex.MemberKey), column => column.NotNull().Unique().WithLength(IdLength + 1 + IdLength))
            .Column<string>(nameof(MembershipIndex.DefaultKey), column => column.NotNull().Unique().WithLength(IdLength + 1 + IdLength)));

        await SchemaBuilder.AlterIndexTableAsync<MembershipIndex>(table =>
        {
            table.CreateIndex("IDX_MembershipIndex_CustomerId", nameof(MembershipIndex.CustomerId), nameof(MembershipIndex.CompanyId), "DocumentId");
            table.CreateIndex("IDX_MembershipIndex_CompanyId", nameof(MembershipIndex.CompanyId), nameof(MembershipIndex.CustomerId), "DocumentId");
            table.CreateIndex("IDX_MembershipIndex_UnitId", nameof(MembershipIndex.UnitId), nameof(MembershipIndex.CustomerId), "DocumentId");
            table.CreateIndex("IDX_MembershipIndex_Group", nameof(MembershipIndex.CompanyId), nameof(MembershipIndex.Group), nameof(MembershipIndex.IsActive), "DocumentId");
        });

        await SchemaBuilder.CreateMapIndexTableAsync<MembershipRoleIndex>(table => table
            .Column<string>(nameof(MembershipRoleIndex.CompanyId), column => column.WithLength(IdLength))
            .Column<string>(nameof(MembershipRoleIndex.RoleId), column => column.WithLength(RoleIdLength)));

        await SchemaBuilder.AlterIndexTableAsync<MembershipRoleIndex>(table =>
        {
            table.CreateIndex("IDX_MembershipRoleIndex_CompanyId", nameof(MembershipRoleIndex.CompanyId), nameof(MembershipRoleIndex.RoleId));
            table.CreateIndex("IDX_MembershipRoleIndex_RoleId", nameof(MembershipRoleIndex.RoleId), "DocumentId");
            table.CreateIndex("IDX_MembershipRoleIndex_DocumentId", "DocumentId");
        });
    }

    private async Task CreateApprovalsAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ApprovalIndex>(
            table => table
                .Column<string>(nameof(ApprovalIndex.ApprovalId), column => column.NotNull().Unique().WithLength(ApprovalIdLength))
                .Column<string>(nameof(ApprovalIndex.CompanyId), column => column.WithLength(IdLength))
                .Column<string>(nameof(ApprovalIndex.RequesterId), column => column.WithLength(IdLength))
                .Column<string>(nameof(ApprovalIndex.ApproverId), column => column.WithLength(IdLength))
                .Column<string>(nameof(ApprovalIndex.State), column => column.WithLength(NameLength))
                .Column<string>(nameof(ApprovalIndex.OpenKey), column => column.NotNull().Unique().WithLength(ApprovalSubject.MaxKind + 1 + ApprovalSubject.MaxId))
                .Column<DateTime>(nameof(ApprovalIndex.CreatedUtc))
                .Column<DateTime>(nameof(ApprovalIndex.ExpiresUtc)),
            CustomersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<ApprovalIndex>(
            table =>
            {
                table.CreateIndex("IDX_ApprovalIndex_State", nameof(ApprovalIndex.State), nameof(ApprovalIndex.CreatedUtc), "DocumentId");
                table.CreateIndex("IDX_ApprovalIndex_CreatedUtc", nameof(ApprovalIndex.CreatedUtc), "DocumentId");
                table.CreateIndex("IDX_ApprovalIndex_CompanyId", nameof(ApprovalIndex.CompanyId), nameof(ApprovalIndex.State), nameof(ApprovalIndex.CreatedUtc), "DocumentId");
                table.CreateIndex("IDX_ApprovalIndex_ExpiresUtc", nameof(ApprovalIndex.State), nameof(ApprovalIndex.ExpiresUtc), "DocumentId");
                table.CreateIndex("IDX_ApprovalIndex_RequesterId", nameof(ApprovalIndex.RequesterId), nameof(ApprovalIndex.State));
                table.CreateIndex("IDX_ApprovalIndex_ApproverId", nameof(ApprovalIndex.ApproverId), nameof(ApprovalIndex.State));
            },
            CustomersConstants.Collection);
    }
}
