using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Columns;

/// <summary>What a file says of a customer is taken back without a change, and makes the same customer anew.</summary>
public abstract class ColumnRoundTripTests(TransferSite fixture)
{
    private TestSite Site => fixture.Site;

    private (string Column, string Text)[] Full(string email) =>
    [
        ("Contact Name", "Ann Lee, the buyer"), ("Company", "Lee Trading"), ("Email", email), ("Phone", "+1 212 555 0100"), ("Second Phone", "0049 30 1234"),
        ("Title", "Dr."), ("First Name", "Ann"), ("Middle Name", "Marie"), ("Last Name", "Lee"), ("Suffix", "PhD"),
        ("Status", "Inactive"), ("Date Of Birth", "1984-05-23"), ("Gender", "Female"), ("Language", "de-AT"), ("Currency", "EUR"),
        ("Preferred Site", "main"), ("Further Sites", "outlet"), ("Groups", "wholesale; vip"), ("Managed By", fixture.Manager),
        ("Consent email", "Yes"), ("Consent sms", "Yes"), ("Consent phone", "Yes"), ("Consent post", "Yes"),
        ("On Hold", "Yes"), ("Hold Reason", "Papers are missing"), ("Hold Until", "2099-12-31"),
        .. Address(AddressNames.ShipTo, "New York", "US", "NY", "10118"), ("Use Ship To Address", "No"), .. Address(AddressNames.BillTo, "Berlin", "DE", "BE", "10117"),
        ("Business User", "Yes"), ("Business Name", "Lee Trading Ltd."), ("Tax Number", "DE129273398"), ("Registration Number", "HRB 1"), .. Address(AddressNames.Business, "Toronto", "CA", "ON", "M5H 2N2"),
        ("Member Number", "007"), ("References", "erp=K-1; crm=a\\;b; odd\\=key=c\\\\d; d=4; e=5; f=6; g=7"),
        ("Field CustomerPart.Motto", "Never give up"), ("Field Customer.Nickname", "Annie"), ("Field Customer.Discount", "12.5"), ("Field Customer.Vip", "Yes"), ("Field Customer.Since", "2001-02-03"),
        ("Field Customer.Seen", "2024-05-23T14:30:00Z"), ("Field Customer.Opens", "09:30:00"), ("Field Customer.Remark", "*bold*"),
        ("Field Customer.Homepage", "https://example.com"), ("Field Customer.Homepage Text", "Here"),
    ];

    [Fact]
    [Seed("T8", "Tw3", "Tw5")]
    public async Task WhatIsExportedIsImportedWithoutAChange()
    {
        var id = await Site.TakeAsync(null, Full("trip@example.com"));
        var exported = await Site.ExportAsync(id);

        // So that every column has a part in it. The others are no matter of what is taken back.
        var columns = await Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
        Assert.Empty(columns.Where(column => column is { IsForExport: true, IsForImport: true }).Select(column => column.Name).Except(exported.Keys));

        foreach (var emptyClears in new[] { false, true })
        {
            var (before, after) = await Site.RewriteAsync(id, emptyClears);
            Assert.Equal(before, after);
        }
    }

    [Fact]
    public async Task WhatIsExportedMakesTheSameCustomerAnew()
    {
        var first = await Site.ExportAsync(await Site.TakeAsync(null, Full("first@example.com")));
        var own = new[] { "Customer Number", "Custom Id", "Created", "Modified" };

        var second = await Site.ExportAsync(await Site.TakeAsync(null, [.. first.Where(pair => !own.Contains(pair.Key)).Select(pair => (pair.Key, pair.Key == "Email" ? "second@example.com" : pair.Value))]));

        Assert.Equal(Others(first), Others(second));

        IEnumerable<KeyValuePair<string, string>> Others(Dictionary<string, string> texts) => texts.Where(pair => pair.Key != "Email" && !own.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal);
    }

    [Fact]
    public async Task ACustomerOfWhomLittleIsKnownStaysAsItIs()
    {
        var id = await Site.AddAsync("Little Known");

        foreach (var emptyClears in new[] { false, true })
        {
            var (before, after) = await Site.RewriteAsync(id, emptyClears);
            Assert.Equal(before, after);
        }

        Assert.Equal(["Contact Name", "Customer Number", "Custom Id", "Status", "On Hold", "Business User", "Field Customer.Vip", "Created", "Modified"], (await Site.ExportAsync(id)).Keys);
    }

    [Fact]
    public async Task WhatIsOutOfDateStaysWithWhoHasIt()
    {
        var group = await Site.AddGroupAsync("passing", "Passing");
        var id = await Site.AddAsync(part =>
        {
            part.ContactName = "Out Of Date";
            part.Groups = [group];
            part.ManagedBy = "4zzzzzzzzzzzzzzzzzzzzzzzzz";
            part.Hold = new CustomerHold { Reason = "Long over", UntilUtc = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
            part.Business = new CustomerBusiness();
        });
        await Site.InScopeAsync(async services =>
        {
            var groups = services.GetRequiredService<ICustomerGroupManager>();
            await groups.DeleteAsync((await groups.FindAsync(group))!);
        });

        foreach (var emptyClears in new[] { false, true })
        {
            var (before, after) = await Site.RewriteAsync(id, emptyClears);
            Assert.Equal(before, after);
        }

        var exported = await Site.ExportAsync(id);
        Assert.Equal("No", exported["On Hold"]);
        Assert.Equal("4zzzzzzzzzzzzzzzzzzzzzzzzz", exported["Managed By"]);
        Assert.DoesNotContain("Groups", exported.Keys);
    }

    [Fact]
    public async Task TheProofOfACardIsTakenAndNeverTold()
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "Card Holder"), ("Member Number", "1"), ("Card Verification Code", "secret-1"));

        Assert.Equal("secret-1", (await Site.ReadAsync(id))!.MemberVerificationCode);
        Assert.DoesNotContain("secret-1", (await Site.ExportAsync(id)).Values);
        Assert.Equal("secret-1", (await Site.ReadAsync(await Site.TakeAsync(id, ("Member Number", "2"))))!.MemberVerificationCode);
    }

    private static IEnumerable<(string Column, string Text)> Address(string name, string city, string country, string state, string postalCode) =>
        AddressNames.All.Select(field => (AddressNames.NameOf(name, field), field.Field switch
        {
            nameof(PostalAddress.City) => city,
            nameof(PostalAddress.Country) => country,
            nameof(PostalAddress.Subdivision) => state,
            nameof(PostalAddress.PostalCode) => postalCode,
            nameof(PostalAddress.Email) => "there@example.com",
            nameof(PostalAddress.Phone) => "+49 30 987",
            _ => field.Heading + " in " + city,
        }));
}

public sealed class SqliteColumnRoundTripTests(SqliteTransfer fixture) : ColumnRoundTripTests(fixture), IClassFixture<SqliteTransfer>;

public sealed class PostgresColumnRoundTripTests(PostgresTransfer fixture) : ColumnRoundTripTests(fixture), IClassFixture<PostgresTransfer>;
