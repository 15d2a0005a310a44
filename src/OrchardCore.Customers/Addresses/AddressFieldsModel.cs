using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Addresses;

/// <summary>The fields of an address in the order of its country, drawn by the <c>_AddressFields</c> partial.</summary>
/// <param name="Prefix">Their names begin with it, after the prefix of the page they stand on.</param>
public sealed record AddressFieldsModel(string Prefix, PostalAddress Address, IReadOnlyList<AddressFieldModel> Fields)
{
    /// <summary>Whether the user may have the address saved although it breaks the rules.</summary>
    public bool MaySkip { get; init; }

    public bool IsUnchecked { get; init; }

    /// <summary>The route that draws them anew.</summary>
    public string FieldsRoute { get; init; } = AddressesRoutes.Fields;
}

/// <summary>One field: a text, or a choice where there are options.</summary>
/// <param name="Width">The CSS classes of its column.</param>
public sealed record AddressFieldModel(FieldModel Input, string Width, IReadOnlyList<ListOption>? Options)
{
    /// <summary>Whether the other fields follow it.</summary>
    public bool IsCountry { get; init; }
}
