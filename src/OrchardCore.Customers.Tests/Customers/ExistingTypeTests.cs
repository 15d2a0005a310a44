using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>A site that has a content type named Customer already, and enables the feature afterwards.</summary>
public sealed class ExistingTypeTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
        => _site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [], """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Customer", "DisplayName": "Patron", "Settings": {}, "ContentTypePartDefinitionRecords": [
                { "PartName": "Customer", "Name": "Customer", "Settings": { "ContentTypePartSettings": { "Position": "2" } } } ] } ],
              "ContentParts": [ { "Name": "Customer", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Loyalty", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Loyalty since", "Position": "1" } } } ] } ] }
            """, $$"""{ "name": "feature", "enable": [ "{{CustomersConstants.Features.Customers}}" ] }""");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task KeepsItsFieldsAndGetsOurs()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        const string Create = "/Admin/Customers/Create";

        Assert.Contains("Loyalty since", (await admin.GetAsync(Create)).Text, StringComparison.Ordinal);
        var saved = await admin.SubmitAsync(Create, ("CustomerPart.ContactName", "Old Patron"), ("Customer.Loyalty.Text", "1998"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("Old Patron", (await admin.GetAsync("/Admin/Customers")).Text, StringComparison.Ordinal);
    }
}
