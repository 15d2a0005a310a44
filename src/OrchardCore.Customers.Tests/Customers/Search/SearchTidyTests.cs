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
    /// <summary>Letters that no other name here has, so that their pieces stand in the index's pages as they are.</summary>
    private const string Rare = "ⵣⵥⵠ";

    [Fact]
    public async Task AfterTidyingNoPieceOfTheDeletedIsLeftInTheFiles()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        var deleted = new List<string>();

        for (var index = 0; index < 40; index++)
        {
            var isDeleted = index % 2 == 0;
            var id = await site.AddAsync(part => (part.ContactName, part.Company) = ($"Tidied Person{index}", isDeleted ? Rare : "Kept"));

            if (isDeleted)
            {
                deleted.Add(id);
            }
        }

        // One is only changed.
        await site.UpdateAsync(deleted[0], part => part.Company = "Changed");

        foreach (var id in deleted.Skip(1))
        {
            await site.DeleteAsync(id);
        }

        Assert.Equal(0, await site.CountHitsAsync(Rare));
        Assert.NotEqual(0, await CountTracesAsync(site));

        await TidyAsync(site);

        Assert.Equal(0, await CountTracesAsync(site));
        Assert.Equal(21, await site.CountHitsAsync("tidied"));
        await site.AssertInStepAsync();
    }

    [Fact]
    public async Task ItIsTidiedOnceADay()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        await site.DeleteAsync(await site.AddAsync(Rare));
        await TidyAsync(site);
        await site.DeleteAsync(await site.AddAsync(Rare));

        await TidyAsync(site);
        Assert.NotEqual(0, await CountTracesAsync(site));

        await site.ExecuteAsync("update CustomerSearchState set TidiedUtc = TidiedUtc - 24 * 60 * 60");
        await TidyAsync(site);
        Assert.Equal(0, await CountTracesAsync(site));
    }

    private static Task TidyAsync(TestSite site) => site.InScopeAsync(services => services.GetRequiredService<ICustomerSearchIndex>().TidyAsync(CancellationToken.None));

    /// <summary>Pages of the index's segments with the end of a piece in them; its beginning may be shared with the piece before.</summary>
    private static Task<long> CountTracesAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IStore>().Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from CustomerSearch_data where instr(block, cast('ⵥⵠ' as blob)) > 0";

        return (long)(await command.ExecuteScalarAsync())!;
    });
}
