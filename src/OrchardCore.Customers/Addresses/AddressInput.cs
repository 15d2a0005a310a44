namespace OrchardCore.Customers.Addresses;

/// <summary>The posted fields of an address.</summary>
public class AddressInput : PostalAddress
{
    /// <summary>Empty for a new address.</summary>
    public string? Id { get; set; }

    /// <summary>The revision the form was opened with.</summary>
    public int Revision { get; set; }

    /// <summary><see langword="null"/> when the form didn't ask.</summary>
    public bool? IsUnchecked { get; set; }

    /// <summary>Only draws the fields of the country that was chosen: where there is no script.</summary>
    public bool Redraw { get; set; }

    /// <summary>What was posted, as an address: with what else the stored one has.</summary>
    public CustomerAddress ToAddress(CustomerAddress? stored, CountryDirectory countries)
    {
        var address = stored?.Copy() ?? new CustomerAddress();
        this.CopyTo(address);
        address.Normalize(countries);
        address.IsUnchecked = IsUnchecked ?? (stored is not null && stored.IsUnchecked && stored.Says(address));

        return address;
    }

    /// <summary>An address that is in no address book.</summary>
    public static AddressInput Of(PostalAddress? address)
    {
        var input = new AddressInput();
        address?.CopyTo(input);

        return input;
    }

    /// <summary>An address of a book.</summary>
    public static AddressInput From(CustomerAddress? address)
    {
        var input = new AddressInput { Id = address?.Id, Revision = address?.Revision ?? 0, IsUnchecked = address?.IsUnchecked };
        address?.CopyTo(input);

        return input;
    }
}

/// <summary>The posted form of an address page.</summary>
public sealed class AddressFormInput : AddressInput
{
    /// <summary>Separated by commas.</summary>
    public string? Labels { get; set; }

    public bool Billing { get; set; }

    public bool Shipping { get; set; }

    public bool Default { get; set; }

    public AddressUses Uses => (Billing ? AddressUses.Billing : AddressUses.None)
        | (Shipping ? AddressUses.Shipping : AddressUses.None)
        | (Default ? AddressUses.Default : AddressUses.None);

    public CustomerAddress ToLabelledAddress(CustomerAddress? stored, CountryDirectory countries)
    {
        var address = ToAddress(stored, countries);
        address.Id = Id ?? "";
        address.Revision = Revision;
        address.Labels = (Labels ?? "").Split([',', '،', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        return address;
    }

    public static AddressFormInput From(CustomerAddress address, AddressUses uses)
    {
        var input = new AddressFormInput
        {
            Id = address.Id,
            Revision = address.Revision,
            IsUnchecked = address.IsUnchecked,
            Labels = string.Join(", ", address.Labels),
            Billing = uses.HasFlag(AddressUses.Billing),
            Shipping = uses.HasFlag(AddressUses.Shipping),
            Default = uses.HasFlag(AddressUses.Default),
        };
        address.CopyTo(input);

        return input;
    }
}
