using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

public abstract class MembershipRecipeTests(CompaniesSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S32")]
    public async Task TheStepAttachesCustomersByTheNamesOfEverything()
    {
        var company = await Site.AddTestCompanyAsync("Récipe ehf");
        var below = await Site.AddUnitAsync(company.Id, company.Unit, "Büro");
        var id = await Site.AddAsync(part => (part.ContactName, part.Email, part.CustomId) = ("Row", "Row@recipe.example", "row-1"));

        Assert.Empty(await RunAsync("""{ "Customer": "row@recipe.example", "Company": "recipe  EHF", "Unit": "branch / buro", "Roles": [ "buyer" ], "Group": "requester", "ContactType": "Billing" }"""));

        var membership = (await Site.MembershipAsync(id, company))!;
        Assert.Equal((below, ApprovalGroup.Requester, ContactType.Billing, true), (membership.UnitId, membership.Group, membership.ContactType, membership.IsDefault));
        Assert.Equal(["Buyer"], await NamesAsync(company, membership));
        Assert.Equal("Recipe", (await Site.InScopeAsync(services => services.GetRequiredService<CustomerHistory>().FindAsync(id, 0, 1)))[0].Means);
    }

    [Fact]
    public async Task ACustomerIsKnownByNumberCustomIdAddressAndId()
    {
        var companies = new List<TestCompany>();

        for (var number = 0; number < 4; number++)
        {
            companies.Add(await Site.AddTestCompanyAsync($"Known {number}"));
        }

        var id = await Site.AddAsync(part => (part.ContactName, part.Email, part.CustomId) = ("Known", "known@recipe.example", "known-1"));
        string[] names = [(await Site.ReadAsync(id))!.Number!, "known-1", " KNOWN@recipe.example ", id];

        Assert.Empty(await RunAsync([.. names.Zip(companies, (name, company) => $$"""{ "Customer": "{{name}}", "Company": "{{company.Id}}", "Group": "Buyer", "IsDefault": {{(company == companies[2] ? "true" : "false")}} }""")]));

        var memberships = await Site.MembershipsAsync(id);
        Assert.Equal([companies[2].Id, companies[0].Id, companies[1].Id, companies[3].Id], memberships.Select(membership => membership.CompanyId));

        // Where no unit and no roles are named, it is the headquarters and the default role.
        Assert.All(memberships.Zip([companies[2], companies[0], companies[1], companies[3]]), pair =>
        {
            Assert.Equal(pair.Second.Headquarters, pair.First.UnitId);
            Assert.Equal([pair.Second.Default], pair.First.RoleIds);
        });
    }

    [Fact]
    public async Task WhoBelongsToTheCompanyAlreadyIsLeftAsItIs()
    {
        var company = await Site.AddTestCompanyAsync();
        var customer = await Site.AddMemberAsync(company, membership => membership.Group = ApprovalGroup.Contact);

        Assert.Empty(await RunAsync($$"""{ "Customer": "{{customer}}", "Company": "{{company.Id}}", "Group": "Admin", "Roles": [] }"""));

        var membership = (await Site.MembershipAsync(customer, company))!;
        Assert.Equal((ApprovalGroup.Contact, 1), (membership.Group, membership.RoleIds.Length));
    }

    [Fact]
    [Seed("E13")]
    public async Task ARowThatBreaksARuleIsReportedWithItsNumberAndLeftOut()
    {
        var company = await Site.AddTestCompanyAsync("Strict ehf");
        await Site.AddTestCompanyAsync("Twice ehf");
        await Site.AddTestCompanyAsync("Twice ehf");
        await Site.AddUnitAsync(company.Id, company.Headquarters, "Lager");
        await Site.AddUnitAsync(company.Id, company.Headquarters, "Lager");
        var customer = await Site.AddAsync("Refused");
        string Row(string rest, string group = "\"Buyer\"") => $$"""{ "Customer": "{{customer}}", "Company": "Strict ehf", "Group": {{group}}{{rest}} }""";

        var errors = await RunAsync(
            Row("", "null"),
            Row("", "\"Boss\""),
            Row("", "\"1\""),
            Row(", \"Unit\": \"Nowhere\""),
            Row(", \"Unit\": \"Lager\""),
            Row(", \"Roles\": [ \"King\", \"Queen\" ]"),
            Row(", \"ContactType\": \"Gossip\""),
            Row(", \"Shoe\": 42"),
            """{ "Customer": "nobody@recipe.example", "Company": "Twice ehf", "Group": "Buyer" }""",
            """{ "Company": "Nowhere ehf", "Group": "Buyer" }""",
            """{ "Customer": "nobody", "Group": "Buyer" }""",
            "null",
            """ "text" """);

        Assert.Equal(
            [
                "Membership 1: Choose an approval group.",
                "Membership 2: There is no approval group “Boss”. There are: Admin, Buyer, Requester, Contact.",
                "Membership 3: There is no approval group “1”. There are: Admin, Buyer, Requester, Contact.",
                "Membership 4: Strict ehf has no business unit “Nowhere”.",
                "Membership 5: Strict ehf has several business units “Lager”. Name the one by its content item id.",
                "Membership 6: Strict ehf has no role “King”.",
                "Membership 6: Strict ehf has no role “Queen”.",
                "Membership 7: There is no type of contact “Gossip”. There are: None, Primary, Billing, Logistics, Contact.",
                "Membership 9: There is no customer “nobody@recipe.example”.",
                "Membership 9: There are several companies “Twice ehf”. Name the one by its content item id.",
                "Membership 10: Say which customer: by number, custom id, e-mail address or content item id.",
                "Membership 10: There is no company “Nowhere ehf”.",
                "Membership 11: There is no customer “nobody”.",
                "Membership 11: Say which company: by name or content item id.",
                "Membership 12: It is empty.",
            ],
            errors.Where(error => !error.Contains("It can't be read", StringComparison.Ordinal)));
        Assert.Equal(["Membership 8", "Membership 13"], errors.Where(error => error.Contains("It can't be read", StringComparison.Ordinal)).Select(error => error.Split(':')[0]));
        Assert.Empty(await Site.MembershipsAsync(customer));
    }

    private Task<IReadOnlyList<string>> RunAsync(params string[] rows) => Site.RunAsync($$"""{ "name": "Memberships", "Memberships": [ {{string.Join(", ", rows)}} ] }""");

    private async Task<IEnumerable<string>> NamesAsync(TestCompany company, Membership membership)
        => (await Site.RolesAsync(manager => manager.FindAllAsync(company.Id))).Where(role => membership.RoleIds.Contains(role.RoleId)).Select(role => role.Name);
}

public sealed class SqliteMembershipRecipeTests(SqliteCompanies site) : MembershipRecipeTests(site), IClassFixture<SqliteCompanies>;

public sealed class PostgresMembershipRecipeTests(PostgresCompanies site) : MembershipRecipeTests(site), IClassFixture<PostgresCompanies>;
