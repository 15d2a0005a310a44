using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
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

    [Fact]
    public async Task HoldsAddressesTheNewFieldsAndAHistoryOfItsOwnFields()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddAsync(part => (part.ContactName, part.SecondPhone, part.Currency, part.Business) = ("New Patron", "+354 555 0107", "ISK", new CustomerBusiness { Name = "Patrons Ltd" }));

        await _site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id);
            customer!.Alter<AddressBookPart>(book => book.Addresses = [new CustomerAddress { Id = "home", Line1 = "Laugavegur 1", PostalCode = "101", City = "Reykjavík", Country = "IS" }]);
            Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
        });

        var stored = await _site.InScopeAsync(services => services.GetRequiredService<ICustomerManager>().FindAsync(id));
        Assert.Equal("Reykjavík", Assert.Single(stored!.GetOrCreate<AddressBookPart>().Addresses).City);
        var record = stored!.GetOrCreate<CustomerPart>();
        Assert.Equal(("+354 555 0107", "ISK", "Patrons Ltd"), (record.SecondPhone, record.Currency, record.Business!.Name));

        await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("Customer.Loyalty.Text", "1998"));
        Assert.Matches("Loyalty since\\s+–\\s+not given\\s+1998", (await admin.GetAsync($"/Admin/Customers/{id}?tab=history")).Text);
    }
}
