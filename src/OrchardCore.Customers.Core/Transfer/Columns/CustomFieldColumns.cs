using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Transfer;

/// <summary>The merchant's own fields: <c>Field Customer.Nickname</c>. One that the type got later is not saved with earlier customers; Orchard's handlers add it.</summary>
internal sealed class CustomFieldColumns(CustomerCustomFields fields, FieldValues values, IStringLocalizer<CustomFieldColumns> S) : ICustomerTransferColumnSource
{
    /// <summary>How their names begin.</summary>
    public const string Prefix = "Field ";

    private const int FirstOrder = 1000;

    /// <summary>Items as they were before a file changed them, each read once whatever the number of columns, and forgotten with its item.</summary>
    private readonly ConditionalWeakTable<ContentItem, JsonObject> _stored = [];

    public async Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync()
        => [.. (await fields.ListAsync(CustomersConstants.ContentTypes.Customer)).SelectMany((field, index) => Columns(field, FirstOrder + (10 * index)))];

    private IEnumerable<TransferColumn> Columns(CustomField field, int order)
        => values.Kinds.TryGetValue(field.Kind, out var kinds)
            ? kinds.Select((value, index) => Column(field, value, order + index))
            : [Unwritten(field, order)];

    private TransferColumn Column(CustomField field, FieldValue value, int order)
        => new(value.Suffix.Length == 0 ? Name(field) : $"{Name(field)} {value.Suffix}", Label(field), value.Hint, order)
        {
            Example = value.Example,
            OtherNames = value.Suffix.Length == 0 ? [$"{field.Part}.{field.Name}", field.Name] : [],
            Field = $"{field.Part}.{field.Name}",
            ReadsSaved = false,
            Read = customer => Stored(customer)[field.Part]?[field.Name] is JsonObject stored ? value.Read(stored) : null,
            Write = cell =>
            {
                if (value.Make(cell) is { } made)
                {
                    cell.Row.Note<FieldNote>().Values.Add((field, made));
                }
            },
            Complete = CompleteAsync,
        };

    private TransferColumn Unwritten(CustomField field, int order)
        => new(Name(field), Label(field), S["A field of the kind {0}. It is exported only.", field.Kind], order)
        {
            ReadsSaved = false,
            Read = customer => Text(fields.Read(Stored(customer), field)),
        };

    private JsonObject Stored(ContentItem customer) => _stored.GetValue(customer, CustomerCustomFields.Stored);

    private static string? Text(CustomerCell cell) => cell switch
    {
        CustomerCell.Text text => text.Value,
        CustomerCell.Time { Utc: { } utc } => TransferDates.Write(utc),
        CustomerCell.Labels labels => TransferTexts.Join(labels.Values),
        _ => null,
    };

    /// <summary>A field that is written lets Orchard forget the parts that were read of the item, so what the other columns did is written before.</summary>
    private static Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows)
    {
        foreach (var row in rows)
        {
            var note = row.Note<FieldNote>();

            if (note.Values.Count == 0)
            {
                continue;
            }

            row.Customer.GetOrCreate<CustomerPart>().Apply();

            foreach (var (field, value) in note.Values)
            {
                row.Customer.GetOrCreate<ContentPart>(field.Part).Apply(field.Name, value);
            }

            note.Values.Clear();
        }

        return Task.CompletedTask;
    }

    private static string Name(CustomField field) => $"{Prefix}{field.Part}.{field.Name}";

    private static LocalizedString Label(CustomField field) => new(field.Label, field.Label);

    private sealed class FieldNote
    {
        public List<(CustomField Field, ContentField Value)> Values { get; } = [];
    }
}
