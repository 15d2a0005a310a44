using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Transfer;

/// <summary>Writes the Ship To and Bill To of a row into the customer's address book. Addresses that say what they said before are left alone.</summary>
internal sealed class AddressWriter(AddressCells cells, TransferTexts texts, IStringLocalizer<AddressWriter> S)
{
    public void Write(CustomerTransferRow row)
    {
        var note = row.Note<AddressNote>();

        if (note.IsDone)
        {
            return;
        }

        note.IsDone = true;
        var useShipTo = note.UseShipTo is { Text.Length: > 0 } cell ? texts.ReadAnswer(cell.Text) : false;

        if (useShipTo is null)
        {
            note.UseShipTo!.Fail(texts.NoAnswer(note.UseShipTo.Text));
        }
        else if (useShipTo == true || note.ShipTo.Count > 0 || note.BillTo.Count > 0)
        {
            Write(row, note, useShipTo.Value);
        }
    }

    private void Write(CustomerTransferRow row, AddressNote note, bool useShipTo)
    {
        // A customer without an address book gets none as long as there is nothing to write into it.
        var book = row.Customer.Has<AddressBookPart>() ? row.Customer.GetOrCreate<AddressBookPart>() : new AddressBookPart();
        var shipTo = Read(note.ShipTo, book.Find(book.ShippingId));
        var billTo = Read(useShipTo ? [] : note.BillTo, book.Find(book.BillingId));

        if (useShipTo && shipTo.IsBlank && note.BillTo.Values.Any(cell => cell.Text.Length > 0))
        {
            note.UseShipTo!.Fail(S["The row has no Ship To address that could take the place of Bill To. Fill the Ship To columns, or write No."]);

            return;
        }

        if (Change(book, shipTo, billTo, useShipTo))
        {
            // Orchard's items give the part itself; ours was made for those that have none.
            var part = row.Customer.GetOrCreate<AddressBookPart>();
            (part.Addresses, part.ShippingId, part.BillingId, part.DefaultId) = (book.Addresses, book.ShippingId, book.BillingId, book.DefaultId);
            part.Apply();
        }
    }

    private AddressChange Read(Dictionary<string, CustomerTransferCell> given, CustomerAddress? former)
    {
        var address = former?.Copy() ?? new CustomerAddress();
        var isChanged = cells.Write(given, address);
        address.IsUnchecked &= !isChanged;

        return new(former, address, given.Count > 0, isChanged);
    }

    /// <returns>Whether something in the book is different now.</returns>
    private static bool Change(AddressBookPart book, AddressChange shipTo, AddressChange billTo, bool useShipTo)
    {
        var isShared = shipTo.Former is not null && shipTo.Former.Id == billTo.Former?.Id;
        var changed = isShared && !useShipTo && billTo.IsGiven && !billTo.IsBlank
            ? Separate(book, shipTo, billTo)
            : Put(book, shipTo, AddressUses.Shipping) | Put(book, isShared ? billTo with { IsChanged = false } : billTo, AddressUses.Billing);

        if (useShipTo && book.ShippingId is { } id && book.BillingId != id)
        {
            book.Choose(id, AddressUses.Billing);
            changed = true;
        }

        return changed;
    }

    /// <summary>Goods and invoices went to one address, and the row has both. While they say the same they stay one; else the address stays with the one that says what it says.</summary>
    private static bool Separate(AddressBookPart book, AddressChange shipTo, AddressChange billTo)
    {
        if (!shipTo.IsChanged && !billTo.IsChanged)
        {
            return false;
        }

        if (shipTo.IsBlank || shipTo.Address.Says(billTo.Address))
        {
            return Put(book, billTo, AddressUses.Billing);
        }

        return billTo.IsChanged
            ? Put(book, shipTo, AddressUses.Shipping) | Add(book, billTo.Address, AddressUses.Billing)
            : Add(book, shipTo.Address, AddressUses.Shipping);
    }

    private static bool Put(AddressBookPart book, AddressChange change, AddressUses use)
    {
        if (!change.IsChanged || (change.IsBlank && change.Former is null))
        {
            return false;
        }

        if (change.IsBlank)
        {
            book.Remove(change.Former!.Id);
        }
        else if (change.Former is not null)
        {
            book.Replace(change.Address);
        }
        else
        {
            return Add(book, change.Address, use);
        }

        return true;
    }

    /// <summary>Uses the address of the book that says the same, or adds one.</summary>
    private static bool Add(AddressBookPart book, CustomerAddress address, AddressUses use)
    {
        if (Array.Find(book.Addresses, known => known.Says(address)) is { } known)
        {
            book.Choose(known.Id, use);

            return true;
        }

        var added = new CustomerAddress();
        address.CopyTo(added);
        book.Add(added);
        book.Choose(added.Id, use);

        return true;
    }

    /// <param name="Former">What is stored.</param>
    /// <param name="Address">What it becomes.</param>
    /// <param name="IsGiven">Whether the row has cells of it.</param>
    /// <param name="IsChanged">Whether it says something else.</param>
    private sealed record AddressChange(CustomerAddress? Former, CustomerAddress Address, bool IsGiven, bool IsChanged)
    {
        public bool IsBlank => Address.IsBlank();
    }
}
