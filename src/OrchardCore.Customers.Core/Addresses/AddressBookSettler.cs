using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Addresses;

/// <summary>Makes of what came in what is kept, before the rules are asked: codes, ids, what each address is for.</summary>
internal sealed class AddressBookSettler(ISession session, CountryDirectory countries, StoredAddresses stored)
{
    public async Task SettleAsync(IReadOnlyList<ContentItem> customers, CustomerSettings settings)
    {
        var arrivals = new List<(ContentItem Customer, CustomerAddress ShipTo)>();

        foreach (var customer in customers)
        {
            if (customer.GetOrCreate<CustomerPart>().Business?.Address is { } business)
            {
                business.Normalize(countries);
            }

            if (await SettleAsync(customer) is { } book && book.Find(book.ShippingId) is { IsChanged: true } shipTo)
            {
                arrivals.Add((customer, shipTo));
            }
        }

        await FillContactsAsync(arrivals, settings);
    }

    /// <summary>The same for the book of any item; <see langword="null"/> when there is no address in it.</summary>
    public async Task<AddressBookPart?> SettleAsync(ContentItem owner)
    {
        if (!owner.Has<AddressBookPart>() || owner.GetOrCreate<AddressBookPart>() is not { Addresses.Length: > 0 } book)
        {
            return null;
        }

        await stored.DistrustAsync(owner, book);
        Settle(book);

        return book;
    }

    /// <summary>Remembers of addresses that all rules have passed what they say, so that they are not checked again.</summary>
    public async Task ConfirmAsync(ContentItem customer)
    {
        if (!customer.Has<AddressBookPart>() || customer.GetOrCreate<AddressBookPart>() is not { Addresses.Length: > 0 } book)
        {
            return;
        }

        var changed = book.Addresses.Where(address => address.IsChanged).ToList();

        if (changed.Count == 0)
        {
            return;
        }

        foreach (var address in changed)
        {
            await stored.ConfirmAsync(customer, address);
        }

        book.Apply();
    }

    private void Settle(AddressBookPart book)
    {
        foreach (var address in book.Addresses.Where(address => address.IsChanged))
        {
            address.Normalize(countries);
            address.Id = address.Id.Trim() is { Length: > 0 } id ? id : CustomerAddress.NewId();
            address.Labels = [.. address.Labels.Select(VisibleText.Clean).OfType<string>().Distinct(StringComparer.CurrentCultureIgnoreCase)];
            address.Revision = Math.Max(address.Revision, 1);
        }

        // What changed of the addresses is written to the item by ConfirmAsync, once the rules have passed it.
        if (book.BillingId is null || book.ShippingId is null || book.DefaultId is null)
        {
            book.Settle();
            book.Apply();
        }
    }

    /// <summary>
    /// A customer without phone or e-mail address gets those of a new Ship To. An e-mail address that another customer has
    /// is left where it is: nobody typed it as this customer's.
    /// </summary>
    private async Task FillContactsAsync(List<(ContentItem Customer, CustomerAddress ShipTo)> arrivals, CustomerSettings settings)
    {
        var emails = arrivals
            .Where(arrival => arrival.Customer.GetOrCreate<CustomerPart>().Email is null && arrival.ShipTo.Email is { } email && CustomerContactRule.IsEmail(email))
            .ToDictionary(arrival => arrival.Customer.ContentItemId, arrival => arrival.ShipTo.Email!);
        var taken = await FindTakenAsync(emails.Values, settings);

        foreach (var (customer, shipTo) in arrivals)
        {
            customer.Alter<CustomerPart>(part =>
            {
                part.Phone ??= PhoneNumber.Parse(shipTo.Phone) is null ? null : shipTo.Phone;

                // Of two in a batch the first gets it.
                if (emails.TryGetValue(customer.ContentItemId, out var email) && (!settings.UniqueEmail || taken.Add(CustomerClaims.OnEmail(email))))
                {
                    part.Email = email;
                }
            });
        }
    }

    private async Task<HashSet<string>> FindTakenAsync(IEnumerable<string> emails, CustomerSettings settings)
    {
        var claims = emails.Select(CustomerClaims.OnEmail).ToArray();

        return settings.UniqueEmail && claims.Length > 0
            ? [.. (await session.QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(claims)).ListAsync()).Select(row => row.Key)]
            : [];
    }
}
