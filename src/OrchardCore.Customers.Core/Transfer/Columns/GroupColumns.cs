using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Transfer;

/// <summary>The groups a customer is in, by their codes.</summary>
internal sealed class GroupColumns(ICustomerGroupManager groups, CustomerFields fields, TransferTexts texts, IStringLocalizer<GroupColumns> S) : ICustomerTransferColumnSource
{
    public async Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() =>
    [
        new TransferColumn("Groups", fields.Label(nameof(CustomerPart.Groups)), S["The codes or names of the customer's groups, with ; between. They take the place of those it is in."], 360)
        {
            OtherNames = ["Group", "Customer Groups", "Customer Group"],
            Field = CustomerFields.FullName(nameof(CustomerPart.Groups)),
            Codes = [.. (await groups.ListNamesAsync()).Select(group => group.Code)],
            ReadBatch = ReadAsync,
            WriteBatch = WriteAsync,
        },
    ];

    private async Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers)
    {
        var memberships = customers.Select(customer => customer.GetOrCreate<CustomerPart>().Groups).ToList();
        var codes = (memberships.Any(ids => ids.Length > 0) ? await groups.ListNamesAsync() : []).ToDictionary(group => group.Id, group => group.Code, StringComparer.Ordinal);

        return [.. memberships.Select(ids => TransferTexts.Join(ids.Where(codes.ContainsKey).Select(id => codes[id])))];
    }

    private async Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells)
    {
        var known = await groups.ListNamesAsync();

        // The names may lag behind; before a group is called unknown, we look.
        if (cells.SelectMany(cell => TransferTexts.Several(cell.Text)).Any(text => Find(known, text) is null))
        {
            known = [.. (await groups.ListAsync()).Select(CustomerGroupManager.Name)];
        }

        foreach (var cell in cells)
        {
            Write(cell, known);
        }
    }

    /// <summary>Groups that are gone show nowhere; that a customer was in one is no difference.</summary>
    private void Write(CustomerTransferCell cell, IReadOnlyList<CustomerGroupName> known)
    {
        var ids = new List<string>();

        foreach (var text in TransferTexts.Several(cell.Text).TakeWhile(_ => !cell.Row.IsHopeless))
        {
            if (Find(known, text) is { } group)
            {
                ids.Add(group.Id);
            }
            else
            {
                cell.Fail(texts.Suggest(
                    S["There is no customer group “{0}”.", text],
                    [.. NearestTexts.Find(text, known, near => near.Code, near => near.Name).Select(near => near.Code)],
                    S["Groups are made under Customers › Customer groups."]));
            }
        }

        if (!ids.ToHashSet(StringComparer.Ordinal).SetEquals(cell.Part.Groups.Where(id => known.Any(group => group.Id == id))))
        {
            cell.Part.Groups = [.. ids.Distinct(StringComparer.Ordinal)];
        }
    }

    private static CustomerGroupName? Find(IReadOnlyList<CustomerGroupName> known, string text)
        => known.FirstOrDefault(group => group.Code.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(group => SearchText.Fold(group.Name) == SearchText.Fold(text));
}
