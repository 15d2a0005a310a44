using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies;

public abstract class CompanyRecipeTests(CompaniesSite fixture)
{
    private const string Id = "4recipecompanyrecipecompa1";

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheStepCreatesCompaniesWithAllTheyHave()
    {
        const string Step = $$"""
            { "name": "Companies", "Companies": [ { "Id": "{{Id}}", "Name": "In step", "Status": "Approved", "IsBlocked": true,
              "Addresses": [ { "Id": "home", "Line1": "Hauptstraße 1", "PostalCode": "10115", "City": "Berlin", "Country": "DE" } ],
              "Headquarters": { "Name": "Top", "AddressIds": [ "home" ] },
              "Units": [ { "Name": "West", "Units": [ { "Name": "Aachen", "Iban": "DE89 3704 0044 0532 0130 00" } ] } ],
              "Roles": [ { "Name": "Buyer", "IsDefault": true, "Permissions": [ "AddItemToCart" ] }, { "Name": "Lead", "Permissions": [ "ApproveUpToGrandTotal" ], "Limits": [ { "Permission": "ApproveUpToGrandTotal", "Amount": 100, "Currency": "EUR" } ] } ] } ] }
            """;
        Assert.Empty(await RunAsync(Step));

        var part = (await Site.ReadCompanyAsync(Id))!;
        Assert.Equal((CompanyStatus.Approved, true), (part.Status, part.IsBlocked));
        Assert.Equal(["top", " west", "  aachen"], await Site.TreeAsync(Id));
        Assert.Equal(["home"], (await Site.ReadUnitAsync(part.HeadquartersId!))!.AddressIds);
        var roles = await Site.RolesAsync(manager => manager.FindAllAsync(Id));
        Assert.Equal([("Admin", false), ("Buyer", true), ("Lead", false)], roles.Select(role => (role.Name, role.IsDefault)));
        Assert.Equal(["AddItemToCart"], roles[1].Permissions);

        // Once more, it is left as it is.
        Assert.Empty(await RunAsync(Step.Replace("In step", "Renamed", StringComparison.Ordinal)));
        Assert.Equal("In step", (await Site.ReadCompanyAsync(Id))!.Name);
    }

    [Fact]
    public async Task ACompanyThatBreaksARuleIsReportedAndLeftOutWithAllItHas()
    {
        var before = await CountAsync();

        var errors = await RunAsync("""
            { "name": "Companies", "Companies": [
              { "Name": "Bad unit", "Units": [ { "Name": "Fine" }, { "Name": "Bank", "Iban": "DE88370400440532013000" } ] },
              { "Name": "" }, { "Name": "Column", "Shoe": 42 }, { "Name": "Fine" } ] }
            """);

        Assert.Equal(3, errors.Length);
        Assert.StartsWith("Company 1: The check digits of this IBAN don't fit", errors[0], StringComparison.Ordinal);
        Assert.Equal("Company 2: Enter a name.", errors[1]);
        Assert.StartsWith("Company 3: It can't be read:", errors[2], StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync());
    }

    private Task<int> CountAsync() => Site.InScopeAsync(async services => (await services.GetRequiredService<CompanyFinder>().FindAsync(new CompanyQuery())).Companies.Count);

    private Task<string[]> RunAsync(string step) => Site.InScopeAsync(async services =>
    {
        var context = new RecipeExecutionContext { Name = "Companies", Step = JsonNode.Parse(step)!.AsObject(), RecipeDescriptor = new RecipeDescriptor() };

        foreach (var handler in services.GetServices<IRecipeStepHandler>())
        {
            await handler.ExecuteAsync(context);
        }

        return context.Errors.Select(error => error.ToString()).ToArray();
    });
}

public sealed class SqliteCompanyRecipeTests(SqliteCompanies fixture) : CompanyRecipeTests(fixture), IClassFixture<SqliteCompanies>;

public sealed class PostgresCompanyRecipeTests(PostgresCompanies fixture) : CompanyRecipeTests(fixture), IClassFixture<PostgresCompanies>;
