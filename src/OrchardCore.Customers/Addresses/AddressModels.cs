using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Addresses;

/// <summary>An address as it is shown.</summary>
/// <param name="Lines">As they stand on an envelope.</param>
/// <param name="Badges">What it is for, and whether it was checked.</param>
public sealed record AddressCard(string Title, IReadOnlyList<string> Lines, IReadOnlyList<ListBadge> Badges)
{
    /// <summary>Of the address book; <see langword="null"/> for one that stands elsewhere in the record.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? Phone { get; init; }

    public string? PhoneUrl { get; init; }

    public string? Email { get; init; }

    /// <summary>What it can be chosen for.</summary>
    public IReadOnlyList<ListOption> Choices { get; init; } = [];

    /// <summary>What is asked before it is deleted; <see langword="null"/> when a page has more to ask.</summary>
    public Confirmation? DeleteConfirmation { get; init; }
}

/// <summary>The tab of a customer's page.</summary>
public sealed class CustomerAddressesModel
{
    /// <summary>Where its pages are.</summary>
    public AddressPlace Place { get; init; } = AddressPlace.Customer;

    public required string CustomerId { get; init; }

    /// <summary>Of a business customer.</summary>
    public AddressCard? Business { get; init; }

    public required IReadOnlyList<AddressCard> Cards { get; init; }

    public required bool MayEdit { get; init; }

    public string? Search { get; init; }

    /// <summary>Whether there are so many that one searches.</summary>
    public required bool IsMany { get; init; }

    /// <summary>Which addresses are shown, in words.</summary>
    public required string Summary { get; init; }

    public int? PreviousPage { get; init; }

    public int? NextPage { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <summary>What the overview of a customer's page says of its addresses.</summary>
public sealed record AddressOverviewModel(IReadOnlyList<AddressCard> Cards);

public sealed class AddressFormModel
{
    /// <summary>Where its pages are.</summary>
    public AddressPlace Place { get; init; } = AddressPlace.Customer;

    public required string CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public required bool IsNew { get; init; }

    public required AddressFormInput Input { get; init; }

    public required AddressFieldsModel Fields { get; init; }

    public AddressConflict? Conflict { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <summary>Somebody else saved the same address meanwhile, or deleted it.</summary>
/// <param name="IsDeleted">Then saving adds it again.</param>
public sealed record AddressConflict(bool IsDeleted, IReadOnlyList<EditDifference> Differences);

public sealed class AddressDeleteModel
{
    /// <summary>Where its pages are.</summary>
    public AddressPlace Place { get; init; } = AddressPlace.Customer;

    public required string CustomerId { get; init; }

    public required AddressCard Card { get; init; }

    /// <summary>What the address is for, where another one can take its place.</summary>
    public required IReadOnlyList<AddressSuccession> Successions { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <param name="Name">The form field: the name of a single <see cref="AddressUses"/>.</param>
public sealed record AddressSuccession(string Name, string Label, IReadOnlyList<ListOption> Options);

/// <summary>What is printed: the address, and that of the business.</summary>
public sealed record AddressPrintModel(string CustomerId, string CustomerName, IReadOnlyList<AddressCard> Cards, string? ReturnUrl)
{
    /// <summary>Where its pages are.</summary>
    public AddressPlace Place { get; init; } = AddressPlace.Customer;
}
