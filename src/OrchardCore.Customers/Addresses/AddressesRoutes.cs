namespace OrchardCore.Customers.Addresses;

/// <summary>Names of the admin routes; their <c>id</c> is the customer's content item id, their <c>addressId</c> the address's own.</summary>
public static class AddressesRoutes
{
    public const string Create = "CustomerAddressCreate";

    public const string Edit = "CustomerAddressEdit";

    public const string Delete = "CustomerAddressDelete";

    /// <summary>Says what an address is for: a POST with <c>use</c>.</summary>
    public const string Choose = "CustomerAddressChoose";

    public const string Print = "CustomerAddressPrint";

    /// <summary>Draws the fields of another country around what was typed: a POST with the <c>prefix</c> of their names.</summary>
    public const string Fields = "CustomerAddressFields";

    internal const string Customer = "Customers/" + CustomersRoutes.Id + "/Addresses";

    internal const string Address = Customer + "/{addressId}";
}
