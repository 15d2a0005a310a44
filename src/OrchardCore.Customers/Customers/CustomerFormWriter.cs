using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>
/// Writes what was typed into the form into a customer. What can't be read is said beside its field; whether the rest may
/// be saved, the rules say.
/// </summary>
internal sealed class CustomerFormWriter(
    ISiteService siteService,
    IClock clock,
    ILocalClock localClock,
    IHttpContextAccessor httpContextAccessor,
    IStringLocalizer<CustomerFormWriter> S)
{
    public async Task WriteAsync(CustomerPartViewModel model, CustomerPart part, bool isNew, ModelStateDictionary modelState)
    {
        part.Title = model.Title;
        part.FirstName = model.FirstName;
        part.MiddleName = model.MiddleName;
        part.LastName = model.LastName;
        part.Suffix = model.Suffix;
        part.ContactName = model.ContactName;
        part.Company = model.Company;
        part.Email = model.Email;
        part.Phone = model.Phone;
        part.SecondPhone = model.SecondPhone;
        part.DateOfBirth = ReadDate(model.DateOfBirth, nameof(model.DateOfBirth), modelState);
        part.Gender = model.Gender;
        part.Language = model.Language;
        part.Currency = model.Currency;
        part.PreferredSite = model.PreferredSite;
        part.Sites = model.Sites;
        part.Status = model.Status;
        part.MemberNumber = model.MemberNumber;
        part.MemberVerificationCode = model.MemberVerificationCode;
        part.Groups = model.Groups;
        part.References =
        [
            .. model.References
                .Where(row => !string.IsNullOrWhiteSpace(row.Key) || !string.IsNullOrWhiteSpace(row.Value))
                .Select(row => new CustomerReference { Key = row.Key ?? "", Value = row.Value }),
        ];

        if (isNew)
        {
            part.CustomId = model.CustomId;
        }

        part.Hold = await ReadHoldAsync(model, part.Hold, modelState);
        part.Business = ReadBusiness(model, modelState);
        await WriteConsentsAsync(model, part);
    }

    private async Task<CustomerHold?> ReadHoldAsync(CustomerPartViewModel model, CustomerHold? former, ModelStateDictionary modelState)
    {
        var lastDay = ReadDate(model.HoldUntil, nameof(model.HoldUntil), modelState);

        if (!model.OnHold)
        {
            if (!string.IsNullOrWhiteSpace(model.HoldReason) && former?.Reason != model.HoldReason)
            {
                Fail(nameof(model.OnHold), S["A reason was typed, but the customer is not put on hold. Tick “On hold”, or clear the reason."]);
            }

            return null;
        }

        if (former?.IsInForce(clock.UtcNow) == true && former.UntilUtc is { } until && lastDay == await localClock.LastDayAsync(until))
        {
            return new CustomerHold { Reason = model.HoldReason, UntilUtc = until };
        }

        var untilUtc = lastDay is { } day && day < DateOnly.MaxValue ? await localClock.EndOfDayAsync(day) : (DateTime?)null;

        if (untilUtc <= clock.UtcNow)
        {
            // A hold that is over would not be shown again.
            untilUtc = null;
            Fail(nameof(model.HoldUntil), S["This day is over. Choose today or a later one, or leave it empty for a hold that has to be released."]);
        }

        return new CustomerHold { Reason = model.HoldReason, UntilUtc = untilUtc };

        void Fail(string field, string message) => modelState.AddModelError(CustomerFields.FullName(field), message);
    }

    private CustomerBusiness? ReadBusiness(CustomerPartViewModel model, ModelStateDictionary modelState)
    {
        if (!model.IsBusiness)
        {
            if (!model.Business.IsEmpty())
            {
                modelState.AddModelError(CustomerFields.FullName(nameof(model.IsBusiness)), S["Something was typed about a business. Tick “Business user”, or clear those fields."]);
            }

            return null;
        }

        var address = new PostalAddress();
        model.Business.Address.CopyTo(address);

        return new CustomerBusiness
        {
            Name = model.Business.Name,
            TaxNumber = model.Business.TaxNumber,
            RegistrationNumber = model.Business.RegistrationNumber,
            Address = address,
        };
    }

    /// <summary>Boxes that were not touched change nothing; what was said of a channel that the settings dropped stays.</summary>
    private async Task WriteConsentsAsync(CustomerPartViewModel model, CustomerPart part)
    {
        var source = $"Admin: {httpContextAccessor.HttpContext?.User.Identity?.Name}";
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        foreach (var channel in settings.ConsentChannels)
        {
            part.SetConsent(channel, model.Consents.Contains(channel.Name, StringComparer.Ordinal), clock.UtcNow, source);
        }
    }

    private DateOnly? ReadDate(string? text, string field, ModelStateDictionary modelState)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), CustomerFormReader.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        modelState.AddModelError(CustomerFields.FullName(field), S["This is no date. Enter year, month and day, like 1984-05-23."]);

        return null;
    }
}
