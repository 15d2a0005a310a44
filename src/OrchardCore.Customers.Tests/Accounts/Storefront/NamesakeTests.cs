using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>A site where no two customers have one name.</summary>
public sealed class NamesakeTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task WhoElseHasANameIsNotTold()
    {
        var shopper = await Site.AddShopperAsync();
        var number = (await Site.ReadAsync(await Site.AddAsync("Namesake")))!.Number!;
        await Site.ChangeSettingsAsync(("ContactNameUniqueness", nameof(ContactNameUniqueness.Block)));
        using var user = await shopper.LogInAsync();

        var page = await user.SubmitAsync("/account/edit", ("CustomerPart.ContactName", "Namesake"));

        Assert.Contains("Another customer already has this name.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page.Text, StringComparison.Ordinal);
    }
}
