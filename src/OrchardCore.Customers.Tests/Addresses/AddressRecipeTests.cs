using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public sealed class AddressRecipeTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S8", "E18", "E20", "T12")]
    public async Task ARecipeBringsCustomersWithTheirAddresses()
    {
        Assert.Empty(await RunAsync("""
            { "name": "Customers", "Customers": [ { "ContactName": "Recipe Book", "BillingId": "office", "Addresses": [
              { "Id": "home", "Line1": "350 Fifth Avenue", "City": "New York", "Subdivision": "NY", "PostalCode": "10118", "Country": "us" },
              { "Id": "office", "Line1": "Unter den Linden 1", "City": "Berlin", "PostalCode": "10117", "Country": "Germany", "Labels": [ "Office" ] } ] } ] }
            """));
        var book = await FindAsync("recipe book");
        Assert.Equal(("home", "office", "home"), (book.ShippingId, book.BillingId, book.DefaultId));
        Assert.Equal(("US-NY", "US", "DE"), (book.Addresses[0].Subdivision, book.Addresses[0].Country, book.Addresses[1].Country));

        Assert.Empty(await RunAsync("""{ "name": "Customers", "Path": "customers.csv" }""", """
            ContactName,ShipTo.Line1,ShipTo.PostalCode,ShipTo.City,ShipTo.Country,BillTo.Line1,BillTo.PostalCode,BillTo.City,BillTo.Country
            Csv Both,Dam 1,1012js,Amsterdam,NL,Laugavegur 1,101,Reykjavík,IS
            Csv Ship,Dam 1,1012js,Amsterdam,NL,,,,
            """));
        book = await FindAsync("csv both");
        Assert.Equal(("NL", "IS", "1012 JS"), (book.Find(book.ShippingId)!.Country, book.Find(book.BillingId)!.Country, book.Addresses[0].PostalCode));
        book = await FindAsync("csv ship");
        Assert.Equal(book.ShippingId, book.BillingId);
    }

    [Fact]
    public async Task ARowWithAWrongAddressIsReportedAndLeftOut()
    {
        var errors = await RunAsync("""
            { "name": "Customers", "Customers": [ { "ContactName": "Wrong One", "Addresses": [ { "Country": "DE" } ] }, { "ContactName": "Wrong Two", "Addresses": "x" }, { "ContactName": "Wrong Three", "ShipTo.Shoe": "42" } ] }
            """);

        Assert.Contains("Customer 1: Address line 1 is required.", errors);
        Assert.Contains("Customer 2: “x” is no value for Addresses.", errors);
        Assert.Contains("Customer 3: There is no field “ShipTo.Shoe”.", errors);
    }

    private async Task<IReadOnlyList<string>> RunAsync(string step, string csv = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Site.Root, Guid.NewGuid().ToString("N")));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "customers.csv"), csv);
        using var files = new PhysicalFileProvider(folder.FullName);
        var context = new RecipeExecutionContext { Name = "Customers", Step = JsonNode.Parse(step)!.AsObject(), RecipeDescriptor = new RecipeDescriptor { FileProvider = files, BasePath = "" } };
        await Site.InScopeAsync(async services =>
        {
            foreach (var handler in services.GetServices<IRecipeStepHandler>())
            {
                await handler.ExecuteAsync(context);
            }
        });

        return [.. context.Errors];
    }

    private async Task<AddressBookPart> FindAsync(string term)
    {
        var page = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = term }, new()));

        return Assert.Single(page.Customers).GetOrCreate<AddressBookPart>();
    }
}
