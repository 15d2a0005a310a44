using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Columns;

/// <summary>What the columns make of what people and other programs write.</summary>
public sealed class ColumnValueTests(SqliteTransfer fixture) : IClassFixture<SqliteTransfer>
{
    private TestSite Site => fixture.Site;

    [Theory]
    [Seed("V5", "V6", "V7", "V13")]
    [InlineData("Status", "inactive", "Inactive")]
    [InlineData("Status", "no", "Inactive")]
    [InlineData("Status", "0", "Inactive")]
    [InlineData("Status", "disabled", "Inactive")]
    [InlineData("Status", "TRUE", "Active")]
    [InlineData("Date Of Birth", "1984/5/3", "1984-05-03")]
    [InlineData("Date Of Birth", "3.5.1984", "1984-05-03")]
    [InlineData("Date Of Birth", "23/05/1984", "1984-05-23")]
    [InlineData("Date Of Birth", "5/23/1984", "1984-05-23")]
    [InlineData("Date Of Birth", "5/5/1984", "1984-05-05")]
    [InlineData("Date Of Birth", "3 May 1984", "1984-05-03")]
    [InlineData("Date Of Birth", "May 3, 1984", "1984-05-03")]
    [InlineData("Date Of Birth", "1984-05-03 00:00:00", "1984-05-03")]
    [InlineData("Gender", "female", "Female")]
    [InlineData("Gender", "m", "Male")]
    [InlineData("Language", "de_at", "de-AT")]
    [InlineData("Currency", "eur", "EUR")]
    [InlineData("Preferred Site", "MAIN", "main")]
    [InlineData("Preferred Site", "Main shop", "main")]
    [InlineData("Further Sites", "Outlet, main", "outlet; main")]
    [InlineData("Groups", "VIP;wholesale buyers", "vip; wholesale")]
    [InlineData("Phone", "'+49 30 1234", "+49 30 1234")]
    [InlineData("Title", "Mr", "Mr.")]
    [InlineData("Title", "Graf", "Graf")]
    [InlineData("Consent email", "true", "Yes")]
    [InlineData("On Hold", "y", "Yes")]
    [InlineData("Hold Reason", "Papers", "Papers")]
    [InlineData("Hold Until", "31.12.2099", "2099-12-31")]
    [InlineData("Business User", "1", "Yes")]
    [InlineData("Business City", "Berlin", "Berlin")]
    [InlineData("References", @"a = 1 ;b=x\;y=z;", @"a=1; b=x\;y=z")]
    [InlineData("Field Customer.Discount", "-0.50", "-0.50")]
    [InlineData("Field Customer.Vip", "1", "Yes")]
    [InlineData("Field Customer.Since", "3.2.2001", "2001-02-03")]
    [InlineData("Field Customer.Seen", "2024-05-23T16:30:00+02:00", "2024-05-23T14:30:00Z")]
    [InlineData("Field Customer.Opens", "9:30", "09:30:00")]
    [InlineData("Field Customer.Homepage", "/shop", "/shop")]
    public async Task AValueIsTakenAsItIsMeant(string column, string text, string exported)
    {
        (string, string)[] rest = column == "Business City" ? [("Business Address 1", "Dam 1"), ("Business Postal Code", "10117"), ("Business Country", "DE")] : [];

        var id = await Site.TakeAsync(null, [("Contact Name", "Valued"), (column, text), .. rest]);

        Assert.Equal(exported, (await Site.ExportAsync(id))[column]);
    }

    [Fact]
    public async Task AComposedNameFollowsItsPartsUnlessTheFileHasOne()
    {
        var id = await Site.TakeAsync(null, ("First Name", "Ann"), ("Last Name", "Lee"));
        await Site.TakeAsync(id, ("Last Name", "Young"));
        Assert.Equal("Ann Young", (await Site.ReadAsync(id))!.ContactName);

        await Site.TakeAsync(id, ("Contact Name", "Ann Young"), ("Last Name", "Old"));
        Assert.Equal("Ann Young", (await Site.ReadAsync(id))!.ContactName);

        await Site.TakeAsync(id, ("Last Name", "Other"));
        Assert.Equal("Ann Young", (await Site.ReadAsync(id))!.ContactName);

        await Site.TakeAsync(id, ("Contact Name", ""));
        Assert.Equal("Ann Other", (await Site.ReadAsync(id))!.ContactName);
    }

    [Fact]
    public async Task AConsentThatIsKnownKeepsItsTimeAndSource()
    {
        var said = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var id = await Site.AddAsync(part => (part.ContactName, part.Consents) = ("Agreed Once", [new() { Channel = "email", IsGiven = true, Utc = said, Source = "Shop" }]));

        await Site.TakeAsync(id, ("Consent email", "yes"), ("Consent sms", "Yes"), ("Consent post", "No"), ("Consent phone", ""));
        var part = (await Site.ReadAsync(id))!;
        Assert.Equal((said, "Shop"), (part.FindConsent("email")!.Utc, part.FindConsent("email")!.Source));
        Assert.Equal("Import", part.FindConsent("sms")!.Source);
        Assert.Equal("I want to be told about news and offers by text message.", part.FindConsent("sms")!.Wording);
        Assert.Equal((null, null), (part.FindConsent("post"), part.FindConsent("phone")));

        await Site.TakeAsync(id, ("Consent email", "no"), ("Consent sms", ""));
        part = (await Site.ReadAsync(id))!;
        Assert.Equal((false, "Import", true), (part.FindConsent("email")!.IsGiven, part.FindConsent("email")!.Source, part.Wants("sms")));
    }

    [Fact]
    public async Task AHoldIsChangedAndReleased()
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "Held"), ("Hold Reason", "Papers"), ("Hold Until", "2099-12-31"));
        var until = (await Site.ReadAsync(id))!.Hold!.UntilUtc;

        await Site.TakeAsync(id, ("Hold Reason", "Other papers"));
        Assert.Equal(("Other papers", until), ((await Site.ReadAsync(id))!.Hold!.Reason, (await Site.ReadAsync(id))!.Hold!.UntilUtc));

        await Site.TakeAsync(id, ("Hold Until", ""));
        Assert.Equal(("Other papers", null), ((await Site.ReadAsync(id))!.Hold!.Reason, (await Site.ReadAsync(id))!.Hold!.UntilUtc));

        await Site.TakeAsync(id, ("On Hold", "No"));
        Assert.Null((await Site.ReadAsync(id))!.Hold);
    }

    [Fact]
    [Seed("V15", "V16")]
    public async Task ABusinessComesWithWhatIsSaidOfItAndGoesWithNo()
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "Buyer"), ("Tax Number", "DE129273398"));
        await Site.TakeAsync(id, ("Business Name", "Buyer Ltd."), ("Business Address 1", "Dam 1"), ("Business City", "Amsterdam"), ("Business Postal Code", "1012js"), ("Business Country", "Netherlands"));
        var business = (await Site.ReadAsync(id))!.Business!;
        Assert.Equal(("Buyer Ltd.", "DE129273398", "NL", "1012 JS"), (business.Name, business.TaxNumber, business.Address!.Country, business.Address.PostalCode));

        await Site.TakeAsync(id, ("Business Address 1", ""), ("Business City", ""), ("Business Postal Code", ""));
        Assert.Null((await Site.ReadAsync(id))!.Business!.Address);

        await Site.TakeAsync(id, ("Business User", "No"), ("Tax Number", ""));
        Assert.Null((await Site.ReadAsync(id))!.Business);
    }

    [Fact]
    [Seed("Tw3", "Tw4")]
    public async Task FiveReferencesComeAsPairsBesidesThoseThatAreThere()
    {
        var id = await Site.TakeAsync(
            null,
            [("Contact Name", "Referred"), ("References", "erp=K-1"), .. Enumerable.Range(1, 5).SelectMany(number => new[] { ($"Reference {number} Name", $"Key{number}"), ($"Reference {number} Value", $"{number}") })]);
        Assert.Equal("erp=K-1; Key1=1; Key2=2; Key3=3; Key4=4; Key5=5", (await Site.ExportAsync(id))["References"]);

        await Site.TakeAsync(id, ("Reference 1 Name", "KEY2"), ("Reference 1 Value", "two"), ("Reference 2 Name", "Key3"), ("Reference 2 Value", ""), ("Reference 3 Name", "Key9"));
        Assert.Equal("erp=K-1; Key1=1; Key2=two; Key4=4; Key5=5", (await Site.ExportAsync(id))["References"]);

        await Site.TakeAsync(id, ("References", ""));
        Assert.Empty((await Site.ReadAsync(id))!.References);
    }

    [Fact]
    public async Task FieldsOfTheMerchantAreTakenAwayAndLeaveTheOthers()
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "With Fields"), ("Field Customer.Nickname", "Annie"), ("Field Customer.Discount", "12.5"), ("Field Customer.Homepage", "https://example.com"), ("Field Customer.Homepage Text", "Here"), ("Field CustomerPart.Motto", "Never give up"));

        await Site.TakeAsync(id, ("Field Customer.Discount", ""), ("Field Customer.Homepage Text", "There"), ("Company", "Changed as well"));

        var exported = await Site.ExportAsync(id);
        Assert.DoesNotContain("Field Customer.Discount", exported.Keys);
        Assert.Equal(("Annie", "https://example.com", "There"), (exported["Field Customer.Nickname"], exported["Field Customer.Homepage"], exported["Field Customer.Homepage Text"]));
        Assert.Equal(("Never give up", "Changed as well"), (exported["Field CustomerPart.Motto"], exported["Company"]));
    }

    /// <summary>Orchard's editor cleans what it keeps of them, and links between items are nothing that a file can name.</summary>
    [Fact]
    public async Task FieldsThatAFileCannotWriteAreExported()
    {
        var id = await Site.AddAsync("Written Elsewhere");
        await Site.InScopeAsync(async services =>
        {
            var customer = (await services.GetRequiredService<ICustomerManager>().FindAsync(id))!;
            customer.GetOrCreate<ContentPart>("Customer").Apply("About", new HtmlField { Html = "<p>Über</p>" });
            customer.GetOrCreate<ContentPart>("Customer").Apply("Topics", new TaxonomyField { TagNames = ["Wood", "Stone"] });
            Assert.True((await services.GetRequiredService<ICustomerManager>().UpdateAsync(customer)).Succeeded);
        });

        var exported = await Site.ExportAsync(id);
        Assert.Equal(("<p>Über</p>", "Wood; Stone"), (exported["Field Customer.About"], exported["Field Customer.Topics"]));
        var columns = await Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
        Assert.Equal(["Field Customer.About", "Field Customer.Topics"], columns.Where(column => column.Name.StartsWith("Field", StringComparison.Ordinal) && !column.IsForImport).Select(column => column.Name));
    }

    private sealed class HtmlField : ContentField
    {
        public string Html { get; set; } = "";
    }

    private sealed class TaxonomyField : ContentField
    {
        public string[] TagNames { get; set; } = [];
    }

    [Fact]
    public async Task AnEmptyCellTakesAwayWhatCanBeTaken()
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "Emptied"), ("Company", "Lee"), ("Phone", "030 1234"), ("Date Of Birth", "1984-05-23"), ("Gender", "Male"), ("Preferred Site", "main"), ("Groups", "vip"), ("Managed By", fixture.Manager), ("Status", "Inactive"));

        await Site.TakeAsync(id, ("Company", ""), ("Phone", ""), ("Date Of Birth", ""), ("Gender", ""), ("Preferred Site", ""), ("Groups", ""), ("Managed By", ""), ("Status", ""));

        Assert.Equal(["Contact Name", "Customer Number", "Custom Id", "Status", "On Hold", "Business User", "Field Customer.Vip", "Created", "Modified"], (await Site.ExportAsync(id)).Keys);
        Assert.Equal(CustomerStatus.Inactive, (await Site.ReadAsync(id))!.Status);
    }
}
