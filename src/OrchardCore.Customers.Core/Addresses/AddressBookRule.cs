using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Addresses;

/// <summary>
/// Addresses are what their countries ask for, and are told apart by their ids. What was right when it was saved is not
/// asked about again.
/// </summary>
internal sealed partial class AddressBookRule(AddressChecker checker, AddressPrinter printer, StoredAddresses stored, IStringLocalizer<AddressBookRule> S) : ICustomerRule
{
    private const int MaxLabel = 50;
    private const int MaxLabels = 20;

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
                Check(context, customer, book);
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

    private void Check(CustomerRuleContext context, ContentItem customer, AddressBookPart book)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var address in book.Addresses)
        {
            void Fail(string field, LocalizedString message) => context.Fail(customer, $"{AddressBookKeys.Of(book, address.Id)}.{field}", Name(book, address, message));

            // Also in a browser's address and in a file name there is no difference between capital and small letters.
            if (!ids.Add(address.Id))
            {
                Fail(nameof(CustomerAddress.Id), S["Another address of this customer has the id {0} already.", address.Id]);
            }

            if (address.IsChanged)
            {
                Check(address, Fail);
            }
        }

        foreach (var id in new[] { book.BillingId, book.ShippingId, book.DefaultId }.Where(id => book.Find(id) is null).Distinct())
        {
            context.Fail(customer, nameof(AddressBookPart), S["There is no address with the id {0}.", id!]);
        }
    }

    private void Check(CustomerAddress address, Action<string, LocalizedString> fail)
    {
        if (!Id().IsMatch(address.Id))
        {
            fail(nameof(CustomerAddress.Id), S["An id has 1 to 66 letters from A to Z, digits, _ and -."]);
        }

        if (address.Labels.Length > MaxLabels || address.Labels.Any(label => label.Length > MaxLabel || !VisibleText.IsShowable(label)))
        {
            fail(nameof(CustomerAddress.Labels), S["An address can have {0} labels of at most {1} characters each.", MaxLabels, MaxLabel]);
        }

        checker.Check(address, address.IsUnchecked, address.HasCheckedCountry, fail);
    }

    /// <summary>The address of a page, Ship To and Bill To have fields to stand beside; of another address it has to be said which it is.</summary>
    private LocalizedString Name(AddressBookPart book, CustomerAddress address, LocalizedString message)
        => address.Id == book.SavedFor || address.Id == book.ShippingId || address.Id == book.BillingId
            ? message
            : S["Address {0}: {1}", printer.PrintLine(address), message.Value];

    [GeneratedRegex(@"^[A-Za-z0-9_\-]{1,66}\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

/// <summary>The full names of the fields beside which errors of an address are shown.</summary>
internal static class AddressBookKeys
{
    public const string ShipTo = nameof(AddressBookPart) + ".ShipTo";

    public const string BillTo = nameof(AddressBookPart) + ".BillTo";

    public static string Of(AddressBookPart book, string id)
        => id == book.ShippingId ? ShipTo : id == book.BillingId ? BillTo : $"{nameof(AddressBookPart)}.{nameof(AddressBookPart.Addresses)}.{id}";
}
