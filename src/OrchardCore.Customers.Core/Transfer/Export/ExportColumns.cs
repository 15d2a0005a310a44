using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Which columns a file has.</summary>
internal sealed class ExportColumns(CustomerTransferCatalog catalog, IStringLocalizer<ExportColumns> S)
{
    /// <summary>The prefix of the list's columns of the merchant's own fields.</summary>
    private const string FieldColumn = "field:";

    /// <summary>Which columns of a file say what the module's own columns of the list say.</summary>
    private static readonly Dictionary<string, string[]> OfList = new(StringComparer.Ordinal)
    {
        ["company"] = ["Company"],
        ["email"] = ["Email"],
        ["phone"] = ["Phone"],
        ["status"] = ["Status", "On Hold"],
        ["created"] = ["Created"],
        ["city"] = ["Ship To City"],
        ["country"] = ["Ship To Country"],
        ["id"] = [IdentityColumns.CustomId],
        ["number"] = [IdentityColumns.Number],
        ["title"] = ["Title"],
        ["firstname"] = ["First Name"],
        ["middlename"] = ["Middle Name"],
        ["lastname"] = ["Last Name"],
        ["suffix"] = ["Suffix"],
        ["secondphone"] = ["Second Phone"],
        ["dateofbirth"] = ["Date Of Birth"],
        ["gender"] = ["Gender"],
        ["language"] = ["Language"],
        ["currency"] = ["Currency"],
        ["site"] = ["Preferred Site"],
        ["sites"] = ["Further Sites"],
        ["hold"] = ["On Hold", "Hold Reason", "Hold Until"],
        ["business"] = ["Business Name"],
        ["taxnumber"] = ["Tax Number"],
        ["registrationnumber"] = ["Registration Number"],
        ["membernumber"] = ["Member Number"],
        ["references"] = [ReferenceColumns.Name],
        ["modified"] = ["Modified"],
        ["managedby"] = ["Managed By"],
        ["groups"] = ["Groups"],
    };

    /// <summary>What the list shows first of every customer.</summary>
    private static readonly string[] Always = ["Contact Name", IdentityColumns.Number];

    /// <summary>All that the user may export.</summary>
    public Task<IReadOnlyList<ICustomerTransferColumn>> ListAsync(ClaimsPrincipal user) => catalog.ListForExportAsync(user);

    /// <summary>The columns of a file.</summary>
    /// <param name="names">In the order of the file. A row without a number could not be imported again, so the number is put before them where it is missing.</param>
    /// <returns>The columns, or why some of them can't be had.</returns>
    public async Task<(IReadOnlyList<ICustomerTransferColumn> Columns, LocalizedString? Problem)> FindAsync(IReadOnlyList<string> names, ClaimsPrincipal user)
    {
        var allowed = await ListAsync(user);
        var wanted = names.Contains(IdentityColumns.Number, StringComparer.Ordinal) ? names : [IdentityColumns.Number, .. names];
        var found = wanted.Distinct(StringComparer.Ordinal).Select(name => (Name: name, Column: allowed.FirstOrDefault(column => column.Name == name))).ToList();
        string[] missing = [.. found.Where(pair => pair.Column is null).Select(pair => pair.Name)];

        return missing.Length > 0
            ? ([], S["These columns are not there any more, or may not be exported: {0}. Choose again.", string.Join(", ", missing)])
            : ([.. found.Select(pair => pair.Column!)], null);
    }

    /// <summary>The columns of a file that say what a list shows.</summary>
    /// <param name="shown">The columns of the list.</param>
    /// <param name="allowed">Those that the user may export.</param>
    /// <returns>Besides, those of the list that no column of a file says.</returns>
    public static (IReadOnlyList<ICustomerTransferColumn> Columns, IReadOnlyList<ICustomerListColumn> Missing) Match(IReadOnlyList<ICustomerListColumn> shown, IReadOnlyList<ICustomerTransferColumn> allowed)
    {
        var matches = shown.Select(column => (Column: column, Found: Match(column, allowed).ToList())).ToList();
        var always = Always.Select(name => allowed.FirstOrDefault(column => column.Name == name)).OfType<ICustomerTransferColumn>();

        return ([.. always.Concat(matches.SelectMany(match => match.Found)).Distinct()], [.. matches.Where(match => match.Found.Count == 0).Select(match => match.Column)]);
    }

    /// <summary>Another module's column is found by what it is called.</summary>
    private static IEnumerable<ICustomerTransferColumn> Match(ICustomerListColumn shown, IReadOnlyList<ICustomerTransferColumn> allowed)
    {
        if (OfList.TryGetValue(shown.Name, out var names))
        {
            return allowed.Where(column => names.Contains(column.Name, StringComparer.Ordinal));
        }

        if (shown.Name.StartsWith(FieldColumn, StringComparison.Ordinal))
        {
            var name = CustomFieldColumns.Prefix + shown.Name[FieldColumn.Length..];

            return allowed.Where(column => column.Name == name || column.Name.StartsWith(name + " ", StringComparison.Ordinal));
        }

        return allowed.Where(column => column.Label.Value == shown.Heading.Value).Take(1);
    }
}
