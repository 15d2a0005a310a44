using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>The addresses that a membership can choose: those of the company, and the customer's own.</summary>
public sealed class MembershipAddresses(AddressPrinter printer, IStringLocalizer<MembershipAddresses> S)
{
    public ChoiceModel Draw(string name, string label, string? chosen, ContentItem? customer, ContentItem? company)
    {
        ListOption[] options =
        [
            new("", S["As the customer's address book says"]),
            .. Options(company, isOfCompany: true),
            .. Options(customer, isOfCompany: false),
        ];

        // Another company has other addresses.
        return new(new FieldModel(name, label, options.Any(option => option.Value == chosen) ? chosen : null), options);
    }

    /// <summary>The address in one line; <see langword="null"/> when none is chosen, or it is gone.</summary>
    public string? Print(MembershipAddress? chosen, ContentItem customer, ContentItem? company)
        => (chosen is null ? null : (chosen.IsOfCompany ? company : customer)?.GetOrCreate<AddressBookPart>().Find(chosen.Id)) is { } address ? printer.PrintLine(address) : null;

    private IEnumerable<ListOption> Options(ContentItem? owner, bool isOfCompany)
        => owner?.GetOrCreate<AddressBookPart>().Addresses.Select(address => new ListOption(
            new MembershipAddress { IsOfCompany = isOfCompany, Id = address.Id }.ToString(),
            isOfCompany ? S["Company: {0}", printer.PrintLine(address)] : S["Customer: {0}", printer.PrintLine(address)])) ?? [];
}
