using System.Net;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Api;

/// <summary>What holds of every endpoint of the API, of those to come as well: they are found as the site maps them.</summary>
public sealed class ApiAccessTests(SqliteApi fixture) : IClassFixture<SqliteApi>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task WithoutATokenTheAnswerIs401()
    {
        using var client = Site.NewClient();

        foreach (var path in await PathsAsync())
        {
            AssertProblem(HttpStatusCode.Unauthorized, await client.AskAsync(path, token: null), path);
            AssertProblem(HttpStatusCode.Unauthorized, await client.AskAsync(path, "nobody"), path);
        }
    }

    [Fact]
    public async Task WithoutThePermissionTheAnswerIs403()
    {
        // Who may do everything in the admin may still not use the API.
        var user = await SiteUser.CreateAsync(Site, CustomersSite.Backstage, CustomersConstants.Roles.CustomerManager);

        foreach (var path in await PathsAsync())
        {
            AssertProblem(HttpStatusCode.Forbidden, await Site.AskAsync(path, user), path);
        }
    }

    /// <summary>So no other site can ask in the name of somebody who is logged in.</summary>
    [Fact]
    public async Task TheCookieOfAnAdministratorCountsForNothing()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/Admin/Customers")).Status);

        foreach (var path in await PathsAsync())
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task TheApiIsThereOnlyWithItsFeature()
    {
        await using var site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [CustomersConstants.Features.Companies], [], UserTokens.Add);

        Assert.DoesNotContain(await ModuleRoute.FindAsync(site), IsOfTheApi);
    }

    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        var paths = (await ModuleRoute.FindAsync(Site)).Where(IsOfTheApi).Select(route => route.PathWith(route.Pattern.Parameters.ToDictionary(parameter => parameter.Name, _ => "4nobody"))).ToList();
        Assert.NotEmpty(paths);

        return paths;
    }

    private static bool IsOfTheApi(ModuleRoute route) => route.Pattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    private static void AssertProblem(HttpStatusCode status, ApiAnswer answer, string path)
    {
        Assert.True(answer.Status == status, $"{path}: {answer.Status}");
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), answer["status"]);
    }
}
