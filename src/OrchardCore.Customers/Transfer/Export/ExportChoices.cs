using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>What can be chosen for an export.</summary>
public sealed class ExportChoices(CustomerListSearch search, CustomerBulkPages bulk, IExportManager exports, IStringLocalizer<ExportChoices> S)
{
    /// <summary>What stands between the cells of a CSV file.</summary>
    public IReadOnlyList<ListOption> Delimiters => [new(",", S["Comma"]), new(";", S["Semicolon (Excel in much of Europe)"]), new("\t", S["Tab"]), new("|", S["Vertical bar"])];

    /// <summary>Which customers can be meant, each with how many there are.</summary>
    public async Task<IReadOnlyList<ExportOption<ExportWhich>>> WhichAsync(ExportForm form, OpenedList list, IUrlHelper url, ClaimsPrincipal user)
    {
        var options = new List<ExportOption<ExportWhich>>();

        if (form.Ids is { Length: > 0 } ids)
        {
            options.Add(new(ExportWhich.Ticked, S["Those I ticked: {0:N0}", await exports.FindCountAsync(CustomerSelection.Of(ids), user)], null));
        }

        if (list.State.IsNarrowed && await bulk.ReadSelectionAsync(new() { All = true, List = form.List }, user) is { } listed)
        {
            options.Add(new(ExportWhich.Listed, S["What the list shows: {0:N0}", await exports.FindCountAsync(listed, user)], await DescribeAsync(list.State, url)));
        }

        options.Add(new(ExportWhich.All, S["All customers: {0:N0}", await exports.FindCountAsync(new(), user)], null));

        return options;
    }

    /// <summary>Which columns the file can have.</summary>
    public IReadOnlyList<ExportOption<ExportWhat>> What(IReadOnlyList<ICustomerListColumn> shown, IReadOnlyList<ICustomerTransferColumn> allowed)
    {
        var (columns, missing) = ExportColumns.Match(shown, allowed);
        var named = string.Join(", ", columns.Select(column => column.Name));

        return
        [
            new(ExportWhat.Listed, S["Those of the list"], missing.Count > 0 ? S["{0}. No file has: {1}.", named, string.Join(", ", missing.Select(column => column.Heading.Value))] : named),
            new(ExportWhat.All, S["All {0}", allowed.Count], S["Such a file has everything that an import takes back."]),
            new(ExportWhat.Chosen, S["Those I choose"], null),
        ];
    }

    /// <summary>All columns; those of the list are ticked as long as nothing was chosen.</summary>
    public static IReadOnlyList<CheckOption> Columns(ExportForm form, IReadOnlyList<ICustomerTransferColumn> allowed, IReadOnlyList<ICustomerTransferColumn> shown)
        => [.. allowed.Select(column => new CheckOption(column.Name, column.Name, form.Chosen?.Contains(column.Name, StringComparer.Ordinal) ?? shown.Contains(column)))];

    private async Task<string> DescribeAsync(CustomerListState state, IUrlHelper url)
    {
        var drawn = await search.BuildAsync(state, url);
        var chips = drawn.Chips.Select(chip => S["{0}: {1}", chip.Label, chip.Value].Value);

        return string.Join(", ", state.Search is { } term ? chips.Prepend(S["Search: {0}", term].Value) : chips);
    }
}
