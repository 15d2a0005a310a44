using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>Customers look after their own record.</summary>
public sealed class DetailsTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private const string Edit = "/account/edit";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S1")]
    public async Task ACustomerChangesWhatIsTheCustomersOwn()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var saved = await user.SubmitAsync(Edit, ("CustomerPart.FirstName", " Ása "), ("CustomerPart.Phone", "+354 555 0101"), ("CustomerPart.Language", "is"), ("CustomerPart.DateOfBirth", "1984-05-23"), ("CustomerPart.Consents", "email"));

        Assert.Equal("/account?note=DetailsSaved", saved.Location);
        var part = (await shopper.ReadAsync())!;
        Assert.Equal(("Ása", "+354 555 0101", "is", new DateOnly(1984, 5, 23)), (part.FirstName, part.Phone, part.Language, part.DateOfBirth));
        Assert.Equal("Ása Shopper", part.ContactName);
        var consent = Assert.Single(part.Consents);
        Assert.Equal(("email", true, "Storefront: the customer"), (consent.Channel, consent.IsGiven, consent.Source));
        Assert.NotNull(consent.Wording);
        Assert.Contains("Your details are saved.", (await user.GetAsync(saved.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameOfItsOwnStaysWhenTheOthersChange()
    {
        var shopper = await Site.AddShopperAsync(part => part.ContactName = "The Tea Lady");
        using var user = await shopper.LogInAsync();

        await user.SubmitAsync(Edit, ("CustomerPart.LastName", "Other"));

        Assert.Equal(("The Tea Lady", "Other"), ((await shopper.ReadAsync())!.ContactName, (await shopper.ReadAsync())!.LastName));
    }

    [Fact]
    public async Task WhatIsTheShopsCanNotBeSent()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();
        var before = (await shopper.ReadAsync())!;

        var saved = await user.SubmitAsync(
            Edit,
            ("CustomerPart.Phone", "+1 212 555 0199"),
            ("CustomerPart.Number", "C-1"),
            ("CustomerPart.CustomId", "mine"),
            ("CustomerPart.Email", "other@example.com"),
            ("CustomerPart.Status", "Inactive"),
            ("CustomerPart.Currency", "USD"),
            ("CustomerPart.PreferredSite", "US"),
            ("CustomerPart.Groups", "vip"),
            ("CustomerPart.ManagedBy", "somebody"),
            ("CustomerPart.AccountId", "somebody"),
            ("CustomerPart.MemberNumber", "7"),
            ("CustomerPart.Hold.Reason", "x"),
            ("CustomerPart.Business.Name", "x"),
            ("CustomerPart.References[0].Key", "erp"),
            ("CustomerPart.Claims", "e:x"),
            ("id", "somebody"));

        Assert.Equal("/account?note=DetailsSaved", saved.Location);
        var after = (await shopper.ReadAsync())!;
        Assert.Equal("+1 212 555 0199", after.Phone);
        after.Phone = before.Phone;
        after.Revision = before.Revision;
        Assert.Equal(Text(before), Text(after));

        static string Text(CustomerPart part) => JsonSerializer.Serialize(new
        {
            part.Number,
            part.CustomId,
            part.Email,
            part.Status,
            part.Currency,
            part.PreferredSite,
            part.Groups,
            part.ManagedBy,
            part.AccountId,
            part.MemberNumber,
            part.Hold,
            part.Business,
            part.References,
            part.Claims,
            part.Title,
            part.FirstName,
            part.LastName,
            part.ContactName,
            part.Consents,
        });
    }

    [Fact]
    public async Task WhatIsNotOnAThemesPageIsNotChangedByIt()
    {
        var shopper = await Site.AddShopperAsync(part =>
        {
            part.Title = "Dr.";
            part.SetConsent(new ConsentChannel { Name = "email" }, true, DateTime.UtcNow, "Test");
        });
        using var user = await shopper.LogInAsync();
        var token = (await user.GetAsync(Edit)).Fields.First(field => field.Name == "__RequestVerificationToken");
        var revision = (await shopper.ReadAsync())!.Revision;

        var saved = await user.PostAsync(Edit, token, ("CustomerPart.Revision", $"{revision}"), ("CustomerPart.Phone", "+354 555 0101"));

        Assert.Equal("/account?note=DetailsSaved", saved.Location);
        var part = (await shopper.ReadAsync())!;
        Assert.Equal(("Dr.", "Åse", "+354 555 0101"), (part.Title, part.FirstName, part.Phone));
        Assert.True(part.Wants("email"));
    }

    [Fact]
    public async Task WhatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var page = await user.SubmitAsync(Edit, ("CustomerPart.Phone", "none"), ("CustomerPart.DateOfBirth", "yesterday"), ("CustomerPart.Company", "<b>شاي</b>"), ("CustomerPart.Consents", "sms"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"CustomerPart_DateOfBirth-error\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(("CustomerPart.Company", "<b>شاي</b>"), page.Fields);
        Assert.Contains(("CustomerPart.Consents", "sms"), page.Fields);
        page = await user.SubmitAsync(Edit, ("CustomerPart.Phone", "none"));
        Assert.Contains("id=\"CustomerPart_Phone-error\"", page.Html, StringComparison.Ordinal);
        Assert.Null((await shopper.ReadAsync())!.Phone);
    }

    [Fact]
    public async Task WhatTheShopSavedMeanwhileIsShownBesideWhatWasTypedAndSavingAgainDecides()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();
        var form = await user.GetAsync(Edit);
        await Site.UpdateAsync(shopper.Id, part => part.Phone = "+354 555 0102");
        (string, string)[] typed = [.. form.Fields.Where(field => field.Name != "CustomerPart.Phone"), ("CustomerPart.Phone", "+354 555 0101")];

        var conflict = await user.PostAsync(Edit, typed);

        Assert.Contains("+354 555 0102", conflict.Text, StringComparison.Ordinal);
        Assert.Contains(("CustomerPart.Phone", "+354 555 0101"), conflict.Fields);
        Assert.Equal("+354 555 0102", (await shopper.ReadAsync())!.Phone);

        Assert.Equal("/account?note=DetailsSaved", (await user.PostAsync(Edit, [.. conflict.Fields])).Location);
        Assert.Equal("+354 555 0101", (await shopper.ReadAsync())!.Phone);
    }

    [Fact]
    public async Task ACustomerTakesTheOwnDataAlongWithoutWhatStaffWroteForItself()
    {
        var shopper = await Site.AddShopperAsync(part =>
        {
            (part.Company, part.Hold) = ("Tékassi ehf", new CustomerHold { Reason = "Never pays" });
            part.SetConsent(new ConsentChannel { Name = "email", Wording = "Write to me." }, true, DateTime.UtcNow, "Admin: kim");
        });
        await Site.AddAddressAsync(shopper.Id, AddressSite.Berlin("home"));
        await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(shopper.Id);
            await services.GetRequiredService<ICustomerNoteManager>().AddAsync(customer!, "Talks a lot");
        });
        using var user = await shopper.LogInAsync();

        var file = await user.GetAsync("/account/download");

        using var data = JsonDocument.Parse(file.Html);
        Assert.Equal("Tékassi ehf", data.RootElement.GetProperty("company").GetString());
        Assert.Equal("Write to me.", data.RootElement.GetProperty("consents")[0].GetProperty("wording").GetString());
        Assert.Equal("Unter den Linden 1", data.RootElement.GetProperty("addresses")[0].GetProperty("address").GetProperty("line1").GetString());
        Assert.DoesNotContain("Talks a lot", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Never pays", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("kim", file.Html, StringComparison.Ordinal);
        Assert.Contains("Tékassi", file.Html, StringComparison.Ordinal);
    }
}
