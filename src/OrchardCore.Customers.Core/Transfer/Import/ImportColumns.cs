using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Writes rows into customers, column by column, so that each column looks up once for all rows of a batch.</summary>
internal sealed class ImportColumns(CustomerTransferCatalog catalog)
{
    private IReadOnlyList<ICustomerTransferColumn>? _columns;

    public async Task WriteAsync(IReadOnlyList<(ImportRow Row, CustomerTransferRow Target)> rows, ImportOptions options)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var written = new List<ICustomerTransferColumn>();

        foreach (var column in (await ListAsync()).Where(column => column.IsForImport && rows.Any(row => row.Row.Values.ContainsKey(column.Name))))
        {
            CustomerTransferCell[] cells =
            [
                .. from row in rows
                   where row.Row.Values.ContainsKey(column.Name)
                   let text = row.Row.Value(column.Name)
                   where text.Length > 0 || (options.EmptyClears && !row.Target.IsNew)
                   select new CustomerTransferCell(row.Target, column.Name, text),
            ];

            if (cells.Length > 0)
            {
                await column.WriteAsync(cells);
            }

            written.Add(column);
        }

        CustomerTransferRow[] targets = [.. rows.Select(row => row.Target)];

        foreach (var column in written)
        {
            await column.CompleteAsync(targets);
        }

        foreach (var target in targets)
        {
            // The columns change the parts; the item takes them over when it is told, that of a new customer when it is checked.
            if (!target.IsNew && target.Customer.Has<CustomerPart>())
            {
                target.Customer.GetOrCreate<CustomerPart>().Apply();
            }

            if (target.Customer.Has<AddressBookPart>())
            {
                target.Customer.GetOrCreate<AddressBookPart>().Apply();
            }
        }
    }

    /// <summary>What the rules say, with the columns that their fields are filled from.</summary>
    public async Task<CustomerTransferError[]> ExplainAsync(Result refusal)
    {
        var columns = await ListAsync();

        return [.. refusal.Errors.Select(error => new CustomerTransferError(error.Key is { Length: > 0 } key ? CustomerTransferCatalog.FindByField(columns, key)?.Name : null, error.Message.Value))];
    }

    private async Task<IReadOnlyList<ICustomerTransferColumn>> ListAsync() => _columns ??= await catalog.ListAsync();
}
