using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>
/// A customer is a content item, and Orchard shows content to everybody: none of its general routes may show or change a
/// customer without our permission. (The platform has none of these routes; what counts is the run on real Orchard.)
/// </summary>
public sealed class CustomerPrivacyTests(CustomerPrivacyTests.ContentSite fixture) : IClassFixture<CustomerPrivacyTests.ContentSite>
{
    private const string Name = "Secretive Person";
    private const string Email = "secretive@example.com";

    private static readonly string[] Readers = ["", "Customer", "Content editor"];

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task NobodyReadsACustomerThroughOrchardsContentRoutes()
    {
        var id = await SecretAsync();

        foreach (var role in Readers)
        {
            using var reader = await ReaderAsync(role);

            foreach (var path in new[]
            {
                $"/Contents/ContentItems/{id}",
                $"/Admin/Contents/ContentItems/{id}/Edit",
                $"/Admin/Contents/ContentItems/{id}/Display",
                "/Admin/Contents/ContentItems",
                "/Admin/Contents/ContentItems/Customer",
                "/Admin/Contents/ContentTypes/Customer/Create",
                $"/api/content/{id}",
                "/api/graphql?query=" + Uri.EscapeDataString("{ customer { displayText contentItemId author } }"),
                "/api/graphql?query=" + Uri.EscapeDataString($"{{ contentItem(contentItemId: \"{id}\") {{ displayText contentType }} }}"),
            })
            {
                var page = await reader.GetAsync(path);

                Assert.False(Shows(page), $"{(role.Length == 0 ? "A visitor" : role)} reads a customer at {path}: {page.Html}");
            }
        }
    }

    [Fact]
    public async Task NobodyChangesACustomerThroughOrchardsContentRoutes()
    {
        var id = await SecretAsync();

        foreach (var role in Readers)
        {
            using var reader = await ReaderAsync(role);
            var token = (await reader.GetAsync("/Login")).Fields.Concat((await reader.GetAsync("/Admin")).Fields).LastOrDefault(field => field.Name == "__RequestVerificationToken");

            foreach (var path in new[]
            {
                $"/Admin/Contents/ContentItems/{id}/Edit",
                $"/Admin/Contents/ContentItems/{id}/Remove",
                $"/Admin/Contents/ContentItems/{id}/Unpublish",
                $"/Admin/Contents/ContentItems/{id}/Clone",
                $"/Admin/Contents/ContentItems/{id}/DiscardDraft",
                $"/api/content/{id}",
            })
            {
                await reader.PostAsync(path, token, ("submit.Publish", "submit.Publish"), ("CustomerPart.ContactName", "Forged"), ("CustomerPart.Revision", "1"));
            }

            Assert.Equal(Name, (await Site.ReadAsync(id))?.ContactName);
        }
    }

    [Fact]
    public async Task NobodyClonesACustomer()
    {
        var id = await SecretAsync();
        using var admin = await SiteUser.AdminAsync(Site);
        var token = (await admin.GetAsync("/Admin/Customers/Create")).Fields.First(field => field.Name == "__RequestVerificationToken");

        var refused = await admin.PostAsync($"/Admin/Contents/ContentItems/{id}/Clone", token);

        Assert.True(refused.Status == HttpStatusCode.NotFound || refused.Location.StartsWith("/Error/403", StringComparison.Ordinal), $"{refused.Status} {refused.Location}");
        Assert.Single(await Site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = (await Site.ReadAsync(id))!.Email }, new())).Customers));
    }

    [Fact]
    public async Task WhoMayViewCustomersReadsThemThere()
    {
        var id = await SecretAsync();
        using var admin = await SiteUser.AdminAsync(Site);
        var page = await admin.GetAsync($"/Admin/Contents/ContentItems/{id}/Edit");

        Assert.SkipWhen(page.Status == HttpStatusCode.NotFound, "This host has no content editor of its own.");
        Assert.True(Shows(page));
    }

    [Fact]
    public async Task TheContentPickerOffersNoCustomers()
    {
        await SecretAsync();

        foreach (var role in Readers.Append("Administrator"))
        {
            using var reader = await ReaderAsync(role);
            var answer = await reader.GetAsync("/Admin/ContentFields/SearchContentItems?part=Shelf&field=Anything&query=" + Name[..4]);

            Assert.SkipWhen(answer.Status == HttpStatusCode.NotFound, "This host has no content picker.");
            Assert.False(Shows(answer), $"The picker offers {role} customers: {answer.Html}");
        }
    }

    /// <summary>A site may set a field up to pick customers; Orchard's picker then asks nobody who may see them.</summary>
    [Fact]
    [Seed("O17")]
    public async Task AFieldThatPicksCustomersOffersThoseWhomTheUserSees()
    {
        const string Path = "/Admin/ContentFields/SearchContentItems?part=Shelf&field=Customers&query=";
        var id = await SecretAsync();

        foreach (var role in new[] { CustomersConstants.Roles.CustomerGuest, "Content editor" })
        {
            using var reader = await ReaderAsync(role);
            var answer = await reader.GetAsync(Path + Name[..4]);

            Assert.SkipWhen(answer.Status == HttpStatusCode.NotFound, "This host has no content picker.");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.False(Shows(answer), $"The picker offers {role} customers: {answer.Html}");
        }

        using var service = await ReaderAsync(CustomersConstants.Roles.CustomerService);
        Assert.Contains(id, (await service.GetAsync(Path + Name[..4])).Html, StringComparison.Ordinal);
    }

    /// <summary>Orchard asks about types by their name, too: whether there is anything to list, or to create.</summary>
    [Theory]
    [InlineData("EditContent")]
    [InlineData("ListContent")]
    [InlineData("Edit_Customer")]
    public async Task WhoMayDoEverythingWithContentMayNotDoItWithTheTypeCustomer(string permission)
    {
        var editor = Principal(permission);
        var guest = Principal(permission, CustomersPermissions.EditCustomers.Name);
        var manager = Principal(permission, CustomersPermissions.EditCustomers.Name, CustomersPermissions.ViewAllCustomers.Name);

        await Site.InScopeAsync(async services =>
        {
            var authorization = services.GetRequiredService<IAuthorizationService>();

            Assert.False(await authorization.AuthorizeAsync(editor, new Permission(permission, permission), (object)CustomersConstants.ContentTypes.Customer));
            Assert.Equal(permission != "ListContent", await authorization.AuthorizeAsync(guest, new Permission(permission, permission), (object)CustomersConstants.ContentTypes.Customer));
            Assert.True(await authorization.AuthorizeAsync(manager, new Permission(permission, permission), (object)CustomersConstants.ContentTypes.Customer));
        });
    }

    private static ClaimsPrincipal Principal(params string[] permissions)
        => new(new ClaimsIdentity(permissions.Select(permission => new Claim("Permission", permission)), "Test"));

    private static bool Shows(SitePage page)
        => page.Html.Contains(Name, StringComparison.OrdinalIgnoreCase) || page.Html.Contains(Email, StringComparison.OrdinalIgnoreCase);

    private Task<SiteUser> ReaderAsync(string role)
        => role.Length == 0 ? Task.FromResult(SiteUser.Anonymous(Site)) : SiteUser.WithRolesAsync(Site, role);

    private Task<string> SecretAsync() => Site.AddAsync(part => (part.ContactName, part.Email) = (Name, Guid.NewGuid().ToString("N")[..6] + Email));

    /// <summary>A site with the content API and GraphQL on, and a role that may do everything with content.</summary>
    public sealed class ContentSite : IAsyncLifetime
    {
        private const string Roles = """
            { "name": "Roles", "Roles": [
              { "Name": "Customer", "Permissions": [ "ExecuteGraphQL", "AccessContentApi" ] },
              { "Name": "Content editor", "Permissions": [ "AccessAdminPanel", "ViewContent", "EditContent", "PublishContent", "DeleteContent", "CloneContent",
                "ListContent", "AccessContentApi", "ExecuteGraphQL", "ExecuteApiAll", "PreviewContent", "View_Customer", "Edit_Customer", "Publish_Customer", "Delete_Customer" ] } ] }
            """;

        private const string Picker = """
            { "name": "ContentDefinition", "ContentTypes": [], "ContentParts": [ { "Name": "Shelf", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "ContentPickerField", "Name": "Anything", "Settings": { "ContentPickerFieldSettings": { "DisplayAllContentTypes": true } } },
              { "FieldName": "ContentPickerField", "Name": "Customers", "Settings": { "ContentPickerFieldSettings": { "DisplayedContentTypes": [ "Customer" ] } } } ] } ] }
            """;

        public TestSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
            => Site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [CustomersConstants.Features.Customers, "OrchardCore.Apis.GraphQL", "OrchardCore.ContentFields"], Roles, Picker);

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
