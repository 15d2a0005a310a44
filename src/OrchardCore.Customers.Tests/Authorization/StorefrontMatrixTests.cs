using System.Net;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Tests.Accounts.Storefront;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>
/// Every route of the storefront is tried by everybody: whose pages they are, the log-in says, and what belongs to another
/// customer is as if it were not there.
/// </summary>
public abstract class StorefrontMatrixTests(TestSite site)
{
    private const string Theirs = "theirs";

    private readonly Findings _findings = new();

    /// <summary>Nothing of this changes anything, whoever tries.</summary>
    [Fact]
    [Seed("S1")]
    public async Task WhatIsAnothersIsAsIfItWereNotThereAndWhoIsNoCustomerIsTurnedAway()
    {
        var routes = await FindAsync();
        var other = await site.AddShopperAsync(Theirs);
        var codes = new Dictionary<AccountCodePurpose, string>();

        foreach (var purpose in Enum.GetValues<AccountCodePurpose>())
        {
            codes[purpose] = await other.CodeAsync(purpose);
        }

        foreach (var visitor in await Visitor.AllAsync(site, await site.AddShopperAsync("mine")))
        {
            var token = await visitor.User.TokenAsync();
            var before = await DatabaseContent.HashAsync(site);

            foreach (var route in routes)
            {
                await TryAsync(visitor, route, codes, token);
            }

            _findings.AddChanges(visitor.Name, before, await DatabaseContent.HashAsync(site));
            visitor.Dispose();
        }

        _findings.AssertNone();
    }

    [Fact]
    [Seed("S1")]
    public async Task ACustomerOpensEveryPageOfTheOwn()
    {
        var shopper = await site.AddShopperAsync("mine");
        using var user = await shopper.LogInAsync();

        foreach (var route in (await FindAsync()).Where(route => route.Method == "GET" && route.Name != "AccountLogIn.LogIn"))
        {
            var rule = StorefrontRules.All[route.Name];
            var page = await route.CallAsync(user, await ValuesAsync(shopper, rule), "");

            _findings.Expect(page.Status == HttpStatusCode.OK, "customer", route, "one's own", page);
        }

        _findings.AssertNone();
    }

    /// <summary>What stands at an address, or what a code is for, when it is one's own.</summary>
    internal static async Task<Dictionary<string, string>> ValuesAsync(Shopper shopper, StorefrontRule rule)
        => rule.HasAddress ? new() { ["addressId"] = "mine" }
            : rule.Code is { } purpose ? new() { ["code"] = await shopper.CodeAsync(purpose, purpose == AccountCodePurpose.Email ? StorefrontSiteExtensions.NewEmail() : null) }
            : [];

    private async Task<IEnumerable<ModuleRoute>> FindAsync() => (await ModuleRoute.FindAsync(site)).Where(route => StorefrontRules.All.ContainsKey(route.Name));

    /// <summary>Tries what this visitor has nothing to do with.</summary>
    private async Task TryAsync(Visitor visitor, ModuleRoute route, Dictionary<AccountCodePurpose, string> codes, string token)
    {
        var rule = StorefrontRules.All[route.Name];

        if (rule.Code is { } purpose)
        {
            string[] others = [.. codes.Where(code => code.Key != purpose).Select(code => code.Value), Altered(codes[purpose])];
            await CompareAsync(visitor, route, "code", StorefrontSubjects.NoCode, others, token);
        }
        else if (rule.IsForCustomers && !visitor.IsCustomer)
        {
            var values = new Dictionary<string, string> { ["addressId"] = Theirs };
            var page = await route.CallAsync(visitor.User, values, token);
            var isTurnedAway = visitor.IsLoggedIn ? page.Status == HttpStatusCode.Forbidden : page.Location.StartsWith("/account/login", StringComparison.Ordinal);
            _findings.Expect(isTurnedAway, visitor.Name, route, "what is for customers", page);
        }
        else if (rule.HasAddress)
        {
            await CompareAsync(visitor, route, "addressId", "nobodys", [Theirs], token);
        }
    }

    private async Task CompareAsync(Visitor visitor, ModuleRoute route, string name, string nothing, string[] others, string token)
    {
        var missing = await route.CallAsync(visitor.User, new Dictionary<string, string> { [name] = nothing }, token);
        _findings.Expect(missing.Status == HttpStatusCode.NotFound, visitor.Name, route, "what is missing", missing);

        foreach (var value in others)
        {
            var page = await route.CallAsync(visitor.User, new Dictionary<string, string> { [name] = value }, token);
            _findings.ExpectSame(visitor.Name, route, "another's", page, missing, nothing, value);
        }
    }

    private static string Altered(string code) => (code[0] == 'A' ? 'B' : 'A') + code[1..];
}

public sealed class SqliteStorefrontMatrixTests(SqliteStorefront fixture) : StorefrontMatrixTests(fixture.Site), IClassFixture<SqliteStorefront>;

public sealed class PostgresStorefrontMatrixTests(PostgresStorefront fixture) : StorefrontMatrixTests(fixture.Site), IClassFixture<PostgresStorefront>;
