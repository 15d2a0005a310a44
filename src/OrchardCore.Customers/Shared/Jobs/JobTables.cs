using YesSql.Sql;

namespace OrchardCore.Customers.Shared.Jobs;

internal static class JobTables
{
    private const int UserIdLength = 26;

    private const int KindLength = 50;

    /// <summary>Creates the index of jobs of every kind, in the module's collection.</summary>
    public static async Task CreateJobIndexAsync(this ISchemaBuilder schema)
    {
        await schema.CreateMapIndexTableAsync<JobIndex>(
            table => table
                .Column<string>(nameof(JobIndex.JobId), column => column.NotNull().Unique().WithLength(Job.IdLength))
                .Column<string>(nameof(JobIndex.Kind), column => column.WithLength(KindLength))
                .Column<string>(nameof(JobIndex.UserId), column => column.WithLength(UserIdLength))
                .Column<bool>(nameof(JobIndex.IsOpen))
                .Column<DateTime>(nameof(JobIndex.LeaseUntilUtc))
                .Column<DateTime>(nameof(JobIndex.CreatedUtc)),
            CustomersConstants.Collection);
        await schema.AlterIndexTableAsync<JobIndex>(
            table =>
            {
                table.CreateIndex("IDX_JobIndex_UserId", nameof(JobIndex.UserId), nameof(JobIndex.Kind), nameof(JobIndex.CreatedUtc));
                table.CreateIndex("IDX_JobIndex_Kind", nameof(JobIndex.Kind), nameof(JobIndex.CreatedUtc));
                table.CreateIndex("IDX_JobIndex_IsOpen", nameof(JobIndex.IsOpen), nameof(JobIndex.CreatedUtc));
            },
            CustomersConstants.Collection);
    }
}
