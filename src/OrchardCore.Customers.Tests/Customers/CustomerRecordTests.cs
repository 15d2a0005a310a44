using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What the record holds besides names and ways to reach somebody.</summary>
public abstract class CustomerRecordTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E10", "V14", "V15", "V16", "Tw3")]
    public async Task EveryFieldIsReadBackAsItWasSaved()
    {
        var id = await Site.AddAsync(part =>
        {
            part.ContactName = "Whole Record";
            part.Suffix = "Jr.";
            part.SecondPhone = "+354 555 0199";
            part.Language = "DE-at";
            part.Currency = "isk";
            part.MemberNumber = "7000318";
            part.MemberVerificationCode = "QA-318";
            part.Hold = new CustomerHold { Reason = " Checks ", UntilUtc = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
            part.Business = new CustomerBusiness { Name = "شاي <b>", TaxNumber = "=cmd", RegistrationNumber = "HRB 1", Address = new PostalAddress { Line1 = "Street 1", PostalCode = "10115", City = "Berlin", Country = "de" } };
            part.References = [new() { Key = "erp", Value = "K-1" }, new() { Key = " ", Value = " " }];
        });

        var part = await Site.ReadAsync(id);

        Assert.Equal(("Jr.", "+354 555 0199", "de-AT", "ISK"), (part!.Suffix, part.SecondPhone, part.Language, part.Currency));
        Assert.Equal(("7000318", "QA-318"), (part.MemberNumber, part.MemberVerificationCode));
        Assert.Equal(("Checks", new DateTime(2099, 1, 1)), (part.Hold!.Reason, part.Hold.UntilUtc!.Value.Date));
        Assert.Equal(("شاي <b>", "=cmd", "HRB 1"), (part.Business!.Name, part.Business.TaxNumber, part.Business.RegistrationNumber));
        Assert.Equal(("Street 1", "DE", "Berlin"), (part.Business.Address!.Line1, part.Business.Address.Country, part.Business.Address.City));
        Assert.Equal(("erp", "K-1"), (Assert.Single(part.References).Key, part.References[0].Value));
    }

    [Fact]
    [Seed("E19")]
    public async Task TheIdIsChosenOrTheContentItemIdAndNeverChanges()
    {
        var made = await Site.AddAsync("Made id");
        Assert.Equal(made, (await Site.ReadAsync(made))!.CustomId);

        var chosen = await Site.AddAsync(part => (part.ContactName, part.CustomId) = ("Chosen id", "Shop_1-a"));
        Assert.True((await Site.UpdateAsync(chosen, part => part.CustomId = "another")).Succeeded);
        Assert.Equal("Shop_1-a", (await Site.ReadAsync(chosen))!.CustomId);
        Assert.True((await Site.UpdateAsync(chosen, part => part.CustomId = null)).Succeeded);
        Assert.Equal("Shop_1-a", (await Site.ReadAsync(chosen))!.CustomId);
    }

    [Fact]
    [Seed("E19")]
    public async Task AnIdIsTakenLetterByLetterAndFreeAgainAfterADeletion()
    {
        var first = await Site.AddAsync(part => (part.ContactName, part.CustomId) = ("First with the id", "taken-id"));
        var number = (await Site.ReadAsync(first))!.Number;

        var (refused, _) = await Site.CreateAsync(part => (part.ContactName, part.CustomId) = ("Second with the id", "taken-id"));
        Assert.Equal($"CustomerPart.CustomId: Customer {number} already has this id.", refused.TheError());

        await Site.AddAsync(part => (part.ContactName, part.CustomId) = ("Third with the id", "Taken-id"));
        await Site.DeleteAsync(first);
        await Site.AddAsync(part => (part.ContactName, part.CustomId) = ("Fourth with the id", "taken-id"));
    }

    [Fact]
    [Seed("E19")]
    public async Task OfSixteenWithOneIdExactlyOneIsSaved()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(index => Site.CreateAsync(part => (part.ContactName, part.CustomId) = ($"Id race {index}", "raced-id"))));

        Assert.Single(results, result => result.Result.Succeeded);
        Assert.All(results.Where(result => !result.Result.Succeeded), result => Assert.Contains("CustomId", result.Result.TheError(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CustomId", "with space", "An id has 1 to 66")]
    [InlineData("CustomId", "ümlaut", "An id has 1 to 66")]
    [InlineData("Language", "German", "is no language")]
    [InlineData("Language", "xx-DE", "is no language")]
    [InlineData("Currency", "EURO", "is no currency")]
    [InlineData("Currency", "DEM", "is no currency")]
    [InlineData("Gender", "Martian", "is no gender of this site")]
    [InlineData("PreferredSite", "nowhere", "There is no site")]
    [InlineData("SecondPhone", "call me", "This is no phone number")]
    public async Task WhatIsOnNoListIsRefused(string field, string value, string error)
    {
        var (result, _) = await Site.CreateAsync(part =>
        {
            part.ContactName = "Refused";
            typeof(CustomerPart).GetProperty(field)!.SetValue(part, value);
        });

        Assert.StartsWith($"CustomerPart.{field}: ", result.TheError(), StringComparison.Ordinal);
        Assert.Contains(error, result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGenderIsReadInAnyCaseAndKeptAsTheSettingsSayIt()
        => Assert.Equal("Female", (await Site.ReadAsync(await Site.AddAsync(part => (part.ContactName, part.Gender) = ("Some case", "fEMALE"))))!.Gender);

    [Fact]
    [Seed("Tw3")]
    public async Task ReferencesHaveKeysThatDifferAndThereAreNotTooMany()
    {
        async Task<string> RefusedAsync(params CustomerReference[] references)
            => (await Site.CreateAsync(part => (part.ContactName, part.References) = ("Referred", references))).Result.TheError();

        Assert.StartsWith("CustomerPart.References[1].Key: There is a reference with the key", await RefusedAsync(new() { Key = "erp", Value = "1" }, new() { Key = "ERP", Value = "2" }), StringComparison.Ordinal);
        Assert.StartsWith("CustomerPart.References[0].Key: The reference “1” needs a key", await RefusedAsync(new CustomerReference { Value = "1" }), StringComparison.Ordinal);
        Assert.StartsWith("CustomerPart.References[0].Value: ", await RefusedAsync(new CustomerReference { Key = "erp" }), StringComparison.Ordinal);
        Assert.StartsWith("CustomerPart.References: ", await RefusedAsync([.. Enumerable.Range(1, 51).Select(index => new CustomerReference { Key = $"k{index}", Value = "v" })]), StringComparison.Ordinal);
    }

    [Fact]
    [Seed("V13")]
    public async Task AConsentKeepsTheTimeTheSourceAndTheWordingOfItsMoment()
    {
        var channel = new ConsentChannel { Name = "email", Wording = "I agree." };
        var first = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var id = await Site.AddAsync(part =>
        {
            part.ContactName = "Consenting";
            part.SetConsent(channel, true, first, "Admin: kim");
            part.SetConsent(new ConsentChannel { Name = "sms", Wording = "By text." }, false, first, "Admin: kim");
        });

        // Said again, nothing changes; taken back, all does.
        await Site.UpdateAsync(id, part => part.SetConsent(new ConsentChannel { Name = "email", Wording = "New words." }, true, first.AddDays(1), "Recipe"));
        var given = Assert.Single((await Site.ReadAsync(id))!.Consents);
        Assert.Equal((true, first, "Admin: kim", "I agree."), (given.IsGiven, given.Utc, given.Source, given.Wording));

        await Site.UpdateAsync(id, part => part.SetConsent(new ConsentChannel { Name = "email", Wording = "New words." }, false, first.AddDays(2), "Recipe"));
        var withdrawn = Assert.Single((await Site.ReadAsync(id))!.Consents);
        Assert.Equal((false, first.AddDays(2), "Recipe", "New words."), (withdrawn.IsGiven, withdrawn.Utc, withdrawn.Source, withdrawn.Wording));
    }

    [Fact]
    [Seed("E11", "E12")]
    public async Task AHoldIsShownUntilItIsOver()
    {
        var now = DateTime.UtcNow;
        Assert.Equal(["On hold"], await StatesAsync(CustomerStatus.Active, new CustomerHold()));
        Assert.Equal(["On hold"], await StatesAsync(CustomerStatus.Active, new CustomerHold { UntilUtc = now.AddHours(1) }));
        Assert.Equal(["Active"], await StatesAsync(CustomerStatus.Active, new CustomerHold { UntilUtc = now.AddHours(-1) }));
        Assert.Equal(["Inactive", "On hold"], await StatesAsync(CustomerStatus.Inactive, new CustomerHold()));

        Task<string[]> StatesAsync(CustomerStatus status, CustomerHold hold) => Site.InScopeAsync(services => Task.FromResult(
            CustomerBadges.For(new CustomerPart { Status = status, Hold = hold }, now, services.GetRequiredService<CustomerFields>()).Select(badge => badge.Value).ToArray()));
    }

    [Fact]
    public async Task ACustomIdIsKeptWhenOrchardUpdatesTheItem()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.CustomId) = ("Kept by Orchard", "orchard-1"));

        await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            customer!.Alter<CustomerPart>(part => part.CustomId = "forged");
            await services.GetRequiredService<IContentManager>().UpdateAsync(customer!);
        });

        Assert.Equal("orchard-1", (await Site.ReadAsync(id))!.CustomId);
    }
}

public sealed class SqliteCustomerRecordTests(SqliteSite site) : CustomerRecordTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerRecordTests(PostgresSite site) : CustomerRecordTests(site), IClassFixture<PostgresSite>;

public sealed class ListsOfTheWorldTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE-at", "de-AT")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("german", null)]
    [InlineData("xx", null)]
    [InlineData("de-XX", null)]
    [InlineData("de_AT", null)]
    [InlineData("", null)]
    [InlineData("<script>", null)]
    public void ALanguageIsATagThatNamesOne(string text, string? tag) => Assert.Equal(tag, Languages.Parse(text));

    [Fact]
    public void CurrenciesAreThoseInUse()
    {
        Assert.InRange(Currencies.All.Count, 140, 180);
        Assert.All(Currencies.All, currency => Assert.Matches("^[A-Z]{3}$", currency.Code));
        Assert.Equal(["EUR", "GBP", "USD", "JPY", "AED", "ISK", "CHF", "CAD"], new[] { "eur", "GBP", "USD", "JPY", "AED", "ISK", "CHF", "CAD" }.Select(code => Currencies.Find(code)!.Code));
        Assert.Null(Currencies.Find("DEM"));
    }
}
