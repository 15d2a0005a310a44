using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public sealed class CustomerFormTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private const string CreatePath = "/Admin/Customers/Create";

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("ContactName", "", "Enter a contact name")]
    [InlineData("ContactName", "A\u0007B", "contains characters that can't be shown")]
    [InlineData("ContactName", "abc\u202Edef", "contains characters that can't be shown")]
    [InlineData("Email", "nonsense", "This is no e-mail address")]
    [InlineData("Email", "a@b@example.com", "This is no e-mail address")]
    [InlineData("Email", "a@localhost", "This is no e-mail address")]
    [InlineData("Phone", "call me", "This is no phone number")]
    [InlineData("Phone", "12", "This is no phone number")]
    [InlineData("Phone", "+1 234 567 890 123 456 789", "This is no phone number")]
    [InlineData("DateOfBirth", "2023-02-30", "This is no date")]
    [InlineData("DateOfBirth", "31.12.1999", "This is no date")]
    [InlineData("DateOfBirth", "2999-01-01", "The date of birth is in the future")]
    [InlineData("DateOfBirth", "1066-10-14", "The date of birth is before 1900")]
    public async Task BadInputGetsAnErrorBesideTheFieldAndNothingTypedIsLost(string field, string value, string error)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        (string, string)[] typed = [("CustomerPart." + field, value), ("CustomerPart.Company", "Typed <Company> & \"Co\""), ("CustomerPart.ContactName", "Typed Name")];
        var page = await admin.SubmitAsync(CreatePath, [.. typed.DistinctBy(pair => pair.Item1)]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches($"id=\"CustomerPart_{field}-error\"[^>]*>[^<]*{error}", WebUtility.HtmlDecode(page.Html));
        Assert.Contains(("CustomerPart.Company", "Typed <Company> & \"Co\""), page.Fields);
        Assert.Contains(("CustomerPart." + field, value), page.Fields);
    }

    [Theory]
    [InlineData("ContactName", 255)]
    [InlineData("Company", 255)]
    [InlineData("FirstName", 100)]
    [InlineData("LastName", 100)]
    [InlineData("Title", 50)]
    public async Task TextsMayBeAsLongAsTheirFieldAndNoLonger(string field, int length)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var fits = await SubmitAsync(new string('ü', length));
        Assert.Equal(HttpStatusCode.Redirect, fits.Status);

        var tooLong = await SubmitAsync(new string('ü', length + 1));
        Assert.Contains($"at most {length} characters; this has {length + 1}", tooLong.Text, StringComparison.Ordinal);

        Task<SitePage> SubmitAsync(string text)
            => admin.SubmitAsync(CreatePath, field == "ContactName" ? [("CustomerPart.ContactName", text)] : [("CustomerPart.ContactName", "Long " + field), ("CustomerPart." + field, text)]);
    }

    [Theory]
    [InlineData("X")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=cmd|'/c calc'!A0")]
    [InlineData("' OR 1=1 --")]
    [InlineData("@Html.Raw(\"x\") {{ 7*7 }}")]
    public async Task WhatANameSaysIsShownAndNotRun(string name)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var created = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", name), ("CustomerPart.Company", name));
        Assert.Equal(HttpStatusCode.Redirect, created.Status);

        var list = await admin.GetAsync("/Admin/Customers?search=" + Uri.EscapeDataString(name));
        Assert.Contains(name, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("O12", "O14")]
    public async Task ANamesakeIsWarnedAboutOnceAndMayBeSavedNevertheless()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Common Name");

        var warned = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", "common  NAME"));
        Assert.Contains("There are other customers with this name", warned.Text, StringComparison.Ordinal);
        Assert.Contains($"/Admin/Customers/{id}", warned.Html, StringComparison.Ordinal);

        var saved = await admin.PostAsync(CreatePath, [.. warned.Fields]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    [Fact]
    public async Task SavingAnUnchangedNameDoesNotWarnAgain()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddAsync("Accepted Twin");
        var id = await Site.AddAsync("Accepted Twin");

        var saved = await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Changed"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("Changed", (await Site.ReadAsync(id))!.Company);
    }

    [Fact]
    [Seed("O14")]
    public async Task UpdateSavesAndReturnsToTheListAsItWasLeft()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Returning Person");
        const string List = "/Admin/Customers?search=return&sort=company&size=50";

        var saved = await admin.SubmitAsync($"/Admin/Customers/{id}/Edit?returnUrl={Uri.EscapeDataString(List)}", ("CustomerPart.Company", "Changed"));

        Assert.Equal(List, saved.Location);
        Assert.Contains("Returning Person was saved.", (await admin.GetAsync(saved.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressWithLettersOfAnyScriptLeadsBackToIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        var saved = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Back To Søren"), ("returnUrl", "/Admin/Customers?search=S\u00F8ren%20K"));

        Assert.Equal((HttpStatusCode.Redirect, "/Admin/Customers?search=S%C3%B8ren%20K"), (saved.Status, saved.Location));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task NobodyIsLedToAnotherSite(string returnUrl)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Led Astray");

        var page = await admin.GetAsync($"/Admin/Customers/{id}?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.DoesNotMatch("(href|action|value)=\"([^\"?]*evil\\.example|javascript:)", page.Html);

        var saved = await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("returnUrl", returnUrl));
        Assert.Equal("/Admin/Customers", saved.Location);
    }

    [Fact]
    public async Task WhatTheFormDoesNotOfferCanNotBePosted()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Mass Assigned");
        var before = await Site.ReadAsync(id);

        await admin.SubmitAsync($"/Admin/Customers/{id}/Edit",
            ("CustomerPart.Number", "C-1"), ("CustomerPart.Claims[0]", "e:forged@example.com"), ("CustomerPart.Settings.UniqueEmail", "false"),
            ("ContentItemId", "forged"), ("Owner", "forged"), ("DisplayText", "forged"), ("CustomerPart.Company", "Changed"));
        var after = await Site.ReadAsync(id);

        Assert.Equal("Changed", after!.Company);
        Assert.Equal(before!.Number, after.Number);
        Assert.Equal(before.Claims, after.Claims);
    }

    [Fact]
    public async Task TheSecondOfTwoEditorsSeesBothVersionsAndLosesNothing()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync(part => (part.ContactName, part.Company) = ("Edited By Two", "Before"));
        var path = $"/Admin/Customers/{id}/Edit";
        var mine = await admin.GetAsync(path);

        using var other = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        await other.SubmitAsync(path, ("CustomerPart.Company", "Theirs"), ("CustomerPart.Phone", "+1 555 0100"));

        var refused = await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "CustomerPart.Company"), ("CustomerPart.Company", "Mine")]);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("This customer was saved after you had opened it", refused.Text, StringComparison.Ordinal);
        Assert.Contains("by user", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Theirs", refused.Text, StringComparison.Ordinal);
        Assert.Contains("+1 555 0100", refused.Text, StringComparison.Ordinal);
        Assert.Contains(("CustomerPart.Company", "Mine"), refused.Fields);
        Assert.Equal("Theirs", (await Site.ReadAsync(id))!.Company);

        var decided = await admin.PostAsync(path, [.. refused.Fields]);
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);
        Assert.Equal("Mine", (await Site.ReadAsync(id))!.Company);
    }

    [Fact]
    public async Task BothVersionsAreShownInTheWordsOfTheForm()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Told In Words");
        var path = $"/Admin/Customers/{id}/Edit";
        var mine = await admin.GetAsync(path);
        await Site.UpdateAsync(id, part => (part.Status, part.Gender, part.DateOfBirth) = (CustomerStatus.Inactive, "Female", new DateOnly(1984, 5, 23)));

        var refused = await admin.PostAsync(path, [.. mine.Fields]);

        Assert.Matches("Status\\s+Inactive\\s+Active", refused.Text);
        Assert.Matches("Gender\\s+Female\\s+Not said", refused.Text);
        Assert.Matches("Date of birth\\s+.*May.*1984", refused.Text);
        Assert.Contains("data-value=\"1984-05-23\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACustomerDeletedBetweenLoadingAndSavingIsMadeANewOneByTheNextSave()
    {
        var deletion = new DeletesOnce();
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services.AddSingleton<ICustomerRule>(deletion));
        using var admin = await SiteUser.AdminAsync(site);
        var id = await site.AddAsync("Vanishing Person");
        var mine = await admin.GetAsync($"/Admin/Customers/{id}/Edit");
        deletion.Delete = () => site.DeleteAsync(id);

        var refused = await admin.PostAsync($"/Admin/Customers/{id}/Edit", [.. mine.Fields]);

        Assert.Contains("This customer was deleted meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Matches($"<form[^>]*action=\"{CreatePath}\"", refused.Html);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(CreatePath, [.. refused.Fields])).Status);
    }

    [Fact]
    public async Task WhatWasTypedForACustomerDeletedMeanwhileIsNotLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Deleted Meanwhile");
        var mine = await admin.GetAsync($"/Admin/Customers/{id}/Edit");
        await Site.DeleteAsync(id);

        var answer = await admin.PostAsync($"/Admin/Customers/{id}/Edit", [.. mine.Fields.Where(field => field.Name != "CustomerPart.Company"), ("CustomerPart.Company", "Long typed text")]);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("This customer was deleted meanwhile", answer.Text, StringComparison.Ordinal);

        var saved = await admin.PostAsync(CreatePath, [.. answer.Fields]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("Long typed text", (await admin.GetAsync("/Admin/Customers?search=deleted+meanwhile")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("S13", "O13")]
    public async Task TheSiteDecidesWhichFieldsAreRequired()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        using var admin = await SiteUser.AdminAsync(site);
        const string Settings = "/Admin/Settings/customers";

        var saved = await admin.SubmitAsync(Settings, ("ISite.CustomerSettings.RequiredFields", "FirstName"), ("ISite.CustomerSettings.RequiredFields", "LastName"), ("ISite.CustomerSettings.RequiredFields", "Email"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var refused = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", "Contact name alone"));
        Assert.Contains("First name is required.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Last name is required.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("E-mail is required.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("S13", "O11")]
    public async Task ARequiredFieldIsMarkedAndTheContactNameMayStillBeComposed()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        using var admin = await SiteUser.AdminAsync(site);
        await admin.SubmitAsync("/Admin/Settings/customers", ("ISite.CustomerSettings.RequiredFields", "Gender"), ("ISite.CustomerSettings.RequiredFields", "Company"));
        var form = await admin.GetAsync(CreatePath);

        Assert.Matches("Gender\\s*\\*\\s+\\(required\\)", form.Text);
        Assert.Matches("Contact name\\s*\\*\\s+\\(required\\)", form.Text);
        Assert.Matches("<input id=\"CustomerPart_Company\"[^>]* required", form.Html);
        Assert.DoesNotMatch("<input id=\"CustomerPart_ContactName\"[^>]* required", form.Html);
        Assert.Contains("id=\"CustomerPart_Status\"", form.Html, StringComparison.Ordinal);
    }

    /// <summary>A rule that lets somebody else delete the customer while it is being saved.</summary>
    private sealed class DeletesOnce : ICustomerRule
    {
        public Func<Task>? Delete { get; set; }

        public async Task CheckAsync(CustomerRuleContext context)
        {
            if (Delete is { } delete)
            {
                Delete = null;
                await delete();
            }
        }
    }
}
