using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Columns;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Customers.Transfer.Template;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Template;

/// <summary>The template maps itself, and its example rows can be imported as they are.</summary>
public sealed class ImportTemplateTests(SqliteTransfer fixture) : IClassFixture<SqliteTransfer>
{
    private static readonly ClaimsPrincipal Somebody = new(new ClaimsIdentity("Test"));

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("T8", "T10", "T12", "Tw3", "Tw4")]
    public async Task EachExampleRowCanBeImported()
    {
        Assert.Empty(await Site.RunAsync(TransferSite.Settings("Gender", "PreferredSite")));
        var rows = await BuildAsync();
        var (header, ids) = (rows[0], new List<string>());

        foreach (var row in rows.Skip(1))
        {
            ids.Add(await Site.TakeAsync(null, [.. header.Zip(row).Where(pair => pair.Second.Length > 0)]));
        }

        Assert.Equal(3, ids.Count);
        var books = await Task.WhenAll(ids.Select(id => Site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerManager>().FindAsync(id))!.GetOrCreate<AddressBookPart>())));
        Assert.Equal(["US", "DE", "CA"], books.Select(book => book.Find(book.ShippingId)!.Country));
        Assert.Equal([true, false, true], books.Select(book => book.ShippingId == book.BillingId));
        Assert.Equal("CA-ON", books[2].Addresses[0].Subdivision);
        Assert.Equal("Chloé Tremblay", (await Site.ReadAsync(ids[2]))!.ContactName);
        Assert.Equal(["GLAccount", "SalesRep"], (await Site.ReadAsync(ids[0]))!.References.Select(reference => reference.Key));
    }

    [Fact]
    [Seed("T8")]
    public async Task ItsHeaderMapsItself()
    {
        var header = (await BuildAsync())[0];
        var targets = await Site.InScopeAsync(async services => ColumnMapper.Suggest(header, await services.GetRequiredService<CustomerTransferCatalog>().ListForImportAsync(Somebody)));

        Assert.Equal(header, targets.Select(target => target ?? ""));
        Assert.DoesNotContain("Managed By", header);
        Assert.All(await BuildAsync(), row => Assert.Equal(header.Count, row.Count));
    }

    [Fact]
    [Seed("T8", "T13")]
    public async Task EveryColumnIsExplainedWithItsCodes()
    {
        var columns = (await Site.InScopeAsync(services => services.GetRequiredService<ColumnReference>().ListAsync(Somebody))).ToDictionary(column => column.Name);

        Assert.Equal(["NEW", "UPDATE", "DELETE", "IGNORE"], columns["Command"].Codes);
        Assert.Equal((true, false), (columns["Contact Name"].IsRequired, columns["Company"].IsRequired));
        Assert.Equal(["Active", "Inactive"], columns["Status"].Codes);
        Assert.Equal(["Female", "Male", "Other"], columns["Gender"].Codes);
        Assert.Equal(["main", "outlet"], columns["Preferred Site"].Codes);
        Assert.Contains("wholesale", columns["Groups"].Codes);
        Assert.Contains("DE", columns["Bill To Country"].Codes);
        Assert.Equal((false, true), (columns["Created"].IsForImport, columns["Created"].IsForExport));
        Assert.Equal((true, false), (columns["Card Verification Code"].IsForImport, columns["Card Verification Code"].IsForExport));
        Assert.Equal((false, true), (columns["Managed By"].IsForImport, columns["Managed By"].IsForExport));
        Assert.Equal("Field Customer.Nickname", columns["Field Customer.Nickname"].Name);
    }

    private Task<IReadOnlyList<IReadOnlyList<string>>> BuildAsync() => Site.InScopeAsync(services => services.GetRequiredService<ImportTemplate>().BuildAsync(Somebody));
}
