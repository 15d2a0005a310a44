using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Sql.Search;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers.Search;

/// <summary>What is deleted is found no more at once, and is gone from the index's files after they were tidied.</summary>
public sealed class SearchTidyTests
{
    [Fact]
    public async Task AfterTidyingTheIndexIsWhatItWereIfTheDeletedHadNeverBeenThere()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        var deleted = new List<string>();

        for (var index = 0; index < 40; index++)
        {
            var id = await site.AddAsync(part => (part.ContactName, part.Email) = ($"Tidied Person{index}", $"secret{index}@qzxwv.example"));

            if (index % 3 == 0)
            {
                await site.UpdateAsync(id, part => part.Email = $"other{index}@qzxwv.example");
            }

            if (index % 2 == 0)
            {
                deleted.Add(id);
            }
        }

        foreach (var id in deleted)
        {
            await site.DeleteAsync(id);
        }

        Assert.NotEqual(await FreshAsync(site), await BlocksAsync(site, "CustomerSearch"));
        await site.InScopeAsync(services => services.GetRequiredService<ICustomerSearchIndex>().TidyAsync(CancellationToken.None));

        await site.AssertInStepAsync();
        Assert.Equal(await FreshAsync(site), await BlocksAsync(site, "CustomerSearch"));
        Assert.Equal(20, await site.CountHitsAsync("@qzxwv"));

        // Nothing is left to do.
        await site.InScopeAsync(services => services.GetRequiredService<ICustomerSearchIndex>().TidyAsync(CancellationToken.None));
    }

    /// <summary>The pages of an index that was made of the same customers just now.</summary>
    private static async Task<string> FreshAsync(TestSite site)
    {
        await site.ExecuteAsync("""
            drop table if exists Fresh;
            create virtual table Fresh using fts5(Words, content='', columnsize=0, tokenize='trigram case_sensitive 1');
            insert into Fresh(rowid, Words) select DocumentId, Words from CustomerIndex order by DocumentId;
            insert into Fresh(Fresh) values('optimize');
            """);

        return await BlocksAsync(site, "Fresh");
    }

    /// <summary>All pages of all segments; the first rows say how many there are.</summary>
    private static Task<string> BlocksAsync(TestSite site, string index) => site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IStore>().Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is one of two names above.
        command.CommandText = $"select group_concat(hex(block), ' ') from (select block from {index}_data where id > 10 order by id)";
#pragma warning restore CA2100

        return (string)(await command.ExecuteScalarAsync())!;
    });
}
