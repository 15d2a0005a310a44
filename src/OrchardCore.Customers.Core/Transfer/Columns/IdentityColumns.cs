using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Transfer;

/// <summary>What a customer is known by for good, and when it came and changed. New customers keep what they bring; saved ones what they have.</summary>
internal sealed class IdentityColumns(ISession session, CustomerFields fields, IStringLocalizer<IdentityColumns> S) : ICustomerTransferColumnSource
{
    public const string Number = "Customer Number";

    public const string CustomId = "Custom Id";

    public Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerTransferColumn>>(
    [
        new TransferColumn(Number, fields.Label(nameof(CustomerPart.Number)), S["Customers that are there already are found by it. A new one may bring its number; left empty, it gets the next one. It is never changed."], 110)
        {
            OtherNames = ["Customer No", "Customer Nr", "Client Number", "Account Number"],
            Field = CustomerFields.FullName(nameof(CustomerPart.Number)),
            Read = customer => Part(customer).Number,
            WriteBatch = WriteNumbersAsync,
        },
        new TransferColumn(CustomId, fields.Label(nameof(CustomerPart.CustomId)), S["What other systems call the customer: letters (A to Z), digits, - and _. Customers that are there already are found by it. Left empty, a new one gets one. It is never changed."], 120)
        {
            OtherNames = ["Customer ID", "Customer Reference", "Id", "External ID", "External Reference"],
            Field = CustomerFields.FullName(nameof(CustomerPart.CustomId)),
            Read = customer => Part(customer).CustomId,
            Write = WriteId,
        },
        Moment("Created", S["Created"], 9000, customer => customer.CreatedUtc),
        Moment("Modified", S["Last changed"], 9010, customer => customer.ModifiedUtc),
    ]);

    private TransferColumn Moment(string name, LocalizedString label, int order, Func<ContentItem, DateTime?> read)
        => new(name, label, S["When, in UTC. It is exported only."], order)
        {
            OtherNames = name == "Created" ? ["Created At", "Registered", "Created Date"] : ["Modified At", "Updated At", "Last Changed"],
            Read = customer => read(customer) is { } utc ? TransferDates.Write(utc) : null,
        };

    /// <summary>What is wrong with a number's form, the rules say; whose it is, they don't.</summary>
    private async Task WriteNumbersAsync(IReadOnlyList<CustomerTransferCell> cells)
    {
        var arrivals = new List<CustomerTransferCell>();

        foreach (var cell in cells.Select(cell => cell with { Text = TransferTexts.WithoutApostrophe(cell.Text) }).Where(cell => cell.Text.Length > 0))
        {
            if (cell.Row.IsNew)
            {
                cell.Part.Number = cell.Text;
                arrivals.Add(cell);
            }
            else if (CustomerClaims.OnNumber(cell.Text) != CustomerClaims.OnNumber(cell.Part.Number ?? ""))
            {
                cell.Fail(S["This customer has the number {0}, which is never changed. Correct the cell, or leave the column out.", cell.Part.Number ?? ""]);
            }
        }

        if (arrivals.Count == 0)
        {
            return;
        }

        var claims = arrivals.Select(cell => CustomerClaims.OnNumber(cell.Text)).Distinct(StringComparer.Ordinal).ToArray();
        var taken = (await session.QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(claims)).ListAsync()).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var cell in arrivals)
        {
            var claim = CustomerClaims.OnNumber(cell.Text);

            if (taken.Contains(claim))
            {
                cell.Fail(S["The number {0} is or was another customer's. To change that customer, update customers and recognize them by the number; for a new one leave the cell empty.", cell.Text]);
            }
            else if (!seen.Add(claim))
            {
                cell.Fail(S["An earlier row brings the number {0} already.", cell.Text]);
            }
        }
    }

    private void WriteId(CustomerTransferCell cell)
    {
        var id = TransferTexts.WithoutApostrophe(cell.Text);

        if (id.Length == 0 || id == cell.Part.CustomId)
        {
            return;
        }

        if (cell.Row.IsNew)
        {
            cell.Part.CustomId = id;
        }
        else
        {
            cell.Fail(S["This customer has the id {0}, which is never changed. Correct the cell, or leave the column out.", cell.Part.CustomId ?? ""]);
        }
    }

    private static CustomerPart Part(ContentItem customer) => customer.GetOrCreate<CustomerPart>();
}
