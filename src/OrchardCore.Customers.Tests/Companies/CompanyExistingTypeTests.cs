using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies;

/// <summary>A site that has a content type named Company already, with a field of its own, and enables the feature afterwards.</summary>
public sealed class CompanyExistingTypeTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
        => _site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [], """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Company", "DisplayName": "Firm", "Settings": {}, "ContentTypePartDefinitionRecords": [
                { "PartName": "Company", "Name": "Company", "Settings": { "ContentTypePartSettings": { "Position": "3" } } } ] } ],
              "ContentParts": [ { "Name": "Company", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Segment", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Market segment", "Position": "1" } } } ] } ] }
            """, $$"""{ "name": "feature", "enable": [ "{{CustomersConstants.Features.Companies}}" ] }""");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task KeepsItsFieldsAndGetsOurs()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var saved = await admin.SubmitAsync("/Admin/Companies/Create", ("CompanyPart.Name", "Old Firm"), ("Company.Segment.Text", "Hospitals"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Matches("Market segment\\s+Hospitals", (await admin.GetAsync(saved.Location)).Text);
    }

    [Fact]
    public async Task ItsItemsAreKeptFromThoseWhoMayNotSeeCompanies()
    {
        var id = await _site.AddCompanyAsync("Private");
        using var nobody = SiteUser.Anonymous(_site);
        using var service = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerService);

        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync($"/Contents/ContentItems/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync($"/Admin/Companies/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.GetAsync($"/Admin/Companies/{id}/Edit")).Status);
    }
}
