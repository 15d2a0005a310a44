using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer;

/// <summary>Whether a customer is on hold, why, and until when. A hold that is over is none.</summary>
internal sealed class HoldColumns(CustomerFields fields, IClock clock, ILocalClock localClock, TransferTexts texts, TransferDates dates, IStringLocalizer<HoldColumns> S) : ICustomerTransferColumnSource
{
    private const string OnHold = "On Hold";
    private const string Reason = "Hold Reason";
    private const string Until = "Hold Until";

    public Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerTransferColumn>>(
    [
        Column(OnHold, fields.Label(nameof(CustomerPart.Hold)), S["Yes or No. A customer on hold may log in and may not order. A reason or a date alone means Yes."], 450, nameof(CustomerPart.Hold), [TransferTexts.Yes, TransferTexts.No],
            customers => Task.FromResult<IReadOnlyList<string?>>([.. customers.Select(customer => TransferTexts.Answer(Hold(customer) is not null))])),
        Column(Reason, fields.HoldReason, S["Why the customer is on hold."], 460, "HoldReason", [],
            customers => Task.FromResult<IReadOnlyList<string?>>([.. customers.Select(customer => Hold(customer)?.Reason)])),
        Column(Until, fields.HoldUntil, S["The last day of the hold, like 2030-12-31; empty when it has to be released."], 470, "HoldUntil", [], ReadUntilAsync),
    ]);

    private TransferColumn Column(string name, LocalizedString label, LocalizedString hint, int order, string field, string[] codes, Func<IReadOnlyList<ContentItem>, Task<IReadOnlyList<string?>>> read)
        => new(name, label, hint, order)
        {
            Codes = codes,
            Field = CustomerFields.FullName(field),
            ReadBatch = read,
            Note = cell => cell.Row.Note<Cells>().Texts[name] = cell,
            Complete = CompleteAsync,
        };

    private CustomerHold? Hold(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Hold is { } hold && hold.IsInForce(clock.UtcNow) ? hold : null;

    private async Task<IReadOnlyList<string?>> ReadUntilAsync(IReadOnlyList<ContentItem> customers)
    {
        var days = new List<string?>(customers.Count);

        foreach (var customer in customers)
        {
            days.Add(await ReadUntilAsync(Hold(customer)));
        }

        return days;
    }

    private async Task<string?> ReadUntilAsync(CustomerHold? hold) => hold?.UntilUtc is { } until ? TransferDates.Write(await localClock.LastDayAsync(until)) : null;

    private async Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows)
    {
        foreach (var row in rows)
        {
            var cells = row.Note<Cells>();

            if (cells.Texts.Count > 0)
            {
                await CompleteAsync(row, cells);
                cells.Texts.Clear();
            }
        }
    }

    private async Task CompleteAsync(CustomerTransferRow row, Cells cells)
    {
        var former = Hold(row.Customer);
        var isDescribed = cells.Says(Reason) || cells.Says(Until);
        var isOn = cells.Says(OnHold) ? texts.ReadAnswer(cells.Texts[OnHold].Text) : isDescribed || (former is not null && !cells.Texts.ContainsKey(OnHold));

        if (isOn is null)
        {
            cells.Texts[OnHold].Fail(texts.NoAnswer(cells.Texts[OnHold].Text));
        }
        else if (isOn == false)
        {
            Release(row, former, cells, isDescribed);
        }
        else
        {
            await PutOnHoldAsync(row, former, cells);
        }
    }

    private void Release(CustomerTransferRow row, CustomerHold? former, Cells cells, bool isDescribed)
    {
        if (isDescribed)
        {
            cells.Texts[OnHold].Fail(S["The row says why or until when the customer is on hold, and that it is not. Write Yes, or clear those cells."]);
        }
        else if (former is not null)
        {
            row.Customer.GetOrCreate<CustomerPart>().Hold = null;
        }
    }

    private async Task PutOnHoldAsync(CustomerTransferRow row, CustomerHold? former, Cells cells)
    {
        var reason = cells.Texts.TryGetValue(Reason, out var text) ? (text.Text.Length == 0 ? null : text.Text) : former?.Reason;
        var until = former?.UntilUtc;

        if (cells.Texts.TryGetValue(Until, out var day) && day.Text != (await ReadUntilAsync(former) ?? ""))
        {
            until = await ReadDayAsync(day);
        }

        if (former is null || former.Reason != reason || former.UntilUtc != until)
        {
            row.Customer.GetOrCreate<CustomerPart>().Hold = new CustomerHold { Reason = reason, UntilUtc = until };
        }
    }

    private async Task<DateTime?> ReadDayAsync(CustomerTransferCell cell)
    {
        if (cell.Text.Length == 0)
        {
            return null;
        }

        var (day, problem) = dates.Read(cell.Text);
        var until = day is { } last && last < DateOnly.MaxValue ? await localClock.EndOfDayAsync(last) : (DateTime?)null;

        if (problem is not null)
        {
            cell.Fail(problem);
        }
        else if (until <= clock.UtcNow)
        {
            cell.Fail(S["This day is over. Write today or a later one, or leave it empty for a hold that has to be released."]);
        }

        return until;
    }

    private sealed class Cells
    {
        public Dictionary<string, CustomerTransferCell> Texts { get; } = new(StringComparer.Ordinal);

        public bool Says(string name) => Texts.TryGetValue(name, out var cell) && cell.Text.Length > 0;
    }
}
