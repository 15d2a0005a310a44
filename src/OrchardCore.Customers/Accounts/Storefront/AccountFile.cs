using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// What is kept of a customer, as a file: the record, the consents and the addresses. What the shop's staff wrote for
/// itself, such as notes and why a customer is on hold, is not in it.
/// </summary>
public sealed class AccountFile(IClock clock)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public byte[] Write(ContentItem customer)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var book = customer.GetOrCreate<AddressBookPart>();

        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                WrittenUtc = clock.UtcNow,
                part.Number,
                Id = part.CustomId,
                customer.CreatedUtc,
                customer.ModifiedUtc,
                part.ContactName,
                part.Title,
                part.FirstName,
                part.MiddleName,
                part.LastName,
                part.Suffix,
                part.Company,
                part.Email,
                part.Phone,
                part.SecondPhone,
                part.DateOfBirth,
                part.Gender,
                part.Language,
                part.Currency,
                part.PreferredSite,
                part.Sites,
                part.MemberNumber,
                part.References,
                Business = part.Business is { } business ? new { business.Name, business.TaxNumber, business.RegistrationNumber, Address = Of(business.Address) } : null,
                Consents = part.Consents.Select(consent => new { consent.Channel, consent.IsGiven, consent.Utc, consent.Wording }),
                Addresses = book.Addresses.Select(address => new
                {
                    address.Id,
                    address.Labels,
                    IsDefault = address.Id == book.DefaultId,
                    IsForBilling = address.Id == book.BillingId,
                    IsForShipping = address.Id == book.ShippingId,
                    Address = Of(address),
                }),
            },
            Options);
    }

    private static object? Of(PostalAddress? address) => address is null ? null : new
    {
        address.ContactName,
        address.Company,
        address.Line1,
        address.Line2,
        address.Line3,
        address.PostalCode,
        address.City,
        address.Subdivision,
        address.Country,
        address.Phone,
        address.Email,
    };
}
