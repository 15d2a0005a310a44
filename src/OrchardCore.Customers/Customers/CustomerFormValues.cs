using System.Globalization;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers;

/// <summary>What stands in the fields of the form, each as one value, so that two versions of a customer can be compared.</summary>
internal static class CustomerFormValues
{
    /// <summary>The fields in the order of the form.</summary>
    public static IEnumerable<CustomerFormValue> Of(CustomerPartViewModel model, CustomerFormContext form)
    {
        var labels = form.Fields;

        foreach (var field in labels.Texts)
        {
            yield return Plain(field.Name, field.Label, field.Read(form.Part));
        }

        yield return Date(nameof(model.DateOfBirth), labels.Label(nameof(model.DateOfBirth)), model.DateOfBirth);
        yield return Shown(nameof(model.Gender), model.Gender, labels.GenderLabel(model.Gender));
        yield return Shown(nameof(model.Language), model.Language, labels.LanguageLabel(model.Language));
        yield return Shown(nameof(model.Currency), model.Currency, labels.CurrencyLabel(model.Currency));
        yield return Shown(nameof(model.PreferredSite), model.PreferredSite, model.PreferredSite is null ? "" : form.SiteLabel(model.PreferredSite));
        yield return Several(nameof(model.Sites), model.Sites, form.SiteLabel);
        yield return Shown(nameof(model.Status), model.Status.ToString(), labels.Label(model.Status));
        yield return Switch(nameof(model.OnHold), nameof(CustomerPart.Hold), model.OnHold);
        yield return Plain(nameof(model.HoldReason), labels.HoldReason, model.HoldReason);
        yield return Date(nameof(model.HoldUntil), labels.HoldUntil, model.HoldUntil);
        yield return Plain(nameof(model.ManagedBy), labels.Label(nameof(model.ManagedBy)), model.ManagedBy);
        yield return Several(nameof(model.Consents), model.Consents, channel => labels.ChannelLabel(channel));
        yield return Switch(nameof(model.IsBusiness), nameof(CustomerPart.Business), model.IsBusiness);
        yield return Plain("Business.Name", labels.BusinessName, model.Business.Name);
        yield return Plain("Business.TaxNumber", labels.TaxNumber, model.Business.TaxNumber);
        yield return Plain("Business.RegistrationNumber", labels.RegistrationNumber, model.Business.RegistrationNumber);

        foreach (var (name, text) in Lines(model.Business.Address))
        {
            yield return Plain($"Business.Address.{name}", labels.BusinessAddress, text);
        }

        yield return Several(nameof(model.Groups), [.. form.Groups.Select(group => group.Id).Where(model.Groups.Contains)], id => form.Groups.First(group => group.Id == id).Name);
        yield return Plain(nameof(model.References), labels.Label(nameof(model.References)), string.Join("; ", model.References.Select(row => $"{row.Key}: {row.Value}")));

        CustomerFormValue Shown(string name, string? value, string text) => new(name, labels.Label(name), value ?? "", text);

        CustomerFormValue Switch(string name, string field, bool isOn) => new(name, labels.Label(field), isOn ? "true" : "false", labels.Answer(isOn));

        CustomerFormValue Several(string name, string[] values, Func<string, string> label)
            => new(name, labels.Label(name), string.Join(',', values.Order(StringComparer.Ordinal)), string.Join(", ", values.Select(label)));
    }

    private static CustomerFormValue Plain(string name, string label, string? value) => new(name, label, value ?? "", value ?? "");

    private static CustomerFormValue Date(string name, string label, string? value)
        => new(name, label, value ?? "", DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date.ToString("D", CultureInfo.CurrentCulture) : value ?? "");

    private static IEnumerable<(string Name, string? Text)> Lines(PostalAddress address) =>
    [
        (nameof(address.ContactName), address.ContactName),
        (nameof(address.Company), address.Company),
        (nameof(address.Line1), address.Line1),
        (nameof(address.Line2), address.Line2),
        (nameof(address.Line3), address.Line3),
        (nameof(address.PostalCode), address.PostalCode),
        (nameof(address.City), address.City),
        (nameof(address.Subdivision), address.Subdivision),
        (nameof(address.Country), address.Country),
        (nameof(address.Phone), address.Phone),
        (nameof(address.Email), address.Email),
    ];
}

/// <param name="Name">The name of the form field, without that of the part.</param>
/// <param name="Value">What the form field holds; several values with commas between.</param>
/// <param name="Text">The same in a reader's words.</param>
internal sealed record CustomerFormValue(string Name, string Label, string Value, string Text);
