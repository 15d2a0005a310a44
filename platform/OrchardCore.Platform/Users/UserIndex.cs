using OrchardCore.Data.Migration;
using OrchardCore.Users.Models;
using YesSql.Indexes;
using YesSql.Sql;

namespace OrchardCore.Users.Indexes;

/// <summary>What users are looked up by.</summary>
public class UserIndex : MapIndex
{
    public string UserId { get; set; }

    public string NormalizedUserName { get; set; }

    public string NormalizedEmail { get; set; }
}

internal sealed class UserIndexProvider : IndexProvider<User>
{
    public override void Describe(DescribeContext<User> context) => context.For<UserIndex>().Map(user => new UserIndex
    {
        UserId = user.UserId,
        NormalizedUserName = user.NormalizedUserName,
        NormalizedEmail = user.NormalizedEmail,
    });
}

internal sealed class UserMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<UserIndex>(table => table
            .Column<string>(nameof(UserIndex.UserId), column => column.WithLength(26))
            .Column<string>(nameof(UserIndex.NormalizedUserName), column => column.WithLength(255))
            .Column<string>(nameof(UserIndex.NormalizedEmail), column => column.WithLength(255)));
        await SchemaBuilder.AlterIndexTableAsync<UserIndex>(table =>
        {
            table.CreateIndex("IDX_UserIndex_UserId", nameof(UserIndex.UserId));
            table.CreateIndex("IDX_UserIndex_NormalizedUserName", nameof(UserIndex.NormalizedUserName));
            table.CreateIndex("IDX_UserIndex_NormalizedEmail", nameof(UserIndex.NormalizedEmail));
        });

        return 1;
    }
}
