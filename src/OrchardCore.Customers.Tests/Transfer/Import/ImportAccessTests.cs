using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>Who may import, and whose imports one sees.</summary>
public sealed class ImportAccessTests(SqliteImportSite fixture) : IClassFixture<SqliteImportSite>
{
    private const string Importer = "Importer";

    /// <summary>Imports, and sees only customers of its own.</summary>
    private const string Guest = "GuestImporter";

    private static readonly string Roles = $$"""
        { "name": "Roles", "Roles": [ { "Name": "{{Importer}}", "Permissions": [ "AccessAdminPanel", "EditCustomers", "ViewAllCustomers", "ImportCustomers" ] }, { "Name": "{{Guest}}", "Permissions": [ "AccessAdminPanel", "EditCustomers", "ImportCustomers" ] } ] }
        """;

    private TestSite Site => fixture.Site;

    public static TheoryData<string> Pages => ["", "/Upload", "/Template", "/Columns", "/{id}", "/{id}/Plan", "/{id}/Failed", "/{id}/Undo"];

    public static TheoryData<string> Posts => ["/Upload", "/{id}/Plan", "/{id}/Start", "/{id}/Pause", "/{id}/Resume", "/{id}/Cancel", "/{id}/Undo"];

    [Theory, MemberData(nameof(Pages))]
    public async Task VisitorsAreAskedToLogIn(string page)
    {
        using var visitor = SiteUser.Anonymous(Site);
        var answer = await visitor.GetAsync(ImportPages.List + page.Replace("{id}", new string('0', 32), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/Login", answer.Location, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The one may not import, the other may not even see customers.</summary>
    [Theory, MemberData(nameof(Pages))]
    public async Task WhoMayNotImportGets403(string page)
    {
        foreach (var role in new[] { CustomersConstants.Roles.CustomerService, CustomersSite.Backstage })
        {
            using var user = await SiteUser.WithRolesAsync(Site, role);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(ImportPages.List + page.Replace("{id}", new string('0', 32), StringComparison.Ordinal))).Status);
        }
    }

    [Theory, MemberData(nameof(Posts))]
    public async Task WhoMayNotImportChangesNothing(string page)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        using var user = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        var run = await admin.OpenAsync("Contact Name\nAnn\n");
        var token = (await user.GetAsync("/Admin/Customers/Create")).Token;

        Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync(Path(run, page), token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(run + "/Plan")).Status);
    }

    [Theory, MemberData(nameof(Posts))]
    public async Task AChangeWithoutATokenIsRefused(string page)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Contact Name\nAnn\n");

        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync(Path(run, page), ("Do", "import"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostFileAsync(ImportPages.Upload, "Files", Encoding.UTF8.GetBytes("Contact Name\nAnn\n"), "a.csv")).Status);
    }

    [Fact]
    public async Task AnotherUsersImportIsNotThere()
    {
        Assert.Empty(await Site.RunAsync(Roles));
        using var admin = await SiteUser.AdminAsync(Site);
        using var other = await SiteUser.WithRolesAsync(Site, Importer);
        var run = await admin.OpenAsync("Contact Name\nAnn\n", "private.csv");
        var token = (await other.GetAsync(ImportPages.Upload)).Token;

        foreach (var page in new[] { "", "/Plan", "/Failed", "/Undo" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await other.GetAsync(run + page)).Status));
        }

        foreach (var page in new[] { "/Plan", "/Start", "/Pause", "/Resume", "/Cancel" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await other.PostAsync(run + page, token)).Status));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync(run + "/Undo", token)).Status);
        Assert.DoesNotContain("private.csv", (await other.GetAsync(ImportPages.List)).Text, StringComparison.Ordinal);

        var own = await other.OpenAsync("Contact Name,Company\nAnn,Owned\n", "own.csv");
        Assert.Contains("own.csv", (await other.GetAsync(ImportPages.List)).Text, StringComparison.Ordinal);
        var done = await other.RunAsync(own, ImportPlanForm.Import);
        Assert.Contains("Created 1", done.Counts());
        Assert.DoesNotContain("/Undo", done.Html, StringComparison.Ordinal);

        // Who manages the settings of customers sees everybody's.
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(own)).Status);
        Assert.Contains("own.csv", (await manager.GetAsync(ImportPages.List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoRunIsNotFound()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{ImportPages.List}/{new string('0', 32)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{ImportPages.List}/{new string('0', 32)}/Plan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(ImportPages.List + "/17")).Status);
    }

    [Fact]
    public async Task TheMenusLeadThereForThoseWhoMayImport()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);

        Assert.Contains($"href=\"{ImportPages.List}\"", (await manager.GetAsync("/Admin")).Html, StringComparison.Ordinal);
        Assert.Contains(ImportPages.Upload, (await manager.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(ImportPages.List, (await service.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);
    }

    /// <summary>Its form does not offer it; whoever posts it all the same gets no further.</summary>
    [Fact]
    public async Task AColumnThatTheUserMayNotImportIsNotImported()
    {
        Assert.Empty(await Site.RunAsync(Roles));
        using var user = await SiteUser.WithRolesAsync(Site, Importer);
        var run = await user.OpenAsync("Contact Name,Managed By\nAnn,admin\n");
        var plan = await user.GetAsync(run + "/Plan");
        Assert.DoesNotContain("value=\"Managed By\"", plan.Html, StringComparison.Ordinal);

        var refused = await user.RunAsync(run, ImportPlanForm.Import, ["Contact Name", "Managed By"]);
        Assert.Contains("the user who asked for it may not import them", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Created 0", refused.Counts());
    }

    /// <summary>Rules ask the user of the request what may be done, and work in the background has one request for all.</summary>
    [Fact]
    public async Task ImportsThatGoOnOneAfterAnotherHaveEachTheRightsOfItsUser()
    {
        Assert.Empty(await Site.RunAsync(Roles));
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Number) = ("Hidden", "hidden@turns.example", "HIDDEN-1"));
        var guest = await SiteUser.CreateAsync(Site, Guest);
        var ids = new List<string>();

        foreach (var user in new[] { TestSite.Admin, guest, TestSite.Admin })
        {
            ids.Add(await Site.PlanAsync($"Contact Name,Email,Company\nBy {user},,Turns\nTaken,hidden@turns.example,Turns\n", user: user));
            Assert.True((await Site.BeginAsync(ids[^1], ImportPhase.Import, user)).Succeeded);
        }

        var left = await Site.InScopeAsync(async services =>
        {
            var accessor = services.GetRequiredService<IHttpContextAccessor>();
            accessor.HttpContext = new DefaultHttpContext { RequestServices = services };
            await services.GetServices<IBackgroundTask>().OfType<JobTask>().Single().DoWorkAsync(services, CancellationToken.None);

            return accessor.HttpContext.User;
        });

        Assert.NotEqual(true, left.Identity?.IsAuthenticated);
        var guestId = (await Site.PrincipalAsync(guest)).FindFirst(ClaimTypes.NameIdentifier)!.Value;
        Assert.Equal([null, null, guestId], (await Site.FindAllAsync("Turns")).Select(customer => customer.Part().ManagedBy).Order(StringComparer.Ordinal));
        Assert.Equal(["2 Email: Customer HIDDEN-1 already has this e-mail address."], await Site.ProblemsAsync(ids[0]));
        Assert.Equal(["2 Email: Another customer already has this e-mail address."], await Site.ProblemsAsync(ids[1]));
    }

    [Theory]
    [InlineData("MaxFileMegabytes", "0", "A number from 1 to 10,000.")]
    [InlineData("MaxRows", "50000001", "A number from 1 to 50,000,000.")]
    [InlineData("JournalDays", "366", "A number from 1 to 365.")]
    [InlineData("ExportDays", "0", "A number from 1 to 365.")]
    public async Task TheSettingsHaveBounds(string field, string value, string error)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var refused = await admin.SubmitAsync("/Admin/Settings/customers-transfer", ($"ISite.TransferSettings.{field}", value));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(error, refused.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync("/Admin/Settings/customers-transfer", ($"ISite.TransferSettings.{field}", "30"))).Status);
    }

    private static string Path(string run, string page) => page.StartsWith("/{id}", StringComparison.Ordinal) ? run + page["/{id}".Length..] : ImportPages.List + page;
}
