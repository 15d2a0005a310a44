using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Transfer;

/// <summary>Who manages a customer, by the name of the user.</summary>
internal sealed class ManagedByColumns(TransferUsers users, CustomerFields fields, IStringLocalizer<ManagedByColumns> S) : ICustomerTransferColumnSource
{
    public Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerTransferColumn>>(
    [
        new TransferColumn("Managed By", fields.Label(nameof(CustomerPart.ManagedBy)), S["The name of the user who manages this customer's orders: one who may log in and view customers."], 370)
        {
            OtherNames = ["Manager", "Sales Rep", "Account Manager"],
            Field = CustomerFields.FullName(nameof(CustomerPart.ManagedBy)),
            ImportPermission = CustomersPermissions.AssignCustomerManagers,
            ReadBatch = ReadAsync,
            WriteBatch = WriteAsync,
        },
    ]);

    private async Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers)
    {
        var ids = customers.Select(customer => customer.GetOrCreate<CustomerPart>().ManagedBy).ToList();
        var names = await users.NamesAsync(ids.OfType<string>());

        return [.. ids.Select(id => id is null ? null : names.GetValueOrDefault(id, id))];
    }

    /// <summary>A user who is gone is told, and taken back, by the id.</summary>
    private async Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells)
    {
        var found = await users.FindAsync(cells.Select(cell => cell.Text));

        foreach (var cell in cells)
        {
            if (cell.Text.Length == 0)
            {
                cell.Part.ManagedBy = null;
            }
            else if (found.GetValueOrDefault(cell.Text) is not { } id)
            {
                if (cell.Text != cell.Part.ManagedBy)
                {
                    cell.Fail(S["There is no user “{0}”. Write the name of a user, or leave the cell empty.", cell.Text]);
                }
            }
            else if (id != cell.Part.ManagedBy)
            {
                if (await users.MayManageAsync(id))
                {
                    cell.Part.ManagedBy = id;
                }
                else
                {
                    cell.Fail(S["“{0}” may not log in or view customers, and so can't manage any. Choose another user.", cell.Text]);
                }
            }
        }
    }
}
