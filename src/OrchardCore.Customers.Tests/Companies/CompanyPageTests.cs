using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies;

public sealed class CompanyPageTests : IAsyncLifetime
{
    private const string ListPath = "/Admin/Companies";
    private const string CreatePath = ListPath + "/Create";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CompaniesSite.StartAsync(TestSiteDatabase.Sqlite);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ACompanyIsMadeFoundApprovedAndDeleted()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var page = await MakeAsync(admin, "Tékassi <b> ehf", ("CompanyPart.TaxNumber", "IS 12345"), ("AddressBookPart.ShipTo.Country", "IS"), ("AddressBookPart.ShipTo.Line1", "Laugavegur 1"), ("AddressBookPart.ShipTo.PostalCode", "101"), ("AddressBookPart.ShipTo.City", "Reykjavík"));

        var shown = await admin.GetAsync(page);
        Assert.Contains("Tékassi <b> ehf", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Pending", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostChangeAsync(admin, page, "Approve")).Status);
        Assert.Contains("Approved", (await admin.GetAsync(page)).Text, StringComparison.Ordinal);

        Assert.Contains("Tékassi <b> ehf", (await admin.GetAsync(ListPath + "?search=tekassi+is&status=approved&active=yes&blocked=no")).Text, StringComparison.Ordinal);
        Assert.Contains("No company matches.", (await admin.GetAsync(ListPath + "?search=tekassi&status=denied")).Text, StringComparison.Ordinal);

        var id = IdOf(page);
        Assert.Contains("Delete the company Tékassi <b> ehf", (await admin.GetAsync($"{ListPath}/{id}/Delete")).Text, StringComparison.Ordinal);
        await admin.SubmitAsync($"{ListPath}/{id}/Delete");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(page)).Status);
    }

    [Fact]
    public async Task BadInputIsSaidBesideTheFieldAndKept()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var refused = await admin.SubmitAsync(CreatePath, ("CompanyPart.Name", ""), ("CompanyPart.Website", "javascript:x"), ("CompanyPart.ParentCompanyId", "Nobody"), ("CompanyPart.LegalName", "Typed <Name>"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Matches("id=\"CompanyPart_Name-error\"[^>]*>Enter a name", refused.Html);
        Assert.Matches("id=\"CompanyPart_Website-error\"[^>]*>This is no address", refused.Html);
        Assert.Matches("id=\"CompanyPart_ParentCompanyId-error\"[^>]*>There is no company “Nobody”", WebUtility.HtmlDecode(refused.Html));
        Assert.Contains(("CompanyPart.LegalName", "Typed <Name>"), refused.Fields);
        Assert.Contains(("CompanyPart.ParentCompanyId", "Nobody"), refused.Fields);
    }

    [Fact]
    public async Task TheSecondOfTwoEditorsSeesWhatDiffers()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var path = await MakeAsync(admin, "Before") + "/Edit";
        var mine = await admin.GetAsync(path);
        await admin.SubmitAsync(path, ("CompanyPart.Name", "Theirs"));

        var refused = await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "CompanyPart.Name"), ("CompanyPart.Name", "Mine")]);
        Assert.Matches("Name\\s+Theirs\\s+Mine", refused.Text);
        Assert.Contains(("CompanyPart.Name", "Mine"), refused.Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. refused.Fields])).Status);
        Assert.Equal("Mine", (await _site.ReadCompanyAsync(IdOf(path.Replace("/Edit", "", StringComparison.Ordinal))))!.Name);
    }

    [Fact]
    public async Task ACompanyAboveIsChosenByItsNameAndByItsIdWhereSeveralHaveIt()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var first = await _site.AddCompanyAsync("Holding");
        var child = await MakeAsync(admin, "Child", ("CompanyPart.ParentCompanyId", "HOLDING"));
        Assert.Equal(first, (await _site.ReadCompanyAsync(IdOf(child)))!.ParentCompanyId);
        Assert.Contains("Child", (await admin.GetAsync($"{ListPath}/{first}")).Text, StringComparison.Ordinal);

        var second = await _site.AddCompanyAsync("Holding");
        Assert.Equal($"[\"Holding ({first})\",\"Holding ({second})\"]", WebUtility.HtmlDecode((await admin.GetAsync(ListPath + "/Lookup?search=holding")).Html));
        Assert.Contains("Several companies are called “Holding”.", (await admin.SubmitAsync(CreatePath, ("CompanyPart.Name", "Twin"), ("CompanyPart.ParentCompanyId", "Holding"))).Text, StringComparison.Ordinal);
        var twin = await MakeAsync(admin, "Twin", ("CompanyPart.ParentCompanyId", $"Holding ({second})"));
        Assert.Equal(second, (await _site.ReadCompanyAsync(IdOf(twin)))!.ParentCompanyId);

        // What stands there is kept, though others have the name by now.
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(child + "/Edit")).Status);
        Assert.Equal(first, (await _site.ReadCompanyAsync(IdOf(child)))!.ParentCompanyId);
    }

    [Fact]
    public async Task AddressesAreAddedChosenSharedByUnitsAndDeleted()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddCompanyAsync("Addressed");
        var addresses = $"{ListPath}/{id}/Addresses";

        foreach (var (key, line) in new[] { ("berlin", "Invalidenstraße 117"), ("depot", "Depot <b>") })
        {
            var saved = await admin.SubmitAsync($"{addresses}/Create", ("Address.Id", key), ("Address.Country", "DE"), ("Address.Line1", line), ("Address.PostalCode", "10115"), ("Address.City", "Berlin"));
            Assert.True(saved.Status is HttpStatusCode.Redirect, saved.Text);
        }

        var tab = await admin.GetAsync($"{ListPath}/{id}?tab=addresses");
        Assert.Contains("Depot <b>", tab.Text, StringComparison.Ordinal);
        Assert.Matches($"href=\"{addresses}/depot/Edit", tab.Html);
        Assert.Equal(1, (await _site.ReadCompanyAsync(id))!.Revision);
        Assert.Contains("can't be right in Germany", (await admin.SubmitAsync($"{addresses}/depot/Edit", ("Address.PostalCode", "1"))).Text, StringComparison.Ordinal);

        var top = (await _site.ReadCompanyAsync(id))!.HeadquartersId!;
        var (shared, unit) = await _site.CreateUnitAsync(id, top, part => (part.Name, part.AddressIds) = ("Sharing", ["berlin", "depot"]));
        Assert.True(shared.Succeeded);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"{ListPath}/{id}/Units/{top}/Edit", ("BusinessUnitPart.AddressIds", "berlin"))).Status);
        Assert.Equal(["berlin"], (await _site.ReadUnitAsync(top))!.AddressIds);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"{addresses}/depot/Delete")).Status);
        Assert.DoesNotContain("Depot", (await admin.GetAsync($"{ListPath}/{id}?tab=addresses")).Text, StringComparison.Ordinal);

        // An address that is gone is no reason to refuse the unit.
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"{ListPath}/{id}/Units/{unit}/Edit", ("BusinessUnitPart.Name", "Still sharing"), ("BusinessUnitPart.AddressIds", "berlin"))).Status);
    }

    /// <summary>Who manages companies alone may not ask the pages of customers for them.</summary>
    [Fact]
    public async Task TheFieldsOfAnotherCountryAreDrawnByAPageOfCompanies()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var company = await _site.AddCompanyAsync("Tékassi ehf");

        foreach (var path in new[] { CreatePath, $"{ListPath}/{company}/Edit", $"{ListPath}/{company}/Addresses/Create" })
        {
            var form = await admin.GetAsync(path);
            Assert.Contains("data-url=\"/Admin/Companies/Addresses/Fields\"", form.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/Admin/Customers/Addresses/Fields", form.Html, StringComparison.Ordinal);
        }

        var token = (await admin.GetAsync(CreatePath)).Fields.Single(field => field.Name == "__RequestVerificationToken");
        var drawn = await admin.PostAsync(ListPath + "/Addresses/Fields", token, ("prefix", "Address"), ("Address.Country", "US"), ("Address.City", "New York"));
        Assert.Contains("US-NY", drawn.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"New York\"", drawn.Html, StringComparison.Ordinal);
        Assert.Contains("data-url=\"/Admin/Companies/Addresses/Fields\"", drawn.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitsAreAddedEditedMovedAndDeleted()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddCompanyAsync("Tree");
        var top = (await _site.ReadCompanyAsync(id))!.HeadquartersId!;
        var units = $"{ListPath}/{id}/Units";

        await SaveAsync($"{units}/Create", ("BusinessUnitPart.Name", "West <i>"));
        var west = (await _site.UnitsAsync(manager => manager.FindTreeAsync(id))).Nodes[1].Id;
        await SaveAsync($"{units}/Create?parent={west}", ("BusinessUnitPart.Name", "Aachen"), ("BusinessUnitPart.Iban", "DE89 3704 0044 0532 0130 00"));
        var aachen = (await _site.UnitsAsync(manager => manager.FindTreeAsync(id))).Nodes[2].Id;
        await SaveAsync($"{units}/{west}/Edit", ("BusinessUnitPart.Name", "West"));

        var tab = await admin.GetAsync($"{ListPath}/{id}?tab=units");
        Assert.Matches("Level 1:\\s+Headquarters[\\s\\S]*Level 2:\\s+West[\\s\\S]*Level 3:\\s+Aachen[\\s\\S]*DE89 3704 0044 0532 0130 00", tab.Text);

        var refused = await admin.SubmitAsync($"{units}/{aachen}/Edit", ("BusinessUnitPart.Iban", "DE88 3704 0044 0532 0130 00"));
        Assert.Matches("id=\"BusinessUnitPart_Iban-error\"[^>]*>The check digits", refused.Html);

        Assert.Contains("Choose the unit it moves under.", (await admin.SubmitAsync($"{units}/{aachen}/Move", ("parent", ""))).Text, StringComparison.Ordinal);
        await SaveAsync($"{units}/{aachen}/Move", ("parent", top));
        Assert.Equal(["headquarters", " aachen", " west"], await _site.TreeAsync(id));

        Assert.Contains("People who move to Headquarters: 0.", (await admin.GetAsync($"{units}/{west}/Delete")).Text, StringComparison.Ordinal);
        await SaveAsync($"{units}/{west}/Delete");
        Assert.Equal(["headquarters", " aachen"], await _site.TreeAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{ListPath}/{await _site.AddCompanyAsync("Other")}/Units/{aachen}/Edit")).Status);

        async Task SaveAsync(string path, params (string Name, string Value)[] fields)
        {
            var saved = await admin.SubmitAsync(path, fields);
            Assert.True(saved.Status is HttpStatusCode.Redirect, saved.Text);
        }
    }

    [Fact]
    public async Task RolesAreMadeWithLimitsAndDeleted()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddCompanyAsync("Roles");
        var create = $"{ListPath}/{id}/Roles/Create";
        (string, string)[] typed =
        [
            ("Name", "Lead <b>"), ("Permissions", CompanyPermissionNames.ApproveUpTo),
            ($"Limits[{CompanyPermissionNames.ApproveUpTo}][0].Amount", "1,500.50"), ($"Limits[{CompanyPermissionNames.ApproveUpTo}][0].Currency", "EUR"),
        ];

        var refused = await admin.SubmitAsync(create, [.. typed.Where(field => field.Item1 != $"Limits[{CompanyPermissionNames.ApproveUpTo}][0].Amount"), ($"Limits[{CompanyPermissionNames.ApproveUpTo}][0].Amount", "much")]);
        Assert.Contains("“much” is no amount. It looks like 1,234.56.", refused.Text, StringComparison.Ordinal);
        Assert.Contains(($"Limits[{CompanyPermissionNames.ApproveUpTo}][0].Amount", "much"), refused.Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(create, typed)).Status);
        var role = (await _site.RolesAsync(manager => manager.FindAllAsync(id))).Single(role => role.Name == "Lead <b>");
        Assert.Equal((150_050, "EUR"), (Assert.Single(role.Limits).Amount, role.Limits[0].Currency));
        Assert.Matches("Lead <b>[\\s\\S]*Approve up to grand total: 1,500.50 EUR", (await admin.GetAsync($"{ListPath}/{id}?tab=roles")).Text);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"{ListPath}/{id}/Roles/{role.RoleId}/Edit", ("IsDefault", "true"))).Status);
        Assert.True((await _site.RolesAsync(manager => manager.FindAsync(role.RoleId)))!.IsDefault);
        var former = (await _site.RolesAsync(manager => manager.FindAllAsync(id))).Single(role => role.Name == "Buyer");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"{ListPath}/{id}/Roles/{former.RoleId}/Delete")).Status);
        Assert.Equal(2, (await _site.RolesAsync(manager => manager.FindAllAsync(id))).Count);
    }

    [Fact]
    public async Task TheTabOfManyUnitsAsksForAsManyStatementsAsThatOfTwo()
    {
        var (small, large) = (await _site.AddCompanyAsync("Small"), await _site.AddCompanyAsync("Large"));
        await _site.AddUnitAsync(small, (await _site.ReadCompanyAsync(small))!.HeadquartersId!, "Branch");
        var top = (await _site.ReadCompanyAsync(large))!.HeadquartersId!;

        for (var number = 0; number < 130; number++)
        {
            await _site.AddUnitAsync(large, top, $"Unit {number}");
        }

        using var admin = await SiteUser.AdminAsync(_site);
        Assert.Equal(await CountAsync(small), await CountAsync(large));

        async Task<int> CountAsync(string id)
        {
            await admin.GetAsync($"{ListPath}/{id}?tab=units");

            return (await StatementLog.CollectAsync(_site, _ => admin.GetAsync($"{ListPath}/{id}?tab=units"))).Count;
        }
    }

    private static async Task<string> MakeAsync(SiteUser admin, string name, params (string Name, string Value)[] fields)
    {
        var saved = await admin.SubmitAsync(CreatePath, [("CompanyPart.Name", name), .. fields]);
        Assert.True(saved.Status is HttpStatusCode.Redirect, saved.Text);

        return saved.Location;
    }

    private static async Task<SitePage> PostChangeAsync(SiteUser admin, string page, string change)
    {
        var token = (await admin.GetAsync(page)).Fields.First(field => field.Name == "__RequestVerificationToken");

        return await admin.PostAsync(page + "/Change", token, ("change", change));
    }

    private static string IdOf(string page) => Regex.Match(page, "/Companies/([^/?]+)").Groups[1].Value;
}
