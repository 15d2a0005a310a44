namespace OrchardCore.Customers.Addresses;

/// <summary>What an address of the book is for.</summary>
[Flags]
public enum AddressUses
{
    None = 0,

    /// <summary>Invoices are made out to it.</summary>
    Billing = 1,

    /// <summary>Goods are sent to it.</summary>
    Shipping = 2,

    /// <summary>It is meant when none is named.</summary>
    Default = 4,
}
