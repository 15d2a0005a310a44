using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers;

public abstract class CustomerFinderTests(CustomersSite fixture)
{
    private static readonly ClaimsPrincipal Anybody = new();

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("Søren Kierkegård", "sören KIERKEGARD")]
    [InlineData("Søren Kierkegård", "ierke")]
    [InlineData("Søren Kierkegård", "kierkegard soren")]
    [InlineData("Straßburger Münster", "strassburger munster")]
    [InlineData("李明", "李明")]
    [InlineData("李明", "李")]
    [InlineData("محمّد الأمين", "محمد")]
    [InlineData("Łukasz Żółw", "lukasz zol")]
    [InlineData("प्रिया शर्मा", "शर्मा")]
    [InlineData("50% Off", "50%")]
    [InlineData("Under_score", "r_s")]
    [InlineData("O'Brien \"Bo\"", "o’brien \"bo\"")]
    [InlineData("C:\\Fabrik", "c:\\fab")]
    [Seed("O2", "O4")]
    public async Task ANameIsFoundByAFullOrPartialTermHoweverItIsTyped(string name, string term)
    {
        var id = await Site.AddAsync(name);

        Assert.Contains(id, await FindAsync(term));
    }

    [Theory]
    [InlineData("100% Wool", "1%0")]
    [InlineData("100 Wool", "100%")]
    [InlineData("Wildcards", "w_ldcards")]
    [InlineData("Bracket", "[a-z]racket")]
    [InlineData("Anna Svensson", "na sv")]
    public async Task WildcardsAndHalfWordsFindNothingElse(string name, string term)
    {
        var id = await Site.AddAsync(name);

        Assert.DoesNotContain(id, await FindAsync(term));
    }

    [Fact]
    public async Task EMailPhoneCompanyAndNumberAreSearchedToo()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Company, part.Email, part.Phone) = ("Searched", "Zylinderhut KG", "hat@zylinder.example", "+49 (30) 23125-777"));
        var number = (await Site.ReadAsync(id))!.Number!;

        foreach (var term in new[] { "zylinderhut", "hat@zyl", "HAT@ZYLINDER.EXAMPLE", "+49 30 23125777", "(30) 23125 777", "23125-777", number, number.ToLowerInvariant(), number[2..], "searched zylinderhut" })
        {
            Assert.Contains(id, await FindAsync(term));
        }
    }

    [Fact]
    public async Task ThePageOfABlankTermHoldsEverybody()
    {
        var id = await Site.AddAsync("!First of all");

        Assert.Equal(id, (await FindAsync("  "))[0]);
    }

    [Fact]
    [Seed("V7")]
    public async Task TheStatusFilterKeepsThatStatusOnly()
    {
        var active = await Site.AddAsync("Filterable active");
        var inactive = await Site.AddAsync(part => (part.ContactName, part.Status) = ("Filterable inactive", CustomerStatus.Inactive));

        Assert.Equal([inactive], await FindAsync("filterable", ("status", "Inactive")));
        Assert.Equal([active], await FindAsync("filterable", ("status", "Active")));
        Assert.Empty(await FindAsync("filterable", ("status", "Dissolved")));
    }

    [Theory]
    [InlineData(CustomerSort.ContactName, "A B C")]
    [InlineData(CustomerSort.Company, "C A B")]
    [InlineData(CustomerSort.Number, "B A C")]
    [InlineData(CustomerSort.Created, "B A C")]
    public async Task EachSortOrdersByItsColumnInBothDirections(CustomerSort sort, string expected)
    {
        var marker = "Sorted" + sort;

        foreach (var (name, company) in new[] { ("B", "Zeta"), ("A", "Émile"), ("C", "delta") })
        {
            await Site.AddAsync(part => (part.ContactName, part.Company) = ($"{name} {marker}", company));
        }

        Assert.Equal(expected, await OrderAsync(marker, sort, descending: false));
        Assert.Equal(string.Join(' ', expected.Split(' ').Reverse()), await OrderAsync(marker, sort, descending: true));
    }

    [Fact]
    public async Task EqualNamesKeepOneOrderAcrossPages()
    {
        for (var index = 0; index < 12; index++)
        {
            await Site.AddAsync("Twin Equals");
        }

        var query = new CustomerQuery { Search = "twin equals", PageSize = 10 };
        var first = await PageAsync(query);
        var second = await PageAsync(query with { Position = new CustomerPosition.Numbered(2) });

        Assert.Equal((12, 10, 2), (first.Total, first.Customers.Count, second.Customers.Count));
        Assert.Equal(12, first.Customers.Concat(second.Customers).Select(customer => customer.ContentItemId).Distinct().Count());
    }

    [Fact]
    public async Task APageBeyondTheLastIsTheLast()
    {
        for (var index = 0; index < 11; index++)
        {
            await Site.AddAsync("Beyond Last");
        }

        var page = await PageAsync(new CustomerQuery { Search = "beyond last", PageSize = 10, Position = new CustomerPosition.Numbered(7) });

        Assert.Equal((2, 11, 1, false), (page.Number, page.Total, page.Customers.Count, page.HasNext));
    }

    [Theory]
    [InlineData(CustomerSort.ContactName)]
    [InlineData(CustomerSort.Company)]
    [InlineData(CustomerSort.Status)]
    [InlineData(CustomerSort.Created)]
    [InlineData(CustomerSort.Number)]
    public async Task WalkingFromPageToPageMeetsEverybodyOnceInBothDirections(CustomerSort sort)
    {
        var marker = "walker" + sort;

        for (var index = 0; index < 25; index++)
        {
            await Site.AddAsync(part => (part.ContactName, part.Company, part.Status) = ($"{marker} {index % 4}", $"Company {index % 3}", index % 5 == 0 ? CustomerStatus.Inactive : CustomerStatus.Active));
        }

        var query = new CustomerQuery { Search = marker, Sort = sort, Descending = sort == CustomerSort.Company, PageSize = 10 };
        var forwards = await WalkAsync(query, CustomerPosition.First, page => page.HasNext ? new CustomerPosition.After(page.Customers[^1].ContentItemId) : null);
        var backwards = await WalkAsync(query, CustomerPosition.Last, page => page.HasPrevious ? new CustomerPosition.Before(page.Customers[0].ContentItemId) : null);

        Assert.Equal(25, forwards.SelectMany(page => page).Distinct().Count());
        Assert.Equal(25, forwards.Sum(page => page.Count));
        Assert.Equal(forwards.SelectMany(page => page), backwards.AsEnumerable().Reverse().SelectMany(page => page));
    }

    [Fact]
    public async Task AListThatStandsAtADeletedCustomerBeginsAnew()
    {
        var id = await Site.AddAsync("Anchor gone");
        await Site.DeleteAsync(id);

        var page = await PageAsync(new CustomerQuery { Position = new CustomerPosition.After(id) });

        Assert.False(page.HasPrevious);
        Assert.Equal((await PageAsync(new CustomerQuery())).Customers.Select(customer => customer.ContentItemId), page.Customers.Select(customer => customer.ContentItemId));
    }

    [Fact]
    public async Task NamesakesAreOthersWithTheSameNameHoweverTyped()
    {
        var mine = await Site.AddAsync("Zoë Namesake");
        var other = await Site.AddAsync("  zoe   NAMESAKE ");
        await Site.AddAsync("Zoe Namesakes");

        var found = await Site.InScopeAsync(async services =>
            await services.GetRequiredService<CustomerLookup>().FindSimilarAsync("Zoë Namesake", email: null, phone: null, mine, 3, Anybody));

        Assert.Equal([other], found.Select(customer => customer.ContentItemId));
    }

    private Task<CustomerPage> PageAsync(CustomerQuery query) => PageAsync(Site, query);

    protected static Task<CustomerPage> PageAsync(TestSite site, CustomerQuery query)
        => site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, Anybody));

    [Fact]
    public async Task WhereNothingComesBeforeOrAfterTheListBeginsOrEnds()
    {
        foreach (var name in new[] { "edgeless 1", "edgeless 2", "edgeless 3" })
        {
            await Site.AddAsync(name);
        }

        var list = new CustomerQuery { Search = "edgeless", PageSize = 10 };
        var all = (await PageAsync(list)).Customers.Select(customer => customer.ContentItemId).ToList();

        foreach (var position in new CustomerPosition[] { new CustomerPosition.Before(all[0]), new CustomerPosition.After(all[2]) })
        {
            var page = await PageAsync(list with { Position = position });

            Assert.Equal(all, page.Customers.Select(customer => customer.ContentItemId));
            Assert.False(page.HasPrevious || page.HasNext);
        }
    }

    private async Task<List<string>> FindAsync(string term, params (string Name, string Value)[] filters)
    {
        var page = await PageAsync(new CustomerQuery { Search = term, PageSize = 100, Filters = filters.ToDictionary(filter => filter.Name, filter => filter.Value) });

        return [.. page.Customers.Select(customer => customer.ContentItemId)];
    }

    private async Task<string> OrderAsync(string marker, CustomerSort sort, bool descending)
    {
        var page = await PageAsync(new CustomerQuery { Search = marker, Sort = sort, Descending = descending });

        return string.Join(' ', page.Customers.Select(customer => customer.GetOrCreate<CustomerPart>().ContactName!.Split(' ')[0]));
    }

    private Task<List<List<string>>> WalkAsync(CustomerQuery query, CustomerPosition position, Func<CustomerPage, CustomerPosition?> next)
        => WalkAsync(Site, query, position, next);

    protected static async Task<List<List<string>>> WalkAsync(TestSite site, CustomerQuery query, CustomerPosition position, Func<CustomerPage, CustomerPosition?> next)
    {
        var pages = new List<List<string>>();

        for (var at = position; at is not null;)
        {
            var page = await PageAsync(site, query with { Position = at });
            pages.Add([.. page.Customers.Select(customer => customer.ContentItemId)]);
            at = next(page);
        }

        return pages;
    }
}

public sealed class SqliteCustomerFinderTests(SqliteSite site) : CustomerFinderTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerFinderTests(PostgresSite fixture) : CustomerFinderTests(fixture), IClassFixture<PostgresSite>
{
    /// <summary>PostgreSQL keeps dates as the clock of the connection's time zone shows them, and gives them back so.</summary>
    [Fact]
    public async Task DatesAreWalkedInAnyTimeZoneOfTheConnection()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Postgres);
        await site.InScopeAsync(async services =>
        {
            var connection = await services.GetRequiredService<ISession>().CreateConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"ALTER DATABASE {connection.Database} SET timezone TO 'Asia/Tokyo'";
            await command.ExecuteNonQueryAsync();
        });
        NpgsqlConnection.ClearAllPools();

        for (var index = 0; index < 12; index++)
        {
            await site.AddAsync($"Walker {index}");
        }

        var pages = await WalkAsync(
            site,
            new CustomerQuery { Sort = CustomerSort.Created, PageSize = 10 },
            CustomerPosition.First,
            page => page.HasNext ? new CustomerPosition.After(page.Customers[^1].ContentItemId) : null);

        Assert.Equal([10, 2], pages.Select(page => page.Count));
        Assert.Equal(12, pages.SelectMany(page => page).Distinct().Count());
    }
}
