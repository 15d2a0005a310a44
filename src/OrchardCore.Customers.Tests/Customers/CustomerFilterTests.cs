using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public abstract class CustomerFilterTests(CustomersSite fixture)
{
    private readonly string _marker = "F" + Guid.NewGuid().ToString("N")[..8];

    private TestSite Site => fixture.Site;

    [Theory]
    [Seed("E2", "E3", "E4", "E5", "E6")]
    [InlineData("id", "shop-A_1", "One")]
    [InlineData("id", "shop-", "One,Two")]
    [InlineData("id", "shop-A%", "")]
    [InlineData("firstname", "ÉL", "One,Two")]
    [InlineData("firstname", "odie", "")]
    [InlineData("lastname", "o'm", "Two")]
    [InlineData("company", "50%", "Two")]
    [InlineData("company", "5_", "")]
    [InlineData("site", "DE", "One")]
    [InlineData("site", "gone", "")]
    [InlineData("hold", "yes", "One")]
    [InlineData("hold", "no", "Two,Three")]
    [InlineData("account", "yes", "Three")]
    [InlineData("account", "no", "One,Two")]
    [InlineData("managedby", "nobody", "Two,Three")]
    [InlineData("managedby", "somebody", "One")]
    [InlineData("status", "Inactive", "Three")]
    [InlineData("created", "2000-01-01..", "One,Two,Three")]
    [InlineData("created", "..2000-01-01", "")]
    [InlineData("hold", "perhaps", "")]
    [InlineData("created", "yesterday", "")]
    public async Task AFilterShowsThoseThatItIsFor(string filter, string value, string found)
    {
        await AddThreeAsync();

        Assert.Equal(found.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), await FindAsync((filter, value)));
    }

    [Fact]
    public async Task FiltersCombineWithEachOtherAndWithTheSearch()
    {
        await AddThreeAsync();

        Assert.Equal(["One"], await FindAsync(("firstname", "el"), ("hold", "yes")));
        Assert.Empty(await FindAsync(("firstname", "el"), ("status", "Inactive")));
        Assert.Equal(["Two"], await FindAsync(_marker + " email:two@", ("firstname", "el")));
    }

    [Theory]
    [InlineData("email:ONE@shop", "One")]
    [InlineData("email:one_shop", "")]
    [InlineData("phone:5550", "Two")]
    [InlineData("phone:(555)", "Two")]
    [InlineData("name:odie", "One,Two")]
    [InlineData("name:acme", "")]
    [InlineData("company:\"acme inc\"", "One")]
    [InlineData("company:inc", "One,Two")]
    [InlineData("id:a_1", "One")]
    [InlineData("id: A_1", "One")]
    [InlineData("\"acme inc\"", "One")]
    [InlineData("\"inc acme\"", "")]
    [InlineData("name:odie company:acme", "One")]
    [InlineData("shoe:size", "")]
    [InlineData("email:", "One,Two,Three")]
    public async Task ATermBehindTheNameOfAFieldIsLookedForThere(string term, string found)
    {
        await AddThreeAsync();

        Assert.Equal(found.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), await FindAsync($"{_marker} {term}"));
    }

    [Fact]
    [Seed("E2")]
    public async Task ANumberIsFoundByItsBeginningHoweverItIsTyped()
    {
        await AddThreeAsync();
        var number = await Site.InScopeAsync(async services =>
            (await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = _marker + " one" }, new())).Customers.Single().GetOrCreate<CustomerPart>().Number!);

        Assert.Equal(["One"], await FindAsync(("number", number)));
        Assert.Equal(["One"], await FindAsync(("number", number.ToLowerInvariant())));
        Assert.Equal(["One"], await FindAsync($"{_marker} number:{number[2..].ToLower(CultureInfo.InvariantCulture)}"));
        Assert.Empty(await FindAsync(("number", number[2..])));
    }

    /// <summary>The site of the tests is in New Zealand: its days begin half a day before those of UTC.</summary>
    [Fact]
    public async Task DaysAreThoseOfTheSite()
    {
        await Site.InScopeAsync(async services =>
        {
            var filter = services.GetServices<ICustomerListFilter>().Single(filter => filter.Name == "created");
            var includes = (await filter.GetPredicateAsync("2024-07-10..2024-07-10"))!.Compile();

            // Half a day in winter, an hour more in summer.
            Assert.True(includes(new CustomerIndex { CreatedUtc = new DateTime(2024, 7, 9, 12, 0, 0, DateTimeKind.Utc) }));
            Assert.False(includes(new CustomerIndex { CreatedUtc = new DateTime(2024, 7, 9, 11, 59, 59, DateTimeKind.Utc) }));
            Assert.True(includes(new CustomerIndex { CreatedUtc = new DateTime(2024, 7, 10, 11, 59, 59, DateTimeKind.Utc) }));
            Assert.False(includes(new CustomerIndex { CreatedUtc = new DateTime(2024, 7, 10, 12, 0, 0, DateTimeKind.Utc) }));

            includes = (await filter.GetPredicateAsync("2024-01-10.."))!.Compile();
            Assert.True(includes(new CustomerIndex { CreatedUtc = new DateTime(2024, 1, 9, 11, 0, 0, DateTimeKind.Utc) }));
        });
    }

    [Fact]
    public async Task UsersAreOfferedAndNamedAsManagers()
    {
        var (id, name) = await Site.InScopeAsync(async services =>
        {
            var user = new User { UserName = "kim" + _marker, Email = _marker + "@example.com", IsEnabled = true };
            await services.GetRequiredService<IUserService>().CreateUserAsync(user, TestSite.Password, (key, error) => Assert.Fail($"{key}: {error}"));

            return (user.UserId, user.UserName);
        });
        await Site.AddAsync(part => (part.ContactName, part.ManagedBy) = (_marker + " Managed", id));
        using var admin = await SiteUser.AdminAsync(Site);

        var list = await admin.GetAsync($"/Admin/Customers?managedby={id}&columns=managedby,createdby");

        Assert.Contains("Managed by: " + name, string.Join(' ', list.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Matches($"data-label=\"Managed by\">\\s*<bdi>{name}</bdi>", list.Html);
        Assert.Contains("A user who is gone", (await admin.GetAsync("/Admin/Customers?managedby=4goneuser")).Text, StringComparison.Ordinal);
    }

    /// <summary>Where few match, the rows of a page are found before their documents are read: in the same order.</summary>
    [Fact]
    [Seed("E3", "E4")]
    public async Task FewWhoMatchAreShownPageByPageInEachOrder()
    {
        for (var number = 0; number < 12; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + number * 7 % 12)}{_marker}");
            var company = number % 2 == 0 ? name : null;
            await Site.AddAsync(part => (part.ContactName, part.FirstName, part.LastName, part.Company) = (name, _marker, name, company));
        }

        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var expected = sort switch
            {
                CustomerSort.ContactName or CustomerSort.LastName => "abcdefghijkl",
                CustomerSort.Company => "hjlbdfacegik",
                _ => "ahcjelgbidkf",
            };

            Assert.Equal(expected, await ReadTwoPagesAsync(sort, descending: false));
            Assert.Equal(string.Concat(expected.Reverse()), await ReadTwoPagesAsync(sort, descending: true));
        }
    }

    private async Task<string> ReadTwoPagesAsync(CustomerSort sort, bool descending)
    {
        var names = "";

        foreach (var number in new[] { 1, 2 })
        {
            var query = new CustomerQuery
            {
                Filters = new Dictionary<string, string> { ["firstname"] = _marker, ["status"] = "Active", ["account"] = "no" },
                Sort = sort,
                Descending = descending,
                PageSize = 10,
                Position = new CustomerPosition.Numbered(number),
            };
            var page = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, new()));

            Assert.Equal((12, number), (page.Total, page.Number));
            names += string.Concat(page.Customers.Select(customer => customer.DisplayText[..1]));
        }

        return names;
    }

    private async Task AddThreeAsync()
    {
        await Site.ChangeSettingsAsync(("Sites", "DE = Germany"));
        await Site.AddAsync(part =>
        {
            (part.ContactName, part.FirstName, part.Company, part.CustomId) = (_marker + " One", "Élodie", "Acme Inc", "shop-A_1" + _marker);
            (part.Email, part.PreferredSite, part.ManagedBy, part.Hold) = ($"one@shop.{_marker}.example", "DE", "somebody", new CustomerHold { Reason = "Payment" });
        });
        await Site.AddAsync(part =>
        {
            (part.ContactName, part.FirstName, part.LastName, part.Company, part.CustomId) = (_marker + " Two", "Elodie", "O’Malley", "50% Inc", "shop-Ax1" + _marker);
            (part.Email, part.Phone, part.Hold) = ($"two@shop.{_marker}.example", "(555) 0100", new CustomerHold { UntilUtc = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        });
        var three = await Site.AddAsync(part => (part.ContactName, part.Status, part.CustomId) = (_marker + " Three", CustomerStatus.Inactive, "x" + _marker));
        await Site.GiveAccountAsync(three, "account" + _marker);
    }

    private Task<string[]> FindAsync(params (string Name, string Value)[] filters) => FindAsync(_marker, filters);

    private Task<string[]> FindAsync(string search, params (string Name, string Value)[] filters) => Site.InScopeAsync(async services =>
    {
        var query = new CustomerQuery { Search = search, Filters = filters.ToDictionary(filter => filter.Name, filter => filter.Value) };
        var page = await services.GetRequiredService<ICustomerFinder>().FindAsync(query, new());

        return page.Customers.Select(customer => customer.DisplayText.Split(' ')[^1]).Order().ToArray();
    });
}

public sealed class SqliteCustomerFilterTests(SqliteSite fixture) : CustomerFilterTests(fixture), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerFilterTests(PostgresSite fixture) : CustomerFilterTests(fixture), IClassFixture<PostgresSite>;
