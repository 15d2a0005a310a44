using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers;

public sealed partial class CustomerListTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("V1")]
    public async Task ThePagesOfTheListHoldEveryCustomerThatIsStoredOnce()
    {
        for (var number = 1; number <= 23; number++)
        {
            await Site.AddAsync(part => (part.ContactName, part.Status) = ($"Listed {number}", number % 3 == 0 ? CustomerStatus.Inactive : CustomerStatus.Active));
        }

        using var admin = await SiteUser.AdminAsync(Site);
        List<string> listed = [];

        foreach (var page in new[] { 1, 2, 3 })
        {
            listed.AddRange(Names().Matches((await admin.GetAsync($"/Admin/Customers?size=10&pagenum={page}")).Html).Select(match => match.Groups[1].Value));
        }

        var stored = await Site.InScopeAsync(async services => await services.GetRequiredService<ISession>().Query<ContentItem>().ListAsync());
        Assert.Equal(
            stored.Where(item => item.ContentType == CustomersConstants.ContentTypes.Customer).Select(item => item.GetOrCreate<CustomerPart>().ContactName!).Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("data-row-link><bdi>([^<]*)</bdi>")]
    private static partial Regex Names();
}
