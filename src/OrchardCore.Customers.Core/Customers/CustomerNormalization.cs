using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers;

/// <summary>How what was typed becomes what is kept.</summary>
internal static class CustomerNormalization
{
    /// <summary>
    /// Trims and composes (Unicode NFC) the texts, makes those without anything to see <see langword="null"/>, composes the
    /// contact name when it is empty, and writes choices as their lists do. Doing it twice changes nothing.
    /// </summary>
    public static void Normalize(this CustomerPart part, CustomerFields fields, CustomerSettings settings, CustomerSiteList sites)
    {
        foreach (var field in fields.Texts.Concat(fields.Choices))
        {
            field.Write(part, VisibleText.Clean(field.Read(part)));
        }

        part.ContactName ??= Compose(part);
        part.CustomId = VisibleText.Clean(part.CustomId);
        part.Gender = settings.Genders.FirstOrDefault(gender => gender.Equals(part.Gender, StringComparison.OrdinalIgnoreCase)) ?? part.Gender;
        part.Language = Languages.Parse(part.Language) ?? part.Language;
        part.Currency = Currencies.Find(part.Currency)?.Code ?? part.Currency;
        part.PreferredSite = sites.Find(part.PreferredSite)?.Code ?? part.PreferredSite;
        part.Sites = [.. part.Sites
            .Select(VisibleText.Clean)
            .OfType<string>()
            .Select(code => sites.Find(code)?.Code ?? code)
            .Distinct(StringComparer.Ordinal)
            .Where(code => code != part.PreferredSite)];
        part.Groups = [.. part.Groups.Where(id => !string.IsNullOrWhiteSpace(id)).Distinct(StringComparer.Ordinal)];
        part.References = [.. part.References
            .Select(reference => new CustomerReference { Key = VisibleText.Clean(reference.Key) ?? "", Value = VisibleText.Clean(reference.Value) })
            .Where(reference => reference.Key.Length > 0 || reference.Value is not null)];

        if (part.Hold is { } hold)
        {
            hold.Reason = VisibleText.Clean(hold.Reason);
        }

        if (part.Business is { } business)
        {
            Normalize(business);
        }
    }

    /// <summary>Title, first, middle and last name and suffix with a space between; <see langword="null"/> when there is no name: nobody is called "Mr." alone.</summary>
    public static string? Compose(CustomerPart part)
    {
        if (string.IsNullOrWhiteSpace(part.FirstName) && string.IsNullOrWhiteSpace(part.MiddleName) && string.IsNullOrWhiteSpace(part.LastName))
        {
            return null;
        }

        string?[] names = [part.Title, part.FirstName, part.MiddleName, part.LastName, part.Suffix];

        return string.Join(' ', names.Where(text => !string.IsNullOrWhiteSpace(text)));
    }

    private static void Normalize(CustomerBusiness business)
    {
        business.Name = VisibleText.Clean(business.Name);
        business.TaxNumber = VisibleText.Clean(business.TaxNumber);
        business.RegistrationNumber = VisibleText.Clean(business.RegistrationNumber);

        if (business.Address is { } address && address.IsBlank())
        {
            business.Address = null;
        }
    }
}
