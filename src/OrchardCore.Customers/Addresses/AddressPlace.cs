namespace OrchardCore.Customers.Addresses;

/// <summary>
/// The pages of an address book: whose it is, its routes say. Their <c>id</c> is the owner's content item id. The capability
/// that an owner belongs to registers its own as a singleton.
/// </summary>
/// <param name="Display">The owner's page, which has a tab of addresses.</param>
public sealed record AddressPlace(string Display, string Create, string Edit, string Choose, string Delete, string Print)
{
    public static readonly AddressPlace Customer = new(CustomersRoutes.Display, AddressesRoutes.Create, AddressesRoutes.Edit, AddressesRoutes.Choose, AddressesRoutes.Delete, AddressesRoutes.Print);

    /// <summary>The content type of the owners.</summary>
    public string OwnerType { get; init; } = CustomersConstants.ContentTypes.Customer;

    /// <summary>Draws the fields of the country that was chosen; it has no <c>id</c>.</summary>
    public string Fields { get; init; } = AddressesRoutes.Fields;
}
