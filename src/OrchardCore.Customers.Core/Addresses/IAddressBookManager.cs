using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Addresses;

/// <summary>
/// Changes the address book of a stored customer, one address at a time. Each change is made to the book as it is stored
/// then, and made again when somebody else saved the customer at the same moment: only who changes the same address gets
/// in each other's way. Whoever holds a customer that isn't saved yet uses <see cref="AddressBookPart"/> itself.
/// </summary>
/// <remarks>
/// The keys of errors are names of <see cref="CustomerAddress"/> properties, full names of other fields of the customer, or
/// empty. <see cref="CustomerAddress.Revision"/> stands for an address that somebody else changed or deleted meanwhile.
/// </remarks>
public interface IAddressBookManager
{
    /// <summary>Adds an address, with the id it has or a generated one, and says what it is for.</summary>
    Task<Result> AddAsync(string customerId, CustomerAddress address, AddressUses uses);

    /// <summary>Saves a changed address, unless its revision is not the stored one.</summary>
    Task<Result> UpdateAsync(string customerId, CustomerAddress address, AddressUses uses);

    /// <summary>Says what an address is for.</summary>
    Task<Result> ChooseAsync(string customerId, string addressId, AddressUses uses);

    /// <summary>Deletes an address. One that is gone already is deleted.</summary>
    /// <param name="successors">The ids of those that take its place, by what it is for; where none is named, the first one does.</param>
    Task<Result> DeleteAsync(string customerId, string addressId, IReadOnlyDictionary<AddressUses, string> successors);
}
