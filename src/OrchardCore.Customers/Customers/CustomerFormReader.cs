using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>Reads a customer into the form.</summary>
public sealed class CustomerFormReader(
    CustomerFields fields,
    CustomerFormChoices choices,
    IClock clock,
    ILocalClock localClock,
    IStringLocalizer<CustomerFormReader> S)
{
    internal const string DateFormat = "yyyy-MM-dd";

    /// <summary>What the form shows of a customer.</summary>
    public async Task ReadAsync(CustomerPart part, CustomerPartViewModel model)
    {
        // A hold that is over is none any more.
        var hold = part.Hold?.IsInForce(clock.UtcNow) == true ? part.Hold : null;

        model.Title = part.Title;
        model.FirstName = part.FirstName;
        model.MiddleName = part.MiddleName;
        model.LastName = part.LastName;
        model.Suffix = part.Suffix;
        model.ContactName = part.ContactName;
        model.Company = part.Company;
        model.Email = part.Email;
        model.Phone = part.Phone;
        model.SecondPhone = part.SecondPhone;
        model.DateOfBirth = part.DateOfBirth?.ToString(DateFormat, CultureInfo.InvariantCulture);
        model.Gender = part.Gender;
        model.Language = part.Language;
        model.Currency = part.Currency;
        model.PreferredSite = part.PreferredSite;
        model.Sites = part.Sites;
        model.Status = part.Status;
        model.OnHold = hold is not null;
        model.HoldReason = hold?.Reason;
        model.HoldUntil = hold?.UntilUtc is { } until ? (await localClock.LastDayAsync(until)).ToString(DateFormat, CultureInfo.InvariantCulture) : null;
        model.Consents = [.. part.Consents.Where(consent => consent.IsGiven).Select(consent => consent.Channel)];
        model.IsBusiness = part.Business is not null;
        model.Business = new()
        {
            Name = part.Business?.Name,
            TaxNumber = part.Business?.TaxNumber,
            RegistrationNumber = part.Business?.RegistrationNumber,
            Address = AddressInput.Of(part.Business?.Address),
        };
        model.Groups = part.Groups;
        model.MemberNumber = part.MemberNumber;
        model.MemberVerificationCode = part.MemberVerificationCode;
        model.References = [.. part.References.Select(reference => new CustomerReferenceViewModel { Key = reference.Key, Value = reference.Value })];
        model.CustomId = part.CustomId;
        model.Revision = part.Revision;
    }

    /// <summary>What the form is drawn with.</summary>
    public async Task<CustomerFormContext> DescribeAsync(CustomerPart part, bool isNew) => new(
        part,
        isNew,
        await choices.SettingsAsync(),
        await choices.SitesAsync(),
        fields,
        await choices.GroupsAsync(),
        await HintsAsync(part));

    private async Task<Dictionary<string, string>> HintsAsync(CustomerPart part)
    {
        var hints = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var consent in part.Consents)
        {
            var when = (await localClock.ToSiteZoneAsync(consent.Utc)).ToString("g", CultureInfo.CurrentCulture);

            hints[consent.Channel] = consent.IsGiven
                ? S["“{0}” – given {1}, {2}", consent.Wording ?? "", when, consent.Source ?? ""]
                : S["“{0}” – withdrawn {1}, {2}", consent.Wording ?? "", when, consent.Source ?? ""];
        }

        return hints;
    }
}
