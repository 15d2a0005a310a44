using System.Reflection;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>What the feature makes of a site that had customers before, and what it asks of the database.</summary>
public sealed class SitesTenantTests
{
    private const string Settings = """
        { "name": "settings", "CustomerSettings": { "Sites": [ { "Code": "DE", "Name": "Germany" }, { "Code": "IS", "Name": "Ísland" } ] } }
        """;

    private const string Customers = """
        { "name": "Customers", "Customers": [ { "ContactName": "Older of Germany", "PreferredSite": "DE" }, { "ContactName": "Older of Iceland", "PreferredSite": "IS" } ] }
        """;

    private const string Enable = $$"""{ "name": "feature", "enable": [ "{{CustomersConstants.Features.Sites}}" ] }""";

    [Fact]
    [Seed("E10")]
    public async Task WhatTheCustomerSettingsNamedAreSitesFromThenOnAndLimitsHoldForOlderCustomers()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, CustomersSite.Roles, Settings, Customers, Enable);

        var sites = await site.SitesAsync(manager => manager.FindAllAsync());
        Assert.Equal(["DE Germany True ", "IS Ísland True "], sites.Select(one => $"{one.Code} {one.Name} {one.IsActive} {one.StorefrontUrl}"));

        using var admin = await SiteUser.AdminAsync(site);
        Assert.Contains("No address yet", (await admin.GetAsync("/Admin/Customers/Sites")).Text, StringComparison.Ordinal);

        var name = await SiteUser.CreateAsync(site, CustomersConstants.Roles.CustomerService);
        await site.LimitAsync(name, "IS");
        var user = await site.PrincipalAsync(name);
        var page = await site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery(), user));
        Assert.Equal(["Older of Iceland"], page.Customers.Select(customer => customer.DisplayText));
    }

    /// <summary>Asking what a user is limited to takes one statement more, however many customers and sites there are; theirs are found by an index.</summary>
    [Fact]
    [Seed("T3")]
    public async Task APageOfALimitedUserTakesAtMostFourStatements()
    {
        await using var site = await SitesSite.StartAsync(TestSiteDatabase.Sqlite, CustomersSite.Roles, SitesSite.Sites);
        await site.AddManyAsync(25, (part, index) => (part.ContactName, part.PreferredSite) = ($"Counted {index}", index % 2 == 0 ? "DE" : "UK"));

        foreach (var codes in new string[][] { ["DE"], ["DE", "UK"] })
        {
            var name = await SiteUser.CreateAsync(site, CustomersConstants.Roles.CustomerService);
            await site.LimitAsync(name, codes);
            var user = await site.PrincipalAsync(name);

            foreach (var sort in Enum.GetValues<CustomerSort>())
            {
                var statements = await StatementLog.CollectAsync(site, services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Sort = sort, PageSize = 10 }, user));
                Assert.InRange(statements.Count, 1, 4);

                foreach (var statement in statements.Where(statement => statement.Contains(nameof(CustomerIndex), StringComparison.Ordinal)))
                {
                    Assert.Contains(await ExplainAsync(site, statement), step => step.Contains("IDX_CustomerSiteIndex_Site", StringComparison.Ordinal));
                }
            }
        }
    }

    /// <summary>A statement of the log has its parameters left open; NULL for each leaves the plan as it is.</summary>
    private static Task<string[]> ExplainAsync(TestSite site, string statement) => site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

        return (await connection.QueryAsync("explain query plan " + statement)).Select(row => (string)row.detail).ToArray();
    });

    /// <summary>YesSql writes what it finds columns for, and says nothing of the rest.</summary>
    [Fact]
    public async Task EveryPropertyOfTheIndexHasAColumn()
    {
        await using var site = await SitesSite.StartAsync(TestSiteDatabase.Sqlite);
        var columns = await site.InScopeAsync(async services =>
        {
            await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();

            return (await connection.QueryAsync<string>($"select name from pragma_table_info('{CustomersConstants.Collection}_{nameof(UserSitesIndex)}')")).ToArray();
        });

        var properties = typeof(UserSitesIndex).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => property.Name);
        Assert.Equal(properties.Append("Id").Append("DocumentId").Distinct().Order(), columns.Order());
    }
}
