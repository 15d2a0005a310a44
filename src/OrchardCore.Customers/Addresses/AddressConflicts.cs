using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.Addresses;

/// <summary>Compares what is stored of an address now with what a user typed, field by field.</summary>
public sealed class AddressConflicts(AddressFields fields, CountryDirectory countries)
{
    /// <summary>
    /// The differences, and the stored revision in the form, so that saving again is a decision; what was typed for an
    /// address that is gone becomes a new one.
    /// </summary>
    /// <param name="prefix">The names of the form's fields begin with it.</param>
    public AddressConflict Compare(CustomerAddress? stored, PostalAddress yours, string prefix, ModelStateDictionary modelState)
    {
        var revision = (stored?.Revision ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
        modelState.SetModelValue($"{prefix}.{nameof(AddressInput.Revision)}", revision, revision);

        if (stored is null)
        {
            return new AddressConflict(IsDeleted: true, []);
        }

        return new AddressConflict(IsDeleted: false, [.. AddressFields.All
            .Where(field => !string.Equals(field.Read(stored), field.Read(yours), StringComparison.Ordinal))
            .Select(field => new EditDifference($"{prefix}.{field.Name}", fields.Label(field.Name, stored.Country), field.Read(stored), Text(field, stored), Text(field, yours)))]);
    }

    /// <summary>An address as it is stored now, read by another session than the one that holds what was typed.</summary>
    public static async Task<CustomerAddress?> FindStoredAsync(string customerId, string addressId)
    {
        CustomerAddress? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope =>
            stored = (await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(customerId))?.GetOrCreate<AddressBookPart>().Find(addressId));

        return stored;
    }

    /// <summary>A value as a reader knows it from the form.</summary>
    private string? Text(AddressField field, PostalAddress address) => (field.Name, field.Read(address)) switch
    {
        (nameof(PostalAddress.Country), { } code) => countries.NameOf(code),
        (nameof(PostalAddress.Subdivision), { } code) => countries.NameOfSubdivision(address.Country, code),
        var (_, text) => text,
    };
}
