using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>The form, the page and the settings of the whole record.</summary>
public sealed class CustomerRecordFormTests : IAsyncLifetime
{
    private const string CreatePath = "/Admin/Customers/Create";

    /// <summary>The site stands in Auckland, as all sites of these tests.</summary>
    private const string Settings = """
        { "name": "settings", "CustomerSettings": { "Sites": [ { "Code": "DE", "Name": "Germany <b>" }, { "Code": "IS", "Name": "Ísland" } ] } }
        """;

    /// <summary>A merchant's fields, none of them required.</summary>
    private static readonly string Fields = CustomFieldTests.Definition.Replace("\"Required\": true", "\"Required\": false", StringComparison.Ordinal);

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, CustomersSite.Roles, Settings, Fields);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    [Seed("E10", "E11", "V13", "V14", "V15", "V16", "V17", "V18", "E8")]
    public async Task WhatIsTypedIsSavedShownOnThePageAndFoundInTheFormAgain()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        (string Name, string Value)[] typed =
        [
            ("CustomerPart.ContactName", "Everything"), ("CustomerPart.Suffix", "PhD"), ("CustomerPart.SecondPhone", "+354 555 0102"), ("CustomerPart.Language", "is-IS"),
            ("CustomerPart.Currency", "ISK"), ("CustomerPart.PreferredSite", "IS"), ("CustomerPart.Sites", "DE"), ("CustomerPart.OnHold", "true"),
            ("CustomerPart.HoldReason", "Checks"), ("CustomerPart.HoldUntil", "2099-07-31"), ("CustomerPart.Consents", "email"), ("CustomerPart.IsBusiness", "true"),
            ("CustomerPart.Business.Name", "Tékassi ehf"), ("CustomerPart.Business.TaxNumber", "VSK 1"), ("CustomerPart.Business.Address.Line1", "Laugavegur 1"),
            ("CustomerPart.Business.Address.PostalCode", "101"), ("CustomerPart.Business.Address.City", "Reykjavík"), ("CustomerPart.Business.Address.Country", "IS"), ("CustomerPart.MemberNumber", "7000"), ("CustomerPart.MemberVerificationCode", "QA"),
            ("CustomerPart.References[0].Key", "erp"), ("CustomerPart.References[0].Value", "K-1"), ("CustomerPart.CustomId", "every-1"), ("Customer.Nickname.Text", "Evy"),
            ("Customer.Vip.Value", "true"),
        ];

        var saved = await admin.SubmitAsync(CreatePath, typed);
        Assert.Equal((HttpStatusCode.Redirect, ""), (saved.Status, saved.Status == HttpStatusCode.Redirect ? "" : saved.Text));
        var id = await IdOfAsync("Everything");

        var part = await _site.ReadAsync(id);
        // In Auckland the day after begins twelve hours before it does in UTC.
        Assert.Equal(new DateTime(2099, 7, 31, 12, 0, 0), part!.Hold!.UntilUtc);
        var consent = Assert.Single(part.Consents);
        Assert.Equal(("email", true, "Admin: admin"), (consent.Channel, consent.IsGiven, consent.Source));
        Assert.Contains("by e-mail", consent.Wording, StringComparison.Ordinal);

        var form = await admin.GetAsync($"/Admin/Customers/{id}/Edit");
        Assert.All(typed, field => Assert.Contains(field, form.Fields));

        var page = (await admin.GetAsync($"/Admin/Customers/{id}")).Text;
        Assert.All(
            ["PhD", "+354 555 0102", "Icelandic (Iceland) (is-IS)", "ISK – Icelandic Króna", "Ísland", "Germany <b>", "On hold", "Checks", "31 July 2099", "Tékassi ehf", "VSK 1", "Laugavegur 1", "7000", "QA", "erp", "K-1", "every-1", "Admin: admin", "Nickname", "Evy", "Very important"],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HoldUntil", "2001-01-01", "This day is over")]
    [InlineData("HoldUntil", "tomorrow", "This is no date")]
    [InlineData("Language", "Klingon", "is no language")]
    [InlineData("Currency", "XYZ", "is no currency")]
    [InlineData("PreferredSite", "FR", "There is no site")]
    [InlineData("CustomId", "a b", "An id has 1 to 66")]
    [InlineData("SecondPhone", "call me", "This is no phone number")]
    [InlineData("MemberNumber", "A\u0007B", "contains characters that can't be shown")]
    [InlineData("Business.Name", "abc\u202Edef", "contains characters that can't be shown")]
    [InlineData("References[0].Key", "", "needs a key")]
    public async Task BadInputGetsAnErrorBesideTheFieldAndNothingTypedIsLost(string field, string value, string error)
    {
        using var admin = await SiteUser.AdminAsync(_site);
        (string Name, string Value)[] typed =
        [
            ("CustomerPart." + field, value), ("CustomerPart.ContactName", "Typed"), ("CustomerPart.OnHold", "true"), ("CustomerPart.HoldReason", "Why"), ("CustomerPart.IsBusiness", "true"),
            ("CustomerPart.Business.TaxNumber", "T<1>"), ("CustomerPart.Consents", "sms"), ("CustomerPart.References[0].Value", "kept"), ("CustomerPart.References[0].Key", "erp"),
        ];
        typed = [.. typed.DistinctBy(pair => pair.Name)];

        var page = await admin.SubmitAsync(CreatePath, typed);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var id = ("CustomerPart." + field).Replace('.', '_').Replace('[', '_').Replace(']', '_');
        Assert.Matches($"id=\"{id}-error\"[^>]*>[^<]*{error}", WebUtility.HtmlDecode(page.Html));
        Assert.All(typed, pair => Assert.Contains(pair, page.Fields));
    }

    [Fact]
    public async Task WhatIsTypedWithoutItsSwitchIsAskedAbout()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var page = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", "Switched off"), ("CustomerPart.Business.Name", "Typed Ltd"), ("CustomerPart.HoldReason", "Typed reason"));

        Assert.Contains("Tick “Business user”", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tick “On hold”", page.Text, StringComparison.Ordinal);
        Assert.Contains(("CustomerPart.Business.Name", "Typed Ltd"), page.Fields);
    }

    [Fact]
    [Seed("V13")]
    public async Task BoxesThatAreNotTouchedKeepWhatWasSaid()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var then = new DateTime(2025, 3, 4, 5, 6, 7, DateTimeKind.Utc);
        var id = await _site.AddAsync(part =>
        {
            part.ContactName = "Untouched";
            part.SetConsent(new ConsentChannel { Name = "email", Wording = "Old words." }, true, then, "Web");
            part.SetConsent(new ConsentChannel { Name = "gone", Wording = "By pigeon." }, true, then, "Web");
        });
        var path = $"/Admin/Customers/{id}/Edit";

        await admin.SubmitAsync(path, ("CustomerPart.Company", "Changed"));
        Assert.All((await _site.ReadAsync(id))!.Consents, consent => Assert.Equal((true, then, "Web"), (consent.IsGiven, consent.Utc, consent.Source)));

        var form = await admin.GetAsync(path);
        await admin.PostAsync(path, [.. form.Fields.Where(field => field.Name != "CustomerPart.Consents")]);
        var consents = (await _site.ReadAsync(id))!.Consents;
        Assert.False(consents.Single(consent => consent.Channel == "email").IsGiven);
        Assert.True(consents.Single(consent => consent.Channel == "gone").IsGiven);
    }

    [Fact]
    public async Task AGenderAndASiteThatLeftTheSettingsStayWithThoseWhoHaveThem()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddAsync(part => (part.ContactName, part.Gender, part.PreferredSite, part.Sites) = ("Left behind", "Other", "DE", ["IS"]));
        var path = $"/Admin/Customers/{id}/Edit";
        await _site.ChangeSettingsAsync(("Genders", "Female\nMale"), ("Sites", "FR = France"));

        var saved = await admin.SubmitAsync(path, ("CustomerPart.Company", "Changed"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var part = await _site.ReadAsync(id);
        Assert.Equal(("Changed", "Other", "DE", "IS"), (part!.Company, part.Gender, part.PreferredSite, Assert.Single(part.Sites)));
        Assert.Contains("Other", (await admin.GetAsync($"/Admin/Customers/{id}")).Text, StringComparison.Ordinal);

        var another = await _site.AddAsync("Newcomer");
        var refused = await admin.SubmitAsync($"/Admin/Customers/{another}/Edit", ("CustomerPart.Gender", "Other"), ("CustomerPart.Sites", "IS"));
        Assert.Contains("is no gender of this site", refused.Text, StringComparison.Ordinal);
        Assert.Contains("There is no site “IS”", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BothVersionsOfTheWholeRecordAreShownInTheWordsOfTheForm()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddAsync("Told whole");
        var path = $"/Admin/Customers/{id}/Edit";
        var mine = await admin.GetAsync(path);
        await _site.UpdateAsync(id, part =>
        {
            part.Currency = "ISK";
            part.Sites = ["DE", "IS"];
            part.Hold = new CustomerHold { Reason = "Checks" };
            part.Business = new CustomerBusiness { Name = "Theirs Ltd" };
            part.References = [new() { Key = "erp", Value = "K-1" }];
            part.SetConsent(new ConsentChannel { Name = "sms", Wording = "W" }, true, DateTime.UtcNow, "Web");
        });

        var refused = await admin.PostAsync(path, [.. mine.Fields]);

        Assert.Matches("Currency\\s+ISK – Icelandic Króna", refused.Text);
        Assert.Matches("Further sites\\s+Germany <b>, Ísland", refused.Text);
        Assert.Matches("On hold\\s+Yes\\s+No", refused.Text);
        Assert.Matches("Reason\\s+Checks", refused.Text);
        Assert.Matches("Notifications\\s+By text message", refused.Text);
        Assert.Matches("Business user\\s+Yes\\s+No", refused.Text);
        Assert.Matches("Business name\\s+Theirs Ltd", refused.Text);
        Assert.Matches("References\\s+erp: K-1", refused.Text);
        Assert.DoesNotContain("{\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("data-value=\"DE,IS\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheFormDoesNotOfferCanNotBePosted()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await _site.AddAsync(part => (part.ContactName, part.CustomId) = ("Fixed id", "fixed"));

        await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.CustomId", "forged"), ("CustomerPart.AccountId", "forged"), ("CustomerPart.Company", "Changed"));

        var part = await _site.ReadAsync(id);
        Assert.Equal(("Changed", "fixed", null), (part!.Company, part.CustomId, part.AccountId));
    }

    [Theory]
    [InlineData("Sites", "DE Germany", "does not begin with a code")]
    [InlineData("Sites", "DE =", "there has to be a text")]
    [InlineData("Sites", "DE = One\nde = Two", "is there twice")]
    [InlineData("ConsentChannels", "by mail = Yes", "does not begin with a code")]
    [InlineData("Genders", "A\u0007B", "can't be shown")]
    public async Task TheSettingsSayWhatIsWrongWithALine(string field, string value, string error)
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var page = await admin.SubmitAsync("/Admin/Settings/customers", ("ISite.CustomerSettings." + field, value));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(error, page.Text, StringComparison.Ordinal);
        Assert.Contains(value, page.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    [Seed("V13")]
    public async Task TheSettingsKeepTheirLists()
    {
        await _site.ChangeSettingsAsync(("Titles", "Sir\r\nDame\r\n\r\nsir"), ("Sites", " A1 = First = best "), ("ConsentChannels", "fax = By fax, please."), ("BusinessNeedsGroup", "true"));
        using var admin = await SiteUser.AdminAsync(_site);

        var settings = (await admin.GetAsync("/Admin/Settings/customers")).Text.ReplaceLineEndings("\n");
        Assert.Contains("Sir\nDame", settings, StringComparison.Ordinal);
        Assert.Contains("A1 = First = best", settings, StringComparison.Ordinal);

        var form = await admin.GetAsync(CreatePath);
        Assert.Contains("By fax, please.", form.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Dame\">", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewFieldsCanBeRequired()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        const string Required = "ISite.CustomerSettings.RequiredFields";
        await admin.SubmitAsync("/Admin/Settings/customers", (Required, "Language"), (Required, "Currency"), (Required, "PreferredSite"), (Required, "SecondPhone"));

        var refused = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", "Required"));

        Assert.All(["Language is required.", "Currency is required.", "Preferred site is required.", "Second phone is required."], text => Assert.Contains(text, refused.Text, StringComparison.Ordinal));
    }

    private async Task<string> IdOfAsync(string name)
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var list = await admin.GetAsync("/Admin/Customers?search=" + Uri.EscapeDataString(name));

        return System.Text.RegularExpressions.Regex.Match(list.Html, "/Admin/Customers/([a-z0-9]{26})[?\"]").Groups[1].Value;
    }
}
