using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Columns;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Mapping;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Mapping;

/// <summary>Files of other programs map themselves by their headings, and what they write is understood.</summary>
public sealed class ColumnMapperTests(SqliteTransfer fixture) : IClassFixture<SqliteTransfer>
{
    private TestSite Site => fixture.Site;

    private const string ShopifyExport = "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags";

    private const string ShopifyTemplate = "First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt";

    private const string Spryker = "customer_reference,locale_name,phone,email,salutation,first_name,last_name,company,gender,date_of_birth,password,registered";

    private const string Magento = "email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,firstname,gender,group_id,lastname,middlename,password_hash,prefix,rp_token,rp_token_created_at,store_id,suffix,taxvat,website_id,password,_address_city,_address_company,_address_country_id,_address_postcode,_address_region,_address_street,_address_telephone,_address_default_billing_,_address_default_shipping_";

    [Fact]
    public async Task TheCustomerExportOfShopifyMapsItself() => Assert.Equal(
        "Custom Id,First Name,Last Name,Email,Consent email,Ship To Company,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Country,Ship To Postal Code,Ship To Phone,Phone,Consent sms,,,,,",
        await SuggestAsync(ShopifyExport));

    [Fact]
    public async Task TheImportTemplateOfShopifyMapsItselfAndCodesCountMoreThanNames() => Assert.Equal(
        "First Name,Last Name,Email,Consent email,Company,Ship To Address 1,Ship To Address 2,Ship To City,,Ship To State,,Ship To Country,Ship To Postal Code,Phone,Consent sms,,,,,",
        await SuggestAsync(ShopifyTemplate));

    [Fact]
    public async Task TheCustomersOfSprykerMapThemselves() => Assert.Equal(
        "Custom Id,Language,Phone,Email,Title,First Name,Last Name,Company,Gender,Date Of Birth,,",
        await SuggestAsync(Spryker));

    [Fact]
    public async Task TheCustomersOfMagentoMapThemselves() => Assert.Equal(
        "Email,,,,,,,Date Of Birth,First Name,Gender,,Last Name,Middle Name,,Title,,,,Suffix,Tax Number,,,Ship To City,Ship To Company,Ship To Country,Ship To Postal Code,Ship To State,Ship To Address 1,Ship To Phone,,",
        await SuggestAsync(Magento));

    [Fact]
    [Seed("Tw4")]
    public async Task TheShapeOfTechOmsMapsItself()
    {
        string[] address = ["Name", "Company", "Address1", "Address2", "City", "State", "PostalCode", "Country", "Phone", "Email"];
        string[] ours = ["Contact Name", "Company", "Address 1", "Address 2", "City", "State", "Postal Code", "Country", "Phone", "Email"];
        string[] headings = ["Name", "Company", .. address.Select(field => "ShipTo" + field), "UseShipToAddress", .. address.Select(field => "Bill-To " + field), .. References("Reference{0}Name", "Reference{0}Value")];

        Assert.Equal(
            string.Join(',', ["Contact Name", "Company", .. ours.Select(field => "Ship To " + field), "Use Ship To Address", .. ours.Select(field => "Bill To " + field), .. References("Reference {0} Name", "Reference {0} Value")]),
            await SuggestAsync(string.Join(',', headings)));

        static IEnumerable<string> References(string name, string value) => Enumerable.Range(1, 5).SelectMany(number => new[] { name.Replace("{0}", $"{number}", StringComparison.Ordinal), value.Replace("{0}", $"{number}", StringComparison.Ordinal) });
    }

    [Fact]
    [Seed("T8")]
    public async Task OurOwnFilesMapThemselves()
    {
        var columns = await ColumnsAsync();
        string[] names = [.. columns.Where(column => column.IsForImport).Select(column => column.Name)];

        Assert.Equal(string.Join(',', names), await SuggestAsync(string.Join(',', names)));
        Assert.Equal(string.Join(',', names), await SuggestAsync(string.Join(',', names.Select(name => name.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal)))));
        Assert.Equal(",,,Command", await SuggestAsync("Created,Modified,Error,COMMAND"));
    }

    [Fact]
    public async Task LabelsAndNamesOfFieldsAreUnderstood() => Assert.Equal(
        "Last Name,Second Phone,Ship To City,Field Customer.Nickname,Field CustomerPart.Motto,",
        await SuggestAsync("Last name,SECOND PHONE,Ship To: City,Nickname,Motto in life,Nothing known"));

    [Fact]
    public async Task OfTwoColumnsOfOneNameTheFirstIsImported() => Assert.Equal("Email,,Phone", await SuggestAsync("E-Mail,email,Phone"));

    [Theory]
    [InlineData("A,B", "Email,Email", "“A”, “B” are all to be imported as Email. Leave out all of them but one.")]
    [InlineData("A,B", ",", "Say of at least one column what it means; nothing would be imported.")]
    [InlineData("A,B", "Command,", "Say of at least one column what it means; nothing would be imported.")]
    [InlineData("A,B", "Phone,Company", "No column tells which customer a row is about. Say which has the names, e-mail addresses, numbers or ids of the customers.")]
    [InlineData("A,B", "Email,Nonsense", "Choose again what the columns of the file mean: some of them have changed.")]
    [InlineData("A,B", "Email,Created", "Choose again what the columns of the file mean: some of them have changed.")]
    [InlineData("A,B", "Email", "Choose again what the columns of the file mean: some of them have changed.")]
    [InlineData("A,B,C", "First Name,Phone,Command", null)]
    [InlineData("A", "Customer Number", null)]
    public async Task WhatKeepsAFileFromBeingImportedIsSaid(string headings, string targets, string? problem)
    {
        var columns = await ColumnsAsync();
        var problems = await Site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<ColumnMapper>().Check(headings.Split(','), [.. targets.Split(',').Select(target => target.Length == 0 ? null : target)], columns)));

        Assert.Equal(problem is null ? [] : [problem], problems.Select(said => said.Value));
    }

    [Fact]
    public async Task ARowOfShopifyBecomesACustomer()
    {
        var id = await TakeAsync(ShopifyExport, "'6961234567890,Ann,Lee,ann@shopify.example.com,yes,Lee Trading,350 Fifth Avenue,,New York,NY,US,'10118,'+12125550100,'+49301234567,no,12.00,3,A note,no,\"vip\"");

        var (part, book) = ((await Site.ReadAsync(id))!, await Site.BookAsync(id));
        Assert.Equal(("6961234567890", "Ann Lee", "+49301234567"), (part.CustomId, part.ContactName, part.Phone));
        Assert.Equal((true, false, "Import"), (part.Wants("email"), part.Wants("sms"), part.FindConsent("email")!.Source));
        var address = Assert.Single(book.Addresses);
        Assert.Equal(("Lee Trading", "US-NY", "US", "10118", "+12125550100"), (address.Company, address.Subdivision, address.Country, address.PostalCode, address.Phone));
        Assert.Equal((AddressUses.Billing | AddressUses.Shipping | AddressUses.Default), book.UsesOf(address.Id));
    }

    [Fact]
    public async Task ARowOfSprykerBecomesACustomer()
    {
        var id = await TakeAsync(Spryker, "DE--8,de_DE,495-123-45-67,andrew@spryker.example.com,Mr,Andrew,Wedner,,Male,1980-01-02,hash,2020-06-24");

        var part = (await Site.ReadAsync(id))!;
        Assert.Equal(("DE--8", "de-DE", "495-123-45-67", "Mr."), (part.CustomId, part.Language, part.Phone, part.Title));
        Assert.Equal(("Mr. Andrew Wedner", "Male", new DateOnly(1980, 1, 2)), (part.ContactName, part.Gender, part.DateOfBirth));
    }

    private Task<string> TakeAsync(string header, string row) => Site.InScopeAsync(async services =>
    {
        var catalog = services.GetRequiredService<CustomerTransferCatalog>();
        var targets = ColumnMapper.Suggest(header.Split(','), await catalog.ListAsync());

        return await Site.TakeAsync(null, [.. targets.Zip(row.Split(',')).Where(pair => pair.First is not null && pair.Second.Length > 0).Select(pair => (pair.First!, pair.Second))]);
    });

    private Task<string> SuggestAsync(string header) => Site.InScopeAsync(async services =>
        string.Join(',', ColumnMapper.Suggest(header.Split(','), await services.GetRequiredService<CustomerTransferCatalog>().ListAsync())));

    private Task<IReadOnlyList<ICustomerTransferColumn>> ColumnsAsync() => Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
}
