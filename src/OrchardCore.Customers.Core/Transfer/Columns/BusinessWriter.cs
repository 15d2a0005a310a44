using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Transfer;

/// <summary>Writes what a row says of the customer's business.</summary>
internal sealed class BusinessWriter(AddressCells addresses, TransferTexts texts, IStringLocalizer<BusinessWriter> S)
{
    public void Write(CustomerTransferRow row)
    {
        var note = row.Note<BusinessNote>();

        if (note.IsDone)
        {
            return;
        }

        note.IsDone = true;
        var part = row.Customer.GetOrCreate<CustomerPart>();
        var isSaid = note.IsBusiness is { Text.Length: > 0 };
        var isBusiness = isSaid ? texts.ReadAnswer(note.IsBusiness!.Text)
            : note.SaysMore || (part.Business is not null && note.IsBusiness is null);

        if (isBusiness is null)
        {
            note.IsBusiness!.Fail(texts.NoAnswer(note.IsBusiness.Text));
        }
        else if (isBusiness == true)
        {
            Write(part, note);
        }
        else if (note.SaysMore)
        {
            note.IsBusiness!.Fail(S["The row says something of a business, and that the customer is no business user. Write Yes, or clear those cells."]);
        }
        else
        {
            part.Business = null;
        }
    }

    private void Write(CustomerPart part, BusinessNote note)
    {
        var (business, address) = (part.Business ?? new CustomerBusiness(), new PostalAddress());
        business.Address?.CopyTo(address);

        foreach (var (property, cell) in note.Texts)
        {
            var text = cell.Text.Length == 0 ? null : cell.Text;

            switch (property)
            {
                case nameof(business.Name):
                    business.Name = text;
                    break;
                case nameof(business.TaxNumber):
                    business.TaxNumber = text;
                    break;
                default:
                    business.RegistrationNumber = text;
                    break;
            }
        }

        if (addresses.Write(note.Address, address))
        {
            business.Address = address.IsBlank() ? null : address;
        }

        part.Business = business;
    }
}

/// <summary>The cells of a row that are about the customer's business.</summary>
internal sealed class BusinessNote
{
    public CustomerTransferCell? IsBusiness { get; set; }

    /// <summary>By the names of <see cref="CustomerBusiness"/> properties.</summary>
    public Dictionary<string, CustomerTransferCell> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>By the names of <see cref="PostalAddress"/> properties.</summary>
    public Dictionary<string, CustomerTransferCell> Address { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether they were written.</summary>
    public bool IsDone { get; set; }

    /// <summary>Whether something is said of the business besides that it is one.</summary>
    public bool SaysMore => Texts.Values.Concat(Address.Values).Any(cell => cell.Text.Length > 0);
}
