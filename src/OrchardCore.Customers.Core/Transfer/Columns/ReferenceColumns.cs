using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Transfer;

/// <summary>What other systems call a customer: all references in one column, and on import also five pairs of a name and a value.</summary>
internal sealed class ReferenceColumns(CustomerFields fields, IStringLocalizer<ReferenceColumns> S) : ICustomerTransferColumnSource
{
    public const string Name = "References";

    /// <summary>How many pairs a file can have besides.</summary>
    public const int MaxPairs = 5;

    private const int Order = 650;

    private static readonly string Field = CustomerFields.FullName(nameof(CustomerPart.References));

    public Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerTransferColumn>>(
    [
        new TransferColumn(Name, fields.Label(nameof(CustomerPart.References)), S["All references as name=value, with ; between; before a ; = or \\ that belongs to a name or value stands a \\. They take the place of those the customer has."], Order)
        {
            OtherNames = ["Customer References"],
            Field = Field,
            Read = customer => ReferenceText.Write(customer.GetOrCreate<CustomerPart>().References),
            Write = Write,
        },
        .. Enumerable.Range(1, MaxPairs).SelectMany(number => new[] { Pair(number, isName: true), Pair(number, isName: false) }),
    ]);

    private TransferColumn Pair(int number, bool isName)
        => new(
            isName ? $"Reference {number} Name" : $"Reference {number} Value",
            isName ? S["Reference {0}: name", number] : S["Reference {0}: value", number],
            isName ? S["Of a reference besides those in References; one of the same name gets the value beside it."] : S["Of the reference whose name stands beside it. It is imported only: References exports all."],
            Order + (2 * number) - (isName ? 1 : 0))
        {
            OtherNames = isName ? [$"Reference {number} Key", $"Reference Name {number}"] : [$"Reference Value {number}"],
            Field = Field,
            Note = cell => (isName ? cell.Row.Note<Pairs>().Names : cell.Row.Note<Pairs>().Values)[number] = cell,
            Complete = CompleteAsync,
        };

    private void Write(CustomerTransferCell cell)
    {
        if (ReferenceText.Read(cell.Text, out var wrong) is { } references)
        {
            cell.Part.References = references;
        }
        else
        {
            cell.Fail(S["“{0}” is no reference. Write name=value, with ; between two of them.", wrong]);
        }
    }

    private Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows)
    {
        foreach (var row in rows)
        {
            var pairs = row.Note<Pairs>();

            for (var number = 1; number <= MaxPairs; number++)
            {
                Write(row, pairs.Names.GetValueOrDefault(number), pairs.Values.GetValueOrDefault(number));
            }

            pairs.Names.Clear();
            pairs.Values.Clear();
        }

        return Task.CompletedTask;
    }

    private void Write(CustomerTransferRow row, CustomerTransferCell? name, CustomerTransferCell? value)
    {
        if (value is null)
        {
            return;
        }

        if (name is not { Text: { Length: > 0 } key })
        {
            if (value.Text.Length > 0)
            {
                value.Fail(S["The reference “{0}” needs a name that says what it is.", value.Text]);
            }

            return;
        }

        var part = row.Customer.GetOrCreate<CustomerPart>();
        var known = Array.Find(part.References, reference => reference.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

        if (known?.Value == value.Text)
        {
            return;
        }

        part.References = value.Text.Length == 0 ? [.. part.References.Where(reference => reference != known)]
            : known is null ? [.. part.References, new() { Key = key, Value = value.Text }]
            : [.. part.References.Select(reference => reference == known ? new() { Key = reference.Key, Value = value.Text } : reference)];
    }

    /// <summary>By their numbers.</summary>
    private sealed class Pairs
    {
        public Dictionary<int, CustomerTransferCell> Names { get; } = [];

        public Dictionary<int, CustomerTransferCell> Values { get; } = [];
    }
}
