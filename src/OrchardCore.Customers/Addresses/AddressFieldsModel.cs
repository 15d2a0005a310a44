namespace OrchardCore.Customers.Addresses;

/// <summary>The inputs of one address in any form, drawn by the <c>_AddressFields</c> partial.</summary>
/// <param name="Prefix">The property of the form's view model that holds the address.</param>
public sealed record AddressFieldsModel(string Prefix, PostalAddress Address);
