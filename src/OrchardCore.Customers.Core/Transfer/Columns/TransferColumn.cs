using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer;

/// <summary>A column of the module's own: what it is called, and what it does with a customer.</summary>
internal sealed class TransferColumn(string name, LocalizedString label, LocalizedString hint, int order) : ICustomerTransferColumn
{
    public string Name => name;

    public LocalizedString Label => label;

    public LocalizedString Hint => hint;

    public string Example { get; init; } = "";

    public int Order => order;

    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public string? Field { get; init; }

    public bool IsForImport => Write is not null || Note is not null || WriteBatch is not null;

    public bool IsForExport => Read is not null || ReadBatch is not null;

    public Permission? ImportPermission { get; init; }

    /// <summary>The parts of customers say the same, loaded or not: what a part lacks, its class has.</summary>
    public bool ReadsSaved { get; init; } = true;

    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>What is said of one customer; where that has to be looked up, it is <see cref="ReadBatch"/>.</summary>
    public Func<ContentItem, string?>? Read { get; init; }

    public Func<IReadOnlyList<ContentItem>, Task<IReadOnlyList<string?>>>? ReadBatch { get; init; }

    /// <summary>Writes a cell; one that says what <see cref="Read"/> says is not written.</summary>
    public Action<CustomerTransferCell>? Write { get; init; }

    /// <summary>Remembers a cell for <see cref="Complete"/>, also one that says nothing new.</summary>
    public Action<CustomerTransferCell>? Note { get; init; }

    public Func<IReadOnlyList<CustomerTransferCell>, Task>? WriteBatch { get; init; }

    /// <summary>Follows from several columns together; each of them has it, and a row asks for it once.</summary>
    public Func<IReadOnlyList<CustomerTransferRow>, Task>? Complete { get; init; }

    public async Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers)
    {
        if (ReadBatch is not null && Read is null)
        {
            return await ReadBatch(customers);
        }

        var texts = new string?[customers.Count];

        for (var index = 0; Read is not null && index < texts.Length; index++)
        {
            texts[index] = Read(customers[index]);
        }

        return texts;
    }

    public async Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells)
    {
        foreach (var cell in cells)
        {
            Note?.Invoke(cell);

            if (Write is not null && !Says(cell))
            {
                Write(cell);
            }
        }

        if (WriteBatch is not null)
        {
            await WriteBatch(cells);
        }
    }

    public Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows) => Complete?.Invoke(rows) ?? Task.CompletedTask;

    private bool Says(CustomerTransferCell cell) => Read is not null && (Read(cell.Row.Customer)?.Trim() ?? "") == cell.Text;
}
