using System.Globalization;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>A number is given once, and stays.</summary>
public abstract class CustomerNumberTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task NumbersThatCameWithAnImportAreSteppedOver()
    {
        await ChangePatternAsync("Imported-{n}");
        var next = Running(await NumberAsync(await Site.AddAsync("Before the import"))) + 1;

        // A row of numbers, longer than a block that is looked up together, with a hole in it.
        for (var running = next; running < next + 12; running++)
        {
            if (running != next + 10)
            {
                await Site.AddAsync(part => (part.ContactName, part.Number) = ($"Imported {running}", $"Imported-{running}"));
            }
        }

        Assert.Equal($"Imported-{next + 10}", await NumberAsync(await Site.AddAsync("After the import")));
        Assert.Equal($"Imported-{next + 12}", await NumberAsync(await Site.AddAsync("And one more")));
    }

    [Fact]
    public async Task TheNumberOfADeletedCustomerIsNotGivenByAnotherPattern()
    {
        await ChangePatternAsync("Gone-{n}");
        var id = await Site.AddAsync("Gone");
        var number = await NumberAsync(id);
        Assert.True((await Site.DeleteAsync(id)).Succeeded);

        var (result, _) = await Site.CreateAsync(part => (part.ContactName, part.Number) = ("Inherits", number));

        Assert.Equal("CustomerPart.Number: Another customer with the same value was saved a moment ago: Customer number.", result.TheError());
    }

    [Theory]
    [InlineData("C 1")]
    [InlineData("C-<b>")]
    [InlineData("C-1234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task ANumberThatComesWithACustomerLooksLikeOne(string number)
    {
        var (result, _) = await Site.CreateAsync(part => (part.ContactName, part.Number) = ("Odd number", number));

        Assert.StartsWith("CustomerPart.Number: A customer number has at most 66", result.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("C-TAKEOVER")]
    public async Task ANumberStaysWhateverAnotherEditorMakesOfIt(string? other)
    {
        var id = await Site.AddAsync("Keeps its number");
        var number = await NumberAsync(id);

        Assert.True((await Site.UpdateAsync(id, part => part.Number = other)).Succeeded);

        Assert.Equal(number, await NumberAsync(id));
    }

    private async Task<string> NumberAsync(string id) => (await Site.ReadAsync(id))!.Number!;

    private static long Running(string number) => long.Parse(number[(number.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);

    private Task ChangePatternAsync(string pattern) => Site.ChangeSettingsAsync(("NumberPattern", pattern));
}

public sealed class SqliteCustomerNumberTests(SqliteSite site) : CustomerNumberTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerNumberTests(PostgresSite site) : CustomerNumberTests(site), IClassFixture<PostgresSite>;
