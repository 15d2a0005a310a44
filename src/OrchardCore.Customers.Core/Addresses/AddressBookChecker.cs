using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Addresses;

/// <summary>
/// Addresses are what their countries ask for, and are told apart by their ids. What was right when it was saved is not
/// asked about again.
/// </summary>
internal sealed partial class AddressBookChecker(AddressChecker checker, AddressPrinter printer, IStringLocalizer<AddressBookChecker> S)
{
    private const int MaxLabel = 50;
    private const int MaxLabels = 20;

    /// <param name="fail">Takes the full name of a field, see <see cref="AddressBookKeys"/>, and what is wrong with it.</param>
    public void Check(AddressBookPart book, Action<string, LocalizedString> fail)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var address in book.Addresses)
        {
            void Fail(string field, LocalizedString message) => fail($"{AddressBookKeys.Of(book, address.Id)}.{field}", Name(book, address, message));

            // Also in a browser's address and in a file name there is no difference between capital and small letters.
            if (!ids.Add(address.Id))
            {
                Fail(nameof(CustomerAddress.Id), S["Another address has the id {0} already.", address.Id]);
            }

            if (address.IsChanged)
            {
                Check(address, Fail);
            }
        }

        foreach (var id in new[] { book.BillingId, book.ShippingId, book.DefaultId }.Where(id => book.Find(id) is null).Distinct())
        {
            fail(nameof(AddressBookPart), S["There is no address with the id {0}.", id!]);
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
