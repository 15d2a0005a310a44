using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>The page of one customer.</summary>
public abstract class CustomerPageTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("")]
    [InlineData("?tab=notes")]
    [InlineData("?tab=notes&pagenum=2")]
    [InlineData("?tab=history")]
    [InlineData("?tab=history&pagenum=3")]
    public async Task APageTakesTheSameStatementsHoweverMuchThereIs(string tab)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (little, much) = (await Site.AddAsync("Little Known"), await Site.AddAsync("Much Known"));
        await FillAsync(much);
        await CountAsync(little);

        Assert.Equal(await CountAsync(little), await CountAsync(much));

        async Task<int> CountAsync(string id)
        {
            var statements = await StatementLog.CollectAsync(Site, async _ => Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/Admin/Customers/{id}{tab}")).Status));

            return statements.Count;
        }
    }

    [Fact]
    public async Task TheHistoryIsReadTwentyAtATimeTheLatestFirst()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Long History");
        await FillAsync(id);

        var first = await admin.GetAsync($"/Admin/Customers/{id}?tab=history");
        var second = await admin.GetAsync($"/Admin/Customers/{id}?tab=history&pagenum=2");

        Assert.Equal(20, Count(first.Html, "history-entry"));
        Assert.Contains("Company 499", first.Text, StringComparison.Ordinal);
        Assert.Contains("Company 479", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Company 479", first.Text, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second.Html, StringComparison.Ordinal);
        Assert.Contains("There is nothing older.", (await admin.GetAsync($"/Admin/Customers/{id}?tab=history&pagenum=900")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHistorySpeaksAsTheFormDoes()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Spoken Of");
        await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Status", "Inactive"), ("CustomerPart.Gender", "Female"), ("CustomerPart.Company", "<b>شاي</b>"));

        var history = await admin.GetAsync($"/Admin/Customers/{id}?tab=history");

        Assert.Matches($"Changed\\s+{TestSite.Admin}", history.Text);
        Assert.Matches("Status\\s+Active\\s+Inactive", history.Text);
        Assert.Matches("Gender\\s+–\\s+not given\\s+Female|Gender\\s+Not said\\s+Female", history.Text);
        Assert.Contains("<bdi>&lt;b&gt;", history.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("V19", "E21")]
    public async Task WhoEditsAPartOfThePageComesBackToIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Edited There");
        const string List = "/Admin/Customers?search=edited";
        var page = await admin.GetAsync($"/Admin/Customers/{id}?returnUrl={Uri.EscapeDataString(List)}");
        var link = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page.Html, "href=\"([^\"]+back=customer[^\"]*)#customer-reach\"").Groups[1].Value);

        var saved = await admin.SubmitAsync(link, ("CustomerPart.Email", "edited@there.example"));

        Assert.StartsWith($"/Admin/Customers/{id}?", saved.Location, StringComparison.Ordinal);
        var back = await admin.GetAsync(saved.Location);
        Assert.Contains("edited@there.example", back.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{List}\"", WebUtility.HtmlDecode(back.Html), StringComparison.Ordinal);
        Assert.Contains("id=\"customer-reach\"", (await admin.GetAsync(link)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("V18", "V19", "S18", "S19", "S20", "E21")]
    public async Task ThePageSaysWhoItIsHowToReachHerAndWhatOneMayDo()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync(part =>
        {
            (part.ContactName, part.Company, part.Email, part.Phone) = ("Åse Overview", "Tékassi ehf", "ase@overview.example", "+354 555 0101");
            (part.Suffix, part.SecondPhone, part.Language, part.Currency) = ("Jr.", "+354 555 0102", "is", "ISK");
            part.Hold = new CustomerHold { Reason = "Unpaid" };
            part.Business = new CustomerBusiness { Name = "Tékassi", TaxNumber = "IS-99" };
        });

        var page = await admin.GetAsync($"/Admin/Customers/{id}");

        foreach (var text in new[] { "Åse Overview", "Active", "On hold", "until released", "Unpaid", "Tékassi ehf", "ase@overview.example", "+354 555 0101", "Jr.", "+354 555 0102", "ISK", "IS-99", "List Customers", "Edit Customer", "Delete", "Overview", "Notes", "History", "Recent changes" })
        {
            Assert.Contains(text, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"tel:+3545550102\"", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCouldNotBeComparedIsSaidToBeSo()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Vaguely Changed");
        await Site.InScopeAsync(services => services.GetRequiredService<ISession>().SaveAsync(
            new CustomerEvent { CustomerId = id, Utc = DateTime.UtcNow, Kind = CustomerEventKind.Changed, IsUnknown = true }, collection: CustomersConstants.Collection));

        Assert.Contains("What was stored before could not be read", (await admin.GetAsync($"/Admin/Customers/{id}?tab=history")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tab=notes&")]
    [InlineData("tab=history&")]
    public async Task NoTabLeadsToAnotherSite(string tab)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Never Astray");

        var page = await admin.GetAsync($"/Admin/Customers/{id}?{tab}returnUrl=https%3A%2F%2Fevil.example%2F");

        // Orchard's own frame keeps the whole address in links that lead back to this very page, encoded twice.
        Assert.DoesNotMatch("[=\"](https(:|%3A))?(//|%2F%2F)evil", page.Html);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>500 events and 500 notes, some of which are pinned.</summary>
    private Task FillAsync(string id) => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();

        for (var number = 0; number < 500; number++)
        {
            var utc = DateTime.UtcNow.AddMinutes(number + 1);
            await session.SaveAsync(new CustomerEvent { CustomerId = id, Utc = utc, Kind = CustomerEventKind.Changed, UserName = "kim", Changes = [new("CustomerPart.Company", null, $"Company {number:000}")] }, collection: CustomersConstants.Collection);
            await session.SaveAsync(new CustomerNote { CustomerId = id, CreatedUtc = utc, Text = $"Note {number:000}", IsPinned = number % 2 == 0 }, collection: CustomersConstants.Collection);
        }
    });
}

public sealed class SqliteCustomerPageTests(SqliteSite site) : CustomerPageTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerPageTests(PostgresSite site) : CustomerPageTests(site), IClassFixture<PostgresSite>;
