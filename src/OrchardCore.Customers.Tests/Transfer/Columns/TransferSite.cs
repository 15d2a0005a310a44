using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Columns;

/// <summary>A site with the columns of files, two shops, a group and fields of the merchant's own; shared by the tests of a class.</summary>
public abstract class TransferSite(TestSiteDatabase database) : IAsyncLifetime
{
    /// <summary>The settings, with fields that are required.</summary>
    internal static string Settings(params string[] required) => $$"""
        { "name": "settings", "CustomerSettings": { "Sites": [ { "Code": "main", "Name": "Main shop" }, { "Code": "outlet", "Name": "Outlet" } ], "RequiredFields": [ {{string.Join(", ", required.Select(field => $"\"{field}\""))}} ] } }
        """;

    private const string Fields = """
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Customer", "DisplayName": "Customer", "Settings": {}, "ContentTypePartDefinitionRecords": [
            { "PartName": "CustomerPart", "Name": "CustomerPart", "Settings": {} },
            { "PartName": "Customer", "Name": "Customer", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "CustomerPart", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Motto", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Motto in life" } } } ] },
            { "Name": "Customer", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Nickname", "Settings": {} },
            { "FieldName": "NumericField", "Name": "Discount", "Settings": { "NumericFieldSettings": { "Scale": 2 } } },
            { "FieldName": "BooleanField", "Name": "Vip", "Settings": {} },
            { "FieldName": "DateField", "Name": "Since", "Settings": {} },
            { "FieldName": "DateTimeField", "Name": "Seen", "Settings": {} },
            { "FieldName": "TimeField", "Name": "Opens", "Settings": {} },
            { "FieldName": "HtmlField", "Name": "About", "Settings": {} },
            { "FieldName": "MarkdownField", "Name": "Remark", "Settings": {} },
            { "FieldName": "LinkField", "Name": "Homepage", "Settings": {} },
            { "FieldName": "TaxonomyField", "Name": "Topics", "Settings": {} } ] } ] }
        """;

    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>The name of a user who may manage customers.</summary>
    public string Manager { get; private set; } = "";

    /// <summary>The name of one who may not.</summary>
    public string Stranger { get; private set; } = "";

    /// <summary>Further steps of the recipe.</summary>
    protected virtual string[] Steps => [];

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Transfer], [CustomersSite.Roles, Settings(), Fields, .. Steps], Configure);
        Manager = await SiteUser.CreateAsync(_site, CustomersConstants.Roles.CustomerManager);
        Stranger = await SiteUser.CreateAsync(_site, CustomersSite.Backstage);
        await _site.AddGroupAsync("wholesale", "Wholesale buyers");
        await _site.AddGroupAsync("vip", "Very important, indeed");
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <summary>Adds further services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }
}

public sealed class SqliteTransfer() : TransferSite(TestSiteDatabase.Sqlite);

public sealed class PostgresTransfer() : TransferSite(TestSiteDatabase.Postgres);

/// <summary>What a file does with customers, as an import and an export would.</summary>
internal static class TransferSiteExtensions
{
    public static Task<string> AddGroupAsync(this TestSite site, string code, string name) => site.InScopeAsync(async services =>
    {
        var groups = services.GetRequiredService<ICustomerGroupManager>();
        var group = await groups.NewAsync();
        group.Alter<CustomerGroupPart>(part => (part.Code, part.Name) = (code, name));
        Assert.True((await groups.CreateAsync(group)).Succeeded);

        return group.ContentItemId;
    });

    /// <summary>Writes cells into rows, as a batch: columns in their order, then what follows from several together.</summary>
    public static async Task WriteAsync(IServiceProvider services, params (CustomerTransferRow Row, (string Column, string Text)[] Cells)[] rows)
    {
        var catalog = services.GetRequiredService<CustomerTransferCatalog>();
        var names = rows.SelectMany(row => row.Cells).Select(cell => cell.Column).ToHashSet(StringComparer.Ordinal);
        var columns = (await catalog.ListAsync()).Where(column => names.Contains(column.Name)).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), columns.Select(column => column.Name).Order(StringComparer.Ordinal));

        foreach (var column in columns)
        {
            await column.WriteAsync([.. rows.SelectMany(row => row.Cells.Where(cell => cell.Column == column.Name), (row, cell) => new CustomerTransferCell(row.Row, cell.Column, cell.Text.Trim()))]);
        }

        foreach (var column in columns)
        {
            await column.CompleteAsync([.. rows.Select(row => row.Row)]);
        }
    }

    /// <summary>Takes a row in: of a new customer, or of a stored one.</summary>
    /// <returns>The customer's id, and what is wrong with the row as <c>Column: message</c>; errors of rules by the column of their field.</returns>
    public static Task<(string Id, IReadOnlyList<string> Errors)> ImportAsync(this TestSite site, string? id, params (string Column, string Text)[] cells) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var customer = id is null ? await manager.NewAsync() : (await manager.FindAsync(id))!;
        var row = new CustomerTransferRow(customer);
        await WriteAsync(services, (row, cells));

        if (row.Errors.Count > 0)
        {
            return (customer.ContentItemId, (IReadOnlyList<string>)[.. row.Errors.Select(error => $"{error.Column}: {error.Message}")]);
        }

        var saved = row.IsNew ? await manager.CreateAsync(customer) : await manager.UpdateAsync(customer);
        var columns = await services.GetRequiredService<CustomerTransferCatalog>().ListAsync();

        return (customer.ContentItemId, [.. saved.Errors.Select(error => $"{CustomerTransferCatalog.FindByField(columns, error.Key!)?.Name ?? error.Key}: {error.Message.Value}")]);
    });

    /// <summary>Takes a row in that has to be accepted.</summary>
    /// <returns>The customer's id.</returns>
    public static async Task<string> TakeAsync(this TestSite site, string? id, params (string Column, string Text)[] cells)
    {
        var (saved, errors) = await site.ImportAsync(id, cells);
        Assert.Empty(errors);

        return saved;
    }

    /// <summary>What files say of a customer, by column; without those that say nothing.</summary>
    public static Task<Dictionary<string, string>> ExportAsync(this TestSite site, string id) => site.InScopeAsync(async services =>
    {
        var customer = (await services.GetRequiredService<ICustomerManager>().FindAsync(id))!;

        return await ReadAsync(services, customer);
    });

    public static async Task<Dictionary<string, string>> ReadAsync(IServiceProvider services, ContentItem customer)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var column in (await services.GetRequiredService<CustomerTransferCatalog>().ListAsync()).Where(column => column.IsForExport))
        {
            if (Assert.Single(await column.ReadAsync([customer])) is { Length: > 0 } text)
            {
                texts[column.Name] = text;
            }
        }

        return texts;
    }

    /// <summary>Writes what files say of a customer back into it.</summary>
    /// <param name="emptyClears">Whether what says nothing is written, too.</param>
    /// <returns>The item as it would be stored, before and after.</returns>
    public static Task<(string Before, string After)> RewriteAsync(this TestSite site, string id, bool emptyClears) => site.InScopeAsync(async services =>
    {
        var customer = (await services.GetRequiredService<ICustomerManager>().FindAsync(id))!;
        var before = Stored(customer);
        var texts = await ReadAsync(services, customer);
        var names = (await services.GetRequiredService<CustomerTransferCatalog>().ListAsync()).Where(column => column is { IsForImport: true, IsForExport: true }).Select(column => column.Name);
        var row = new CustomerTransferRow(customer);
        await WriteAsync(services, (row, [.. names.Where(name => emptyClears || texts.ContainsKey(name)).Select(name => (name, texts.GetValueOrDefault(name, "")))]));
        Assert.Empty(row.Errors);

        return (before, Stored(customer));
    });

    private static string Stored(ContentItem customer)
    {
        customer.GetOrCreate<CustomerPart>().Apply();

        return JsonSerializer.Serialize(customer);
    }
}
