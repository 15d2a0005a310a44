using System.Security.Claims;
using OrchardCore.Customers.Groups;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Template;

/// <summary>A file to fill in: the names of the columns, and example rows that could be imported as they are.</summary>
internal sealed class ImportTemplate(CustomerTransferCatalog catalog, ISiteService siteService, ICustomerGroupManager groups)
{
    /// <summary>Somebody who has things sent and invoiced to one address, a business with two, and somebody of whom little is known.</summary>
    private static readonly Dictionary<string, string>[] Customers =
    [
        new(StringComparer.Ordinal)
        {
            ["Contact Name"] = "Ann Lee",
            ["Company"] = "Lee Trading",
            ["Email"] = "ann.lee@example.com",
            ["Phone"] = "+1 212 555 0100",
            ["Title"] = "Ms.",
            ["First Name"] = "Ann",
            ["Last Name"] = "Lee",
            ["Status"] = "Active",
            ["Ship To Contact Name"] = "Ann Lee",
            ["Ship To Company"] = "Lee Trading",
            ["Ship To Address 1"] = "350 Fifth Avenue",
            ["Ship To City"] = "New York",
            ["Ship To State"] = "NY",
            ["Ship To Postal Code"] = "10118",
            ["Ship To Country"] = "US",
            ["Ship To Phone"] = "+1 212 555 0100",
            ["Ship To Email"] = "goods.in@example.com",
            ["Use Ship To Address"] = "Yes",
            ["Date Of Birth"] = "1984-05-23",
            ["Language"] = "en-US",
            ["Currency"] = "USD",
            ["Consent email"] = "Yes",
            ["Reference 1 Name"] = "GLAccount",
            ["Reference 1 Value"] = "12345",
            ["Reference 2 Name"] = "SalesRep",
            ["Reference 2 Value"] = "John Doe",
        },
        new(StringComparer.Ordinal)
        {
            ["Contact Name"] = "Jonas Müller",
            ["Company"] = "Müller & Söhne GmbH",
            ["Email"] = "einkauf@example.de",
            ["Phone"] = "+49 30 1234567",
            ["Title"] = "Dr.",
            ["First Name"] = "Jonas",
            ["Last Name"] = "Müller",
            ["Status"] = "Active",
            ["Ship To Contact Name"] = "Warenannahme",
            ["Ship To Company"] = "Müller & Söhne GmbH",
            ["Ship To Address 1"] = "Unter den Linden 1",
            ["Ship To City"] = "Berlin",
            ["Ship To Postal Code"] = "10117",
            ["Ship To Country"] = "DE",
            ["Use Ship To Address"] = "No",
            ["Bill To Company"] = "Müller & Söhne GmbH",
            ["Bill To Address 1"] = "Große Bleichen 12",
            ["Bill To City"] = "Hamburg",
            ["Bill To Postal Code"] = "20354",
            ["Bill To Country"] = "DE",
            ["Language"] = "de-DE",
            ["Currency"] = "EUR",
            ["Consent email"] = "No",
            [BusinessUser] = "Yes",
            ["Business Name"] = "Müller & Söhne GmbH",
            ["Tax Number"] = "DE129273398",
            ["Registration Number"] = "HRB 12345 B",
            ["References"] = "erp=K-1002; crm=77",
        },
        new(StringComparer.Ordinal)
        {
            ["First Name"] = "Chloé",
            ["Last Name"] = "Tremblay",
            ["Email"] = "chloe.tremblay@example.ca",
            ["Ship To Address 1"] = "111 Wellington Street",
            ["Ship To City"] = "Ottawa",
            ["Ship To State"] = "Ontario",
            ["Ship To Postal Code"] = "K1A 0A9",
            ["Ship To Country"] = "Canada",
        },
    ];

    private const string BusinessUser = "Business User";

    /// <summary>The rows of the file, that of the headings first, with the columns the user may import.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> BuildAsync(ClaimsPrincipal user)
    {
        var columns = await catalog.ListForImportAsync(user);
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        var group = (await groups.ListNamesAsync()).Select(known => known.Code).FirstOrDefault("");

        return [[.. columns.Select(column => column.Name)], .. Customers.Select((customer, index) => Row(customer, columns, settings, group, isFirst: index == 0))];
    }

    /// <summary>The first row shows whatever has an example; the others what the site asks for, and what they have themselves.</summary>
    private static string[] Row(Dictionary<string, string> customer, IReadOnlyList<ICustomerTransferColumn> columns, CustomerSettings settings, string group, bool isFirst)
    {
        var isBusiness = customer.ContainsKey(BusinessUser);

        return [.. columns.Select(Cell)];

        string Cell(ICustomerTransferColumn column)
            => column.Name == "Groups" ? (isBusiness || isFirst ? group : "")
                : customer.GetValueOrDefault(column.Name)
                    ?? (isFirst || IsOfTheSite(column, settings) ? column.Example : "");
    }

    /// <summary>What the settings require and, since it may be required, what the merchant added.</summary>
    private static bool IsOfTheSite(ICustomerTransferColumn column, CustomerSettings settings)
        => column.Name.StartsWith(CustomFieldColumns.Prefix, StringComparison.Ordinal)
            || (column.Field != CustomerFields.FullName(nameof(CustomerPart.ContactName)) && ColumnReference.IsRequired(column, settings));
}
