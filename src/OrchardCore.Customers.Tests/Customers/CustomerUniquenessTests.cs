using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What the settings make of equal names and e-mail addresses.</summary>
public sealed class CustomerUniquenessTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("Søren Kierkegård")]
    [InlineData("soren KIERKEGARD")]
    [InlineData(" Søren  Kierkegård ")]
    [Seed("O12")]
    public async Task TheSameContactNameIsRefusedWhenTheSiteBlocksIt(string name)
    {
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", "Block"));
        var first = await Site.CreateAsync(part => part.ContactName = "Søren Kierkegård");

        var (result, _) = await Site.CreateAsync(part => part.ContactName = name);

        Assert.StartsWith("CustomerPart.ContactName: Customer C-", result.TheError(), StringComparison.Ordinal);
        Assert.EndsWith("already has this name.", result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    [Seed("O12")]
    public async Task OfSixteenWithOneNameExactlyOneIsSavedWhenTheSiteBlocksIt()
    {
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", "Block"));

        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(_ => Site.CreateAsync(part => part.ContactName = "Sixteen At Once")));

        Assert.Single(results, result => result.Result.Succeeded);
    }

    [Theory]
    [InlineData("Allow")]
    [InlineData("Warn")]
    [Seed("O12")]
    public async Task TheSameContactNameIsSavedWhenTheSiteDoesNotBlockIt(string setting)
    {
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", setting));
        await Site.AddAsync($"{setting} Twins");

        Assert.NotNull(await Site.AddAsync($"{setting} Twins"));
    }

    [Fact]
    [Seed("O12")]
    public async Task NobodyIsWarnedWhenTheSiteAllowsEqualNames()
    {
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", "Allow"));
        await Site.AddAsync("Allowed Namesake");
        using var admin = await SiteUser.AdminAsync(Site);

        var saved = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Allowed Namesake"));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.Status);
    }

    [Fact]
    public async Task AnEMailAddressMayBeSharedWhenTheSiteLetsIt()
    {
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", "Warn"), ("UniqueEmail", "false"));

        foreach (var name in new[] { "Shares 1", "Shares 2" })
        {
            await Site.AddAsync(part => (part.ContactName, part.Email) = (name, "shared@example.com"));
        }

        // What was saved under the softer setting is held to the stricter one when it is saved next.
        await Site.ChangeSettingsAsync(("UniqueEmail", "true"));
        var (result, _) = await Site.CreateAsync(part => (part.ContactName, part.Email) = ("Shares 3", "shared@example.com"));
        Assert.Contains("already has this e-mail address", result.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B\u200E \u2060")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u115F")]
    public async Task ANameOfInvisibleCharactersIsNone(string name)
    {
        var (result, _) = await Site.CreateAsync(part => part.ContactName = name);

        Assert.Equal("CustomerPart.ContactName: Enter a contact name, or a first or last name to compose it from.", result.TheError());
    }

    /// <summary>With a condition that nobody meets beside the others (YesSql's <c>1 = 0</c>), SQLite looks at every customer.</summary>
    [Theory]
    [InlineData("Allow")]
    [InlineData("Block")]
    public async Task WhoHasTheSameIsFoundByIndexesAlone(string setting)
    {
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", setting));
        var statements = await StatementLog.CollectAsync(Site, async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => (part.ContactName, part.Email) = ($"By Index {setting}", $"index.{setting}@unique.example"));
            Assert.True((await manager.CreateAsync(customer)).Succeeded);
        });

        Assert.Contains(statements, statement => statement.Contains("[Email] =", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, statement => statement.Contains("1 = 0", StringComparison.Ordinal));
    }
}
