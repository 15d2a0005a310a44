using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;

namespace OrchardCore.Customers.Addresses;

/// <summary>The addresses of customers obey the rules, and so does that of a business.</summary>
internal sealed class AddressBookRule(AddressChecker checker, AddressBookChecker books, StoredAddresses stored) : ICustomerRule
{
    public async Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            if (customer.GetOrCreate<CustomerPart>().Business?.Address is { } business && !business.IsBlank())
            {
                await CheckAsync(context, customer, business);
            }

            if (customer.Has<AddressBookPart>() && customer.GetOrCreate<AddressBookPart>() is { Addresses.Length: > 0 } book)
            {
                books.Check(book, (field, message) => context.Fail(customer, field, message));
            }
        }
    }

    /// <summary>The address of a business; a new look at the one that is stored is not asked for.</summary>
    private async Task CheckAsync(CustomerRuleContext context, ContentItem customer, PostalAddress business)
    {
        var former = await stored.FindBusinessAsync(customer);

        checker.Check(business, former?.Says(business) == true, former is not null && former.Country == business.Country, (field, message) =>
            context.Fail(customer, CustomerFields.FullName($"{nameof(CustomerPart.Business)}.{nameof(CustomerBusiness.Address)}.{field}"), message));
    }
}

/// <summary>The full names of the fields beside which errors of an address are shown.</summary>
internal static class AddressBookKeys
{
    public const string ShipTo = nameof(AddressBookPart) + ".ShipTo";

    public const string BillTo = nameof(AddressBookPart) + ".BillTo";

    public static string Of(AddressBookPart book, string id)
        => id == book.ShippingId ? ShipTo : id == book.BillingId ? BillTo : $"{nameof(AddressBookPart)}.{nameof(AddressBookPart.Addresses)}.{id}";
}
