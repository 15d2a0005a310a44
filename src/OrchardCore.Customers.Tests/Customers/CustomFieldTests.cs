using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>A merchant's own fields on the type Customer, as a recipe or Orchard's content type editor adds them; a field may stand on our part too.</summary>
public sealed class CustomFieldTests : IAsyncLifetime
{
    internal const string Definition = """
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Customer", "DisplayName": "Customer", "Settings": {}, "ContentTypePartDefinitionRecords": [
            { "PartName": "CustomerPart", "Name": "CustomerPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } },
            { "PartName": "Customer", "Name": "Customer", "Settings": { "ContentTypePartSettings": { "Position": "2" } } } ] } ],
          "ContentParts": [ { "Name": "CustomerPart", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Motto", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Motto in life", "Position": "9" } } } ] },
            { "Name": "Customer", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Nickname", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Nickname", "Position": "1" }, "TextFieldSettings": { "Required": true, "Hint": "What friends say" } } },
            { "FieldName": "BooleanField", "Name": "Vip", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Very important", "Position": "2" }, "BooleanFieldSettings": { "Label": "Very important" } } } ] } ] }
        """;

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, Definition);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task TheyAppearInTheFormAreValidatedAndSaved()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        const string Create = "/Admin/Customers/Create";
        var form = await admin.GetAsync(Create);
        Assert.Contains("Nickname", form.Text, StringComparison.Ordinal);
        Assert.Contains("Very important", form.Text, StringComparison.Ordinal);
        Assert.Contains("What friends say", form.Text, StringComparison.Ordinal);

        var refused = await admin.SubmitAsync(Create, ("CustomerPart.ContactName", "With Fields"), ("Customer.Nickname.Text", ""), ("Customer.Vip.Value", "true"));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Nickname", refused.Text[refused.Text.IndexOf("Nothing was saved yet", StringComparison.Ordinal)..][..200], StringComparison.Ordinal);

        var saved = await admin.SubmitAsync(Create, ("CustomerPart.ContactName", "With Fields"), ("Customer.Nickname.Text", "Fieldy"), ("Customer.Vip.Value", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var customer = await FindAsync("with fields");
        var edit = await admin.GetAsync($"/Admin/Customers/{customer.ContentItemId}/Edit");
        Assert.Contains(("Customer.Nickname.Text", "Fieldy"), edit.Fields);
        Assert.Contains(("Customer.Vip.Value", "true"), edit.Fields);

        var page = await admin.GetAsync($"/Admin/Customers/{customer.ContentItemId}");
        Assert.Matches("Nickname\\s+Fieldy", page.Text);
        Assert.Matches("Very important\\s+Yes", page.Text);
    }

    [Fact]
    public async Task TheyAreComparedWhenTwoPeopleEdit()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Two Editors"), ("Customer.Nickname.Text", "First"));
        var path = $"/Admin/Customers/{(await FindAsync("two editors")).ContentItemId}/Edit";
        var mine = await admin.GetAsync(path);
        await admin.SubmitAsync(path, ("Customer.Nickname.Text", "Theirs"), ("CustomerPart.Motto.Text", "Never give up"));

        var refused = await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "Customer.Nickname.Text"), ("Customer.Nickname.Text", "Mine")]);

        Assert.Matches("Nickname\\s+Theirs\\s+Mine", refused.Text);
        Assert.Matches("Motto in life\\s+Never give up", refused.Text);
    }

    private async Task<ContentItem> FindAsync(string term)
    {
        var page = await _site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = term }, new()));

        return Assert.Single(page.Customers);
    }
}
