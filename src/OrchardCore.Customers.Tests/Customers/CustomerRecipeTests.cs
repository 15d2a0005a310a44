using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public abstract class CustomerRecipeTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheStepCreatesTheCustomersWrittenIntoIt()
    {
        Assert.Empty(await RunAsync("""
            { "name": "Customers", "Customers": [
              { "FirstName": "Åse", "LastName": "Instepdóttir", "Email": "ase@instep.example", "DateOfBirth": "1984-05-23", "Gender": "female" },
              { "ContactName": "Café Instep", "Status": "Inactive" } ] }
            """));

        var customers = await FindAsync("instep");

        Assert.Equal(["Åse Instepdóttir", "Café Instep"], customers.Select(customer => customer.ContactName));
        Assert.Equal((new DateOnly(1984, 5, 23), "Female", CustomerStatus.Active), (customers[0].DateOfBirth!.Value, customers[0].Gender, customers[0].Status));
        Assert.Equal(CustomerStatus.Inactive, customers[1].Status);
    }

    [Fact]
    public async Task TheStepReadsAFileBesideTheRecipeInBatches()
    {
        var rows = Enumerable.Range(1, 250).Select(index => $"Infile {index:000},\"Company, \"\"{index}\"\"\",infile{index}@example.com");

        Assert.Empty(await RunAsync("""{ "name": "Customers", "Path": "customers.csv" }""", "ContactName,Company,Email\n" + string.Join("\r\n", rows)));

        var customers = await FindAsync("infile");
        Assert.Equal(100, customers.Count);
        Assert.Equal(("Infile 001", "Company, \"1\""), (customers[0].ContactName, customers[0].Company));
        Assert.Equal(250, (await PageAsync("infile")).Total);
    }

    [Fact]
    public async Task RowsThatBreakARuleAreReportedAndLeftOut()
    {
        var errors = await RunAsync("""{ "name": "Customers", "Path": "customers.csv" }""", """
            ContactName,Email,DateOfBirth,Gender,Shoe
            Inbad good,inbad1@example.com,,,
            ,inbad2@example.com,,,
            Inbad mail,nonsense,,,
            Inbad date,,2023-02-30,,
            Inbad gender,,,7,
            Inbad twin,INBAD1@example.com,,,
            Inbad column,,,,42
            """);

        Assert.Equal(
            [
                "Customer 2: Enter a contact name, or a first or last name to compose it from.",
                "Customer 3: This is no e-mail address. It looks like name@example.com.",
                "Customer 4: “2023-02-30” is no value for DateOfBirth.",
                "Customer 5: “7” is no gender of this site. Choose one of: Female, Male, Other.",
                "Customer 6: An earlier customer of the same batch has the same value.",
                "Customer 7: There is no field “Shoe”.",
            ],
            errors);
        Assert.Equal(["Inbad good"], (await FindAsync("inbad")).Select(customer => customer.ContactName));
    }

    [Fact]
    [Seed("E13", "V13", "V15", "Tw3")]
    public async Task TheStepMakesGroupsAndReadsWhatHasPartsOfItsOwn()
    {
        const string Step = """
            { "name": "Customers", "Groups": [ { "Code": "instep", "Name": "In step" } ], "Customers": [
              { "ContactName": "Instructured", "Groups": [ "INSTEP" ], "Hold": { "Reason": "Checks", "Until": "2099-12-31" }, "Consents": { "email": true, "sms": false },
                "Business": { "Name": "Structured Ltd", "TaxNumber": "T1", "Address": { "Line1": "Street 1", "PostalCode": "10115", "City": "Town", "Country": "DE" } },
                "References": { "erp": "K-1", "GLAccount": 12345 }, "Language": "de-at", "Currency": "eur", "CustomId": "CUSTOM-ID", "SecondPhone": "+49 30 000 1" } ] }
            """;

        var customId = "step-" + Guid.NewGuid().ToString("N");
        Assert.Empty(await RunAsync(Step.Replace("CUSTOM-ID", customId, StringComparison.Ordinal)));
        var part = Assert.Single(await FindAsync("instructured"));

        Assert.Single(part.Groups);
        Assert.Equal(("Checks", 2099), (part.Hold!.Reason, part.Hold.UntilUtc!.Value.AddDays(-1).Year));
        Assert.Equal(("email", true, "Recipe"), (Assert.Single(part.Consents).Channel, part.Consents[0].IsGiven, part.Consents[0].Source));
        Assert.Equal(("Structured Ltd", "T1", "Town"), (part.Business!.Name, part.Business.TaxNumber, part.Business.Address!.City));
        Assert.Equal(["erp: K-1", "GLAccount: 12345"], part.References.Select(reference => $"{reference.Key}: {reference.Value}"));
        Assert.Equal(("de-AT", "EUR", customId), (part.Language, part.Currency, part.CustomId));
    }

    [Fact]
    public async Task TheStepSaysWhatItCanNotRead()
    {
        var errors = await RunAsync("""
            { "name": "Customers", "Customers": [
              { "ContactName": "Unread 1", "Groups": "nobody;noone" }, { "ContactName": "Unread 2", "Consents": [ "pigeon" ] }, { "ContactName": "Unread 3", "Hold": { "Until": "soon" } },
              { "ContactName": "Unread 4", "Business": "yes" }, { "ContactName": "Unread 5", "References": [ "erp" ] }, { "ContactName": "Unread 6", "Currency": { "a": 1 } }, { "ContactName": "Unread 7", "Consents": { "email": null } } ] }
            """);

        Assert.Equal(7, errors.Count);
        Assert.Equal("Customer 1: There is no customer group with the code “nobody”.", errors[0]);
        Assert.StartsWith("Customer 2: This site notifies nobody by “pigeon”", errors[1], StringComparison.Ordinal);
        Assert.StartsWith("Customer 3: “{", errors[2], StringComparison.Ordinal);
        Assert.Equal("Customer 4: “yes” is no value for Business.", errors[3]);
        Assert.StartsWith("Customer 5: ", errors[4], StringComparison.Ordinal);
        Assert.StartsWith("Customer 6: ", errors[5], StringComparison.Ordinal);
        Assert.StartsWith("Customer 7: “{", errors[6], StringComparison.Ordinal);
        Assert.Empty(await FindAsync("unread"));
    }

    [Fact]
    public async Task ACustomerInOrchardsOwnContentStepObeysTheRulesToo()
    {
        var steps = await Site.InScopeAsync(services => Task.FromResult(services.GetServices<IRecipeStepHandler>().Select(step => step.GetType().Name)));
        Assert.SkipUnless(steps.Contains("ContentStep"), "This host has no content step of its own.");
        await Site.AddAsync(part => (part.ContactName, part.Email) = ("Content taken", "taken@content.example"));

        Assert.NotEmpty(await RunAsync(ContentStep("Content twin", "TAKEN@content.example")));
        Assert.Empty(await FindAsync("content twin"));

        Assert.Empty(await RunAsync(ContentStep("  Content   good ", "good@content.example")));
        var good = Assert.Single(await FindAsync("content good"));
        Assert.Equal("Content   good", good.ContactName);
        Assert.Matches("^C-[0-9]{6}$", good.Number);
    }

    private static string ContentStep(string name, string email) => $$"""
        { "name": "Content", "data": [ { "ContentItemId": "{{Guid.NewGuid().ToString("N")[..26]}}", "ContentType": "Customer", "Latest": true, "Published": true,
          "CustomerPart": { "ContactName": "{{name}}", "Email": "{{email}}" } } ] }
        """;

    private async Task<IReadOnlyList<string>> RunAsync(string step, string csv = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Site.Root, Guid.NewGuid().ToString("N")));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "customers.csv"), csv);
        using var files = new PhysicalFileProvider(folder.FullName);
        var json = JsonNode.Parse(step)!.AsObject();
        var context = new RecipeExecutionContext { Name = json["name"]!.ToString(), Step = json, RecipeDescriptor = new RecipeDescriptor { FileProvider = files, BasePath = "" } };
        var failure = "";

        try
        {
            await Site.InScopeAsync(async services =>
            {
                foreach (var handler in services.GetServices<IRecipeStepHandler>())
                {
                    await handler.ExecuteAsync(context);
                }
            });
        }
        catch (Exception exception)
        {
            // Orchard's own content step throws what a validation says.
            failure = exception.Message;
        }

        return failure.Length > 0 ? [.. context.Errors, failure] : [.. context.Errors];
    }

    private Task<CustomerPage> PageAsync(string term)
        => Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = term, PageSize = 100 }, new()));

    private async Task<List<CustomerPart>> FindAsync(string term)
        => [.. (await PageAsync(term)).Customers.Select(customer => customer.GetOrCreate<CustomerPart>())];
}

public sealed class SqliteCustomerRecipeTests(SqliteSite site) : CustomerRecipeTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerRecipeTests(PostgresSite site) : CustomerRecipeTests(site), IClassFixture<PostgresSite>;
