using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Addresses;

/// <summary>Shows the addresses of a customer: those of its book and that of its business.</summary>
public sealed class AddressCards(AddressPrinter printer, AddressFields fields, IStringLocalizer<AddressCards> S)
{
    /// <summary>How many addresses one chooses among; more are searched for on the tab.</summary>
    private const int MaxOptions = 100;

    internal static readonly AddressUses[] Uses = [AddressUses.Shipping, AddressUses.Billing, AddressUses.Default];

    /// <summary>An address of the book.</summary>
    public AddressCard Of(AddressBookPart book, CustomerAddress address)
    {
        var uses = book.UsesOf(address.Id);

        return new AddressCard(address.ContactName ?? address.Company ?? address.Line1 ?? address.Id, printer.Print(address), [.. Badges(uses, address.IsUnchecked)])
        {
            Id = address.Id,
            Labels = address.Labels,
            Phone = address.Phone,
            PhoneUrl = PhoneNumber.Parse(address.Phone)?.ToUrl(),
            Email = address.Email,
            Choices = [.. Uses.Where(use => !uses.HasFlag(use)).Select(use => new ListOption(use.ToString(), Choice(use)))],
            DeleteConfirmation = uses == AddressUses.None || book.Addresses.Length == 1
                ? new Confirmation(S["Delete the address {0}? This cannot be undone.", printer.PrintLine(address)], S["Delete"])
                : null,
        };
    }

    /// <summary>The address of a customer's business; <see langword="null"/> when there is none.</summary>
    public AddressCard? OfBusiness(ContentItem customer)
    {
        if (!customer.Has<CustomerPart>() || customer.GetOrCreate<CustomerPart>().Business is not { Address: { } address } business || address.IsBlank())
        {
            return null;
        }

        var lines = printer.Print(address);

        return new AddressCard(S["Business address"], business.Name is null || address.Company is not null ? lines : [business.Name, .. lines], [new ListBadge(S["Business"], "building", "info")])
        {
            Phone = address.Phone,
            PhoneUrl = PhoneNumber.Parse(address.Phone)?.ToUrl(),
            Email = address.Email,
        };
    }

    /// <summary>Ship To, Bill To and the business address, for the overview.</summary>
    public AddressOverviewModel Overview(ContentItem customer)
    {
        var book = customer.Has<AddressBookPart>() ? customer.GetOrCreate<AddressBookPart>() : new AddressBookPart();
        var shipTo = book.Find(book.ShippingId);
        var billTo = book.Find(book.BillingId);
        AddressCard?[] cards =
        [
            OfBusiness(customer),
            shipTo is null ? null : Of(book, shipTo) with { Title = shipTo == billTo ? S["Ship To and Bill To"] : S["Ship To"] },
            billTo is null || shipTo == billTo ? null : Of(book, billTo) with { Title = S["Bill To"] },
        ];

        return new AddressOverviewModel([.. cards.OfType<AddressCard>()]);
    }

    /// <summary>Addresses to choose among, those in use first.</summary>
    public IReadOnlyList<ListOption> Options(AddressBookPart book, string? exceptId = null)
        => [.. book.Addresses
            .Where(address => address.Id != exceptId)
            .OrderByDescending(address => book.UsesOf(address.Id) != AddressUses.None)
            .Take(MaxOptions)
            .Select(address => new ListOption(address.Id, printer.PrintLine(address)))];

    /// <summary>Which of the options takes the place of an address that is deleted, for each use it has.</summary>
    public IReadOnlyList<AddressSuccession> Successions(AddressBookPart book, string id) => book.Addresses.Length < 2 ? [] :
        [.. Uses.Where(use => book.UsesOf(id).HasFlag(use)).Select(use => new AddressSuccession(use.ToString(), Successor(use), Options(book, id)))];

    private IEnumerable<ListBadge> Badges(AddressUses uses, bool isUnchecked)
    {
        foreach (var use in Uses.Where(use => uses.HasFlag(use)))
        {
            yield return new ListBadge(fields.Label(use), Icon(use), "secondary");
        }

        if (isUnchecked)
        {
            yield return new ListBadge(S["Not checked"], "triangle-exclamation", "warning");
        }
    }

    private string Choice(AddressUses use) => use switch
    {
        AddressUses.Billing => S["Use for billing"],
        AddressUses.Shipping => S["Use for shipping"],
        _ => S["Make it the default"],
    };

    private string Successor(AddressUses use) => use switch
    {
        AddressUses.Billing => S["The billing address is then"],
        AddressUses.Shipping => S["The shipping address is then"],
        _ => S["The default address is then"],
    };

    private static string Icon(AddressUses use) => use switch
    {
        AddressUses.Billing => "envelope",
        AddressUses.Shipping => "location-dot",
        _ => "star",
    };
}
