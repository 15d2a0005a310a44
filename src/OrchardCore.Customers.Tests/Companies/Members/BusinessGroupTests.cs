using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>Who buys for a business is in a group, where the site says so, whichever way it comes.</summary>
public sealed class BusinessGroupTests(BusinessGroupSite fixture) : IClassFixture<BusinessGroupSite>
{
    private const string Missing = "A business user needs a group. Choose one.";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E13")]
    public async Task ByTheForm()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        (string, string)[] fields = [("CustomerPart.ContactName", "By form"), ("CustomerPart.IsBusiness", "true")];

        Assert.Contains(Missing, (await admin.SubmitAsync("/Admin/Customers/Create", fields)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("by form"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync("/Admin/Customers/Create", [.. fields, ("CustomerPart.Groups", fixture.Group)])).Status);
        Assert.Equal(1, await CountAsync("by form"));
    }

    [Fact]
    [Seed("E13")]
    public async Task ByOurRecipeStep()
    {
        static string Step(string groups) => $$"""{ "name": "Customers", "Customers": [ { "ContactName": "By step", "Business": { "Name": "By step Ltd" }{{groups}} } ] }""";

        Assert.Equal(["Customer 1: " + Missing], await Site.RunAsync(Step("")));
        Assert.Equal(0, await CountAsync("by step"));
        Assert.Empty(await Site.RunAsync(Step(""", "Groups": [ "b2b" ]""")));
        Assert.Equal(1, await CountAsync("by step"));
    }

    [Fact]
    [Seed("E13")]
    public async Task ByOrchardsContentStep()
    {
        var steps = await Site.InScopeAsync(services => Task.FromResult(services.GetServices<IRecipeStepHandler>().Select(step => step.GetType().Name)));
        Assert.SkipUnless(steps.Contains("ContentStep"), "This host has no content step of its own.");

        Assert.Contains(await RunContentAsync(groups: ""), error => error.Contains(Missing, StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync("by content"));
        Assert.Empty(await RunContentAsync($"\"{fixture.Group}\""));
        Assert.Equal(1, await CountAsync("by content"));
    }

    [Fact]
    [Seed("E13")]
    public async Task ByOrchardsContentApi()
    {
        using var client = Site.NewClient();
        using var nothing = await PostAsync(client, new { ContentType = "Nothing" });
        Assert.SkipWhen(nothing.StatusCode == HttpStatusCode.NotFound, "This host has no content API of its own.");

        using var without = await PostAsync(client, Customer([]));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains(Missing, await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("by api"));

        using var with = await PostAsync(client, Customer([fixture.Group]));
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(1, await CountAsync("by api"));

        static object Customer(string[] groups) => new { ContentType = "Customer", CustomerPart = new { ContactName = "By api", Business = new { Name = "By api Ltd" }, Groups = groups } };
    }

    /// <summary>As the content API does, on a host without it.</summary>
    [Fact]
    [Seed("E13")]
    public Task ByTheContentManager() => Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<IContentManager>();
        var customer = await manager.NewAsync(CustomersConstants.ContentTypes.Customer);
        customer.Alter<CustomerPart>(part => (part.ContactName, part.Business) = ("By manager", new CustomerBusiness { Name = "By manager Ltd" }));

        Assert.Contains((await manager.ValidateAsync(customer)).Errors, error => error.ErrorMessage == Missing);

        customer.Alter<CustomerPart>(part => part.Groups = [fixture.Group]);
        Assert.True((await manager.ValidateAsync(customer)).Succeeded);
    });

    private Task<IReadOnlyList<string>> RunContentAsync(string groups) => Site.RunAsync($$"""
        { "name": "Content", "data": [ { "ContentItemId": "{{Guid.NewGuid().ToString("N")[..26]}}", "ContentType": "Customer", "Latest": true, "Published": true,
          "CustomerPart": { "ContactName": "By content", "Business": { "Name": "By content Ltd" }, "Groups": [ {{groups}} ] } } ] }
        """);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, object item)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/content") { Content = JsonContent.Create(item, item.GetType(), options: new()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestSite.Admin);

        return await client.SendAsync(request);
    }

    private Task<int> CountAsync(string term) => Site.InScopeAsync(async services =>
        (await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = term }, new())).Customers.Count);
}

/// <summary>A site with one customer group, where business users need one; tokens are the names of users.</summary>
public sealed class BusinessGroupSite : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>The id of the group.</summary>
    public string Group { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, ["""{ "name": "Customers", "Groups": [ { "Code": "b2b", "Name": "Business" } ] }"""], UserTokens.Add);
        Group = await _site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerGroupManager>().ListAsync())[0].ContentItemId);
        await _site.ChangeSettingsAsync(("BusinessNeedsGroup", "true"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}
