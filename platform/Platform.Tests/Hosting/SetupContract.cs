using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Tests.Features;
using Platform.Tests.Features.Things;
using Xunit;
using YesSql;

namespace Platform.Tests.Hosting;

/// <summary>How a site comes into being.</summary>
public sealed class SetupContract
{
    [Fact]
    public async Task TheFirstRequestSetsTheSiteUpAndLeadsToTheRoot()
    {
        await using var site = await StartAsync();
        using var client = site.NewClient();

        using var first = await client.GetAsync("/things?a=b");
        using var second = await client.GetAsync("/things?a=b");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/", first.Headers.Location.OriginalString);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task ASiteKeepsItsFilesInAppData()
    {
        await using var site = await StartAsync();
        using var client = site.NewClient();
        using var response = await client.GetAsync("/");

        var tenants = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(site.Root, "App_Data", "tenants.json")));
        var folder = Path.Combine(site.Root, "App_Data", "Sites", "Default");
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "appsettings.json")));

        Assert.Equal("Running", tenants["Default"]["State"].ToString());
        Assert.Equal("Sqlite", settings["DatabaseProvider"].ToString());
        Assert.Equal("OrchardCore.db", settings["DatabaseName"].ToString());
        Assert.True(File.Exists(Path.Combine(folder, "OrchardCore.db")));
    }

    [Fact]
    public async Task ASiteThatIsSetUpAnswersAtOnceAfterARestart()
    {
        await using var site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Things]);
        await site.RestartAsync();
        using var client = site.NewClient();

        Assert.Equal("Platform.Tests.Features: nobody", await client.GetStringAsync("/things"));
    }

    [Fact]
    public async Task OtherRequestsAreTurnedAwayDuringTheSetup()
    {
        await using var site = await StartAsync("""{ "name": "Things", "Pause": 1000 }""");
        using var client = site.NewClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async index =>
        {
            await Task.Delay(index * 50);

            return await client.GetAsync("/");
        }));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter.Delta));
        Assert.Equal("The requested tenant is currently initializing.", await refused[0].Content.ReadAsStringAsync());
    }

    /// <summary>What the recipe did before it failed stays in the database, so that a second attempt fails too.</summary>
    [Theory]
    [InlineData("""{ "name": "Things", "Error": "No." }""")]
    [InlineData("""{ "name": "Things", "Exception": "No." }""")]
    public async Task AFailingRecipeFailsTheSetup(string step)
    {
        await using var site = await StartAsync(step);
        using var client = site.NewClient();

        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var response = await client.GetAsync("/");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("The AutoSetup failed installing the site.", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task StepsAreCarriedOutInScopesOfTheirOwn()
    {
        await using var site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Things],
            """{ "name": "things", "Texts": [ "a", "b" ], "Child": "c" }""",
            """{ "name": "Nobody knows this step" }""",
            """{ "name": "THINGS", "Path": "test.recipe.json" }""");

        var texts = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ISession>().Query<Note>(collection: Note.Collection).ListAsync()).Select(note => note.Text).ToArray());

        Assert.Superset(new HashSet<string> { "a", "b", "c" }, texts.ToHashSet());
        Assert.Contains(texts, text => text.StartsWith('{') && text.Contains("\"Path\": \"test.recipe.json\""));
    }

    private static Task<TestSite> StartAsync(params string[] steps)
        => TestSite.StartEmptyAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Things], steps);
}
