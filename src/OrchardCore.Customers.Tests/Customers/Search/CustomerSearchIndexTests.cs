using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers.Search;

/// <summary>What the list finds by the index is what it finds by reading all customers: the same ones, in the same order, and as many.</summary>
public abstract class CustomerSearchIndexTests(ManyCustomersSite fixture)
{
    private const int Terms = 150;
    private const int MaxStatements = 3;
    private const int Seed = 20261130;

    private static readonly ClaimsPrincipal Anybody = new();

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("O2", "O4")]
    public async Task WhateverIsTypedFindsWhatReadingAllFinds()
    {
        var random = new Random(Seed);
        var words = await Site.InScopeAsync(async services => (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().ListAsync()).Select(index => index.Words).ToArray());
        string[] common = ["example", "ann", "schneider", "c-0", "@example.", "mar", "ann schneider", "anna schneider", "4930", "zof", "example zofia", "martin"];
        var (found, beyond, few) = (0, 0, 0);

        foreach (var term in common.Append("nul\0l").Concat(ManyCustomersSite.Odd).Concat(Enumerable.Range(0, Terms).Select(_ => Term(random, words))))
        {
            var expected = await ExpectedAsync(term);
            var query = new CustomerQuery { Search = term, Sort = Pick(random, Enum.GetValues<CustomerSort>()), Descending = random.Next(2) == 0, PageSize = Pick(random, [10, 20, 50]) };
            expected = Sorted(expected, query);
            var pages = Math.Min(CustomerPosition.MaxNumberedRows / query.PageSize, query.Pages(expected.Count));

            foreach (var number in new[] { 1, random.Next(1, pages + 1) }.Distinct())
            {
                var page = await FindAsync(query with { Position = new CustomerPosition.Numbered(number) });
                var total = expected.Count > CustomerPosition.MaxNumberedRows ? (int?)null : expected.Count;

                Assert.True(total == page.Total, $"{term} by {query.Sort}: {expected.Count} match, the page says {page.Total}");
                Assert.True(
                    expected.Skip((number - 1) * query.PageSize).Take(query.PageSize).Select(row => row.DocumentId).SequenceEqual(page.Customers.Select(customer => customer.Id)),
                    $"{term} by {query.Sort}, descending {query.Descending}, page {number} of {query.PageSize}");
            }

            await AssertPagesBeyondAsync(query, expected, random);
            found += expected.Count > 0 ? 1 : 0;
            beyond += expected.Count > CustomerPosition.MaxNumberedRows ? 1 : 0;
            few += expected.Count is > 0 and <= 5_000 ? 1 : 0;
        }

        // The terms are no good if they tell nothing.
        Assert.True(found > Terms / 2 && beyond >= 3 && few > Terms / 3, $"{found} found, {beyond} of many, {few} of few");
    }

    [Theory]
    [InlineData("schneider", "status", "Inactive")]
    [InlineData("example", "status", "Inactive")]
    [InlineData("example", "status", "Active")]
    [InlineData("quastenflosser", "status", "Active")]
    [InlineData("example", "managedby", "user3")]
    [InlineData("ann", "account", "yes")]
    [InlineData("company:schneider", "account", "no")]
    [InlineData("example", "created", "2023-01-03..2023-01-03")]
    [InlineData("example", "number", "C-00123")]
    public async Task FiltersNarrowWhatIsFound(string term, string filter, string value)
    {
        var narrowed = await Site.InScopeAsync(services => services.GetServices<ICustomerListFilter>().Single(other => other.Name == filter).GetPredicateAsync(value));
        var expected = await ExpectedAsync(term, narrowed!);

        foreach (var sort in new[] { CustomerSort.ContactName, CustomerSort.Created })
        {
            var query = new CustomerQuery { Search = term, Sort = sort, Descending = true, Filters = new Dictionary<string, string> { [filter] = value } };
            var page = await FindAsync(query);

            Assert.Equal(expected.Count > CustomerPosition.MaxNumberedRows ? null : expected.Count, page.Total);
            Assert.Equal(Sorted(expected, query).Take(query.PageSize).Select(row => row.DocumentId), page.Customers.Select(customer => customer.Id));
        }
    }

    [Theory]
    [InlineData("example")]
    [InlineData("schneider")]
    [InlineData("quastenflosser")]
    [InlineData("nobody at all")]
    [InlineData("company:schneider")]
    [InlineData("an schneider")]
    public async Task APageIsAtMostThreeStatements(string term)
    {
        foreach (var filters in new[] { new Dictionary<string, string>(), new() { ["status"] = "Active" }, new() { ["managedby"] = "user3" } })
        {
            foreach (var position in new[] { CustomerPosition.First, new CustomerPosition.Numbered(3), CustomerPosition.Last })
            {
                var query = new CustomerQuery { Search = term, Filters = filters, Position = position };
                var statements = await StatementLog.CollectAsync(Site, services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, Anybody));

                Assert.InRange(statements.Count, 1, MaxStatements);
                Assert.Contains(statements, statement => !Site.IsSqlite() || statement.Contains("CustomerSearch", StringComparison.Ordinal));
            }
        }
    }

    private async Task AssertPagesBeyondAsync(CustomerQuery query, IReadOnlyList<CustomerIndex> expected, Random random)
    {
        if (expected.Count == 0)
        {
            Assert.Empty((await FindAsync(query with { Position = CustomerPosition.Last })).Customers);
            return;
        }

        var last = await FindAsync(query with { Position = CustomerPosition.Last });
        Assert.Equal(expected.TakeLast(query.PageSize).Select(row => row.DocumentId), last.Customers.Select(customer => customer.Id));

        var at = random.Next(expected.Count);
        var next = await FindAsync(query with { Position = new CustomerPosition.After(expected[at].ContentItemId) });
        var rest = expected.Skip(at + 1).Take(query.PageSize).ToList();
        Assert.Equal((rest.Count > 0 ? rest : expected.TakeLast(query.PageSize)).Select(row => row.DocumentId), next.Customers.Select(customer => customer.Id));
    }

    private Task<CustomerPage> FindAsync(CustomerQuery query)
        => Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(query, Anybody));

    /// <summary>By the conditions of the search alone, as they were before there was an index.</summary>
    private Task<List<CustomerIndex>> ExpectedAsync(string term, System.Linq.Expressions.Expression<Func<CustomerIndex, bool>>? narrowed = null) => Site.InScopeAsync(async services =>
    {
        var query = services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>();

        foreach (var condition in CustomerSearch.ToPredicates(term).Concat(narrowed is null ? [] : [narrowed]))
        {
            query = query.Where(condition);
        }

        return (await query.ListAsync()).ToList();
    });

    private static List<CustomerIndex> Sorted(List<CustomerIndex> rows, CustomerQuery query)
    {
        var comparer = Comparer<object>.Create((one, other) => one is string text ? CodeOrderOf(text, (string)other) : Comparer<object>.Default.Compare(one, other));
        var sorted = rows.OrderBy(row => query.Sort.ValueOf(row), comparer).ThenBy(row => row.DocumentId).ToList();

        if (query.Descending)
        {
            sorted.Reverse();
        }

        return sorted;
    }

    /// <summary>As databases compare bytes, not as .NET compares halves of characters.</summary>
    private static int CodeOrderOf(string one, string other)
        => System.Text.Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(other));

    /// <summary>A part of what somebody's words are, so that it is found, or of nobody's; sometimes two, a phrase, or behind a field.</summary>
    private static string Term(Random random, string[] words)
    {
        var one = Part(random, Pick(random, words));

        return random.Next(10) switch
        {
            0 => $"{one} {Part(random, Pick(random, words))}",
            1 => $"{one} {Pick(random, ["a", "an", "s", "12"])}",
            2 => $"\"{one}\"",
            3 => $"{Pick(random, ["name", "email", "company", "phone", "number", "id"])}:{one}",
            4 => new string([.. one.Reverse()]),
            5 => one + "x",
            6 => one.ToUpperInvariant(),
            _ => one,
        };
    }

    private static string Part(Random random, string words)
    {
        var length = Math.Min(random.Next(2, 13), words.Length);

        return words.Substring(random.Next(words.Length - length + 1), length);
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}

/// <summary>A site with more customers than are counted, so that there are terms for each way of reading a page.</summary>
public abstract class ManyCustomersSite(TestSiteDatabase database) : IAsyncLifetime
{
    private const int Customers = 12_000;

    /// <summary>What people are called, what is no letter, and what SQL, LIKE and the index's own language would understand.</summary>
    internal static readonly string[] Odd =
    [
        "O'Brien", "\"Bo\" AND NOT", "100% Wool", "under_score", "C:\\Fabrik", "[a-z]*", "Müller", "Łukasz", "Straße", "李明華", "محمد", "प्रिया", "NEAR(x y)",
        "words:ann", "^start", "a-b+c", "(paren", "'; drop table CustomerIndex; --", "😀😀😀", "İstanbul", "ΑΣΣΟΣ", "Ǆabc", "ﬁnch",
    ];

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await CustomersSite.StartAsync(database);
        await CustomerLoader.LoadAsync(Site, Customers, Complete);

        // What the database does by itself some time after a load.
        await Site.ExecuteAsync("analyze");
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static void Complete(CustomerPart part, int row)
    {
        part.CustomId = string.Create(CultureInfo.InvariantCulture, $"id_{row % 1000}-{row}");
        part.ManagedBy = row % 7 == 0 ? string.Create(CultureInfo.InvariantCulture, $"user{row % 5}") : null;
        part.AccountId = row % 5 == 0 ? string.Create(CultureInfo.InvariantCulture, $"account{row}") : null;

        if (row % 97 == 0)
        {
            part.ContactName = Odd[row / 97 % Odd.Length];
            part.Company = Odd[row / 97 / 3 % Odd.Length] + " & Co";
        }
    }
}

public sealed class SqliteManyCustomers() : ManyCustomersSite(TestSiteDatabase.Sqlite);

public sealed class PostgresManyCustomers() : ManyCustomersSite(TestSiteDatabase.Postgres);

public sealed class SqliteCustomerSearchIndexTests(SqliteManyCustomers site) : CustomerSearchIndexTests(site), IClassFixture<SqliteManyCustomers>;

public sealed class PostgresCustomerSearchIndexTests(PostgresManyCustomers site) : CustomerSearchIndexTests(site), IClassFixture<PostgresManyCustomers>;
