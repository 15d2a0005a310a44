using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts;

/// <summary>Shows customers their record, and reads what they change of it.</summary>
public sealed class AccountDetails(
    ICustomerManager manager,
    CustomerFields fields,
    CustomerFormReader reader,
    ISiteService siteService,
    IClock clock,
    IStringLocalizer<AccountDetails> S)
{
    /// <summary>The names of the form's fields begin with it, as the keys of errors do.</summary>
    internal const string Prefix = nameof(CustomerPart);

    /// <summary>Where the customer says what is said here, for the consents.</summary>
    private const string Source = "Storefront: the customer";

    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string RevisionKey = CustomerFields.FullName(nameof(CustomerPart.Revision));

    public async Task<DetailsModel> ShowAsync(CustomerPart part)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        var wanted = settings.ConsentChannels.Where(channel => part.Wants(channel.Name)).Select(channel => fields.ChannelLabel(channel.Name).Value);
        IEnumerable<CustomerFact> facts =
        [
            new(fields.Label(nameof(part.Number)), part.Number),
            new(fields.Label(nameof(part.Email)), part.Email),
            .. DetailsFields.All.Select(own => new CustomerFact(Label(own), Text(own, Read(part)))),
            new(fields.Label(nameof(part.Consents)), string.Join(", ", wanted)),
        ];

        return new DetailsModel(
            part.ContactName ?? "",
            [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Text))],
            part.Hold?.IsInForce(clock.UtcNow) == true);
    }

    public Task<DetailsFormModel> EditAsync(CustomerPart part) => FormAsync(part, Read(part));

    /// <summary>Saves what was typed. What is wrong with it stands in the model state.</summary>
    /// <returns>The form with what is wrong; <see langword="null"/> when it is saved.</returns>
    public async Task<DetailsFormModel?> SaveAsync(ContentItem customer, DetailsInput input, ModelStateDictionary modelState)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var isOutdated = input.Revision != part.Revision;

        if (isOutdated)
        {
            modelState.AddModelError(RevisionKey, S["Your details were saved elsewhere after you had opened this page."]);
        }

        await WriteAsync(input, part, modelState);
        part.Apply();

        if (modelState.IsValid)
        {
            foreach (var error in (await manager.UpdateAsync(customer)).Errors)
            {
                // What the customer has no field for, the shop has to look at.
                var isShown = error.Key == RevisionKey || DetailsFields.All.Any(own => CustomerFields.FullName(own.Name) == error.Key);
                modelState.AddModelError(isShown ? error.Key! : "", error.Message.Value);
                isOutdated |= error.Key == RevisionKey;
            }
        }

        if (modelState.IsValid)
        {
            return null;
        }

        return isOutdated ? await CompareAsync(customer, input, modelState) : await FormAsync(part, input);
    }

    private async Task<DetailsFormModel> FormAsync(CustomerPart part, DetailsInput input)
    {
        // Who of the shop noted a consent is the shop's affair.
        var context = await reader.DescribeAsync(part, isNew: false) with { ConsentHints = new Dictionary<string, string>() };
        string[] consents = input.Consents is null
            ? [.. part.Consents.Where(consent => consent.IsGiven).Select(consent => consent.Channel)]
            : [.. input.Consents.OfType<string>()];

        return new DetailsFormModel(
            [.. DetailsFields.All.Select(own => Field(context, own, own.Read(input)))],
            context.ConsentChecks(consents) with { Hint = S["What you agree to. You may change your mind at any time."] },
            part.Revision);
    }

    private DetailsField Field(CustomerFormContext context, OwnField own, string? value)
    {
        var input = context.Field(own.Name, value) with { Type = own.Type, AutoComplete = own.AutoComplete };

        return own.Name switch
        {
            nameof(CustomerPart.Gender) => new(input, context.Gender(value)),
            nameof(CustomerPart.Language) => new(input, new ChoiceModel(input with { Hint = S["In which we write to you."] }, LanguageOptions(value))),
            nameof(CustomerPart.ContactName) => new(input with { Label = Label(own), IsRequired = false, Hint = S["As we address you. Left empty, it is put together from the names above."] }),
            _ => new(input),
        };
    }

    /// <summary>Languages without a country, and the one that is chosen.</summary>
    private IReadOnlyList<ListOption> LanguageOptions(string? chosen) =>
    [
        new("", S["Not said"]),
        .. Languages.Offered
            .Where(tag => !tag.Contains('-', StringComparison.Ordinal) && tag != chosen)
            .Concat(string.IsNullOrEmpty(chosen) ? [] : [chosen])
            .Select(tag => new ListOption(tag, Languages.NameOf(tag)))
            .OrderBy(option => option.Label, StringComparer.CurrentCultureIgnoreCase),
    ];

    /// <summary>What is not on the page is not changed by it.</summary>
    private async Task WriteAsync(DetailsInput input, CustomerPart part, ModelStateDictionary modelState)
    {
        var wasComposed = part.ContactName is not null && part.ContactName == CustomerNormalization.Compose(part);

        foreach (var field in fields.Texts.Concat(fields.Choices))
        {
            if (DetailsFields.All.FirstOrDefault(own => own.Name == field.Name) is { } own && modelState.ContainsKey(CustomerFields.FullName(own.Name)))
            {
                var typed = own.Read(input);

                // The name of the list follows the others, unless it is one of its own.
                field.Write(part, own.Name == nameof(part.ContactName) && wasComposed && typed == part.ContactName ? null : typed);
            }
        }

        if (modelState.ContainsKey(CustomerFields.FullName(nameof(part.DateOfBirth))))
        {
            part.DateOfBirth = ReadDate(input.DateOfBirth, modelState);
        }

        if (input.Consents is not null)
        {
            foreach (var channel in (await siteService.GetSettingsAsync<CustomerSettings>()).ConsentChannels)
            {
                part.SetConsent(channel, input.Consents.Contains(channel.Name, StringComparer.Ordinal), clock.UtcNow, Source);
            }
        }
    }

    private DateOnly? ReadDate(string? text, ModelStateDictionary modelState)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        modelState.AddModelError(CustomerFields.FullName(nameof(CustomerPart.DateOfBirth)), S["This is no date. Enter year, month and day, like 1984-05-23."]);

        return null;
    }

    /// <summary>Our session holds what was typed; what is stored is read by another one. Saving again is a decision then.</summary>
    private async Task<DetailsFormModel> CompareAsync(ContentItem customer, DetailsInput input, ModelStateDictionary modelState)
    {
        CustomerPart? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope =>
            stored = (await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(customer.ContentItemId))?.GetOrCreate<CustomerPart>());

        var part = stored ?? customer.GetOrCreate<CustomerPart>();
        var revision = part.Revision.ToString(CultureInfo.InvariantCulture);
        modelState.SetModelValue(RevisionKey, revision, revision);
        var now = Read(part);

        return await FormAsync(part, input) with
        {
            Conflict = [.. DetailsFields.All
                .Where(own => modelState.ContainsKey(CustomerFields.FullName(own.Name)) && (own.Read(now) ?? "") != (own.Read(input) ?? ""))
                .Select(own => new EditDifference(CustomerFields.FullName(own.Name), Label(own), own.Read(now), Text(own, now), Text(own, input)))],
        };
    }

    private DetailsInput Read(CustomerPart part)
    {
        var input = new DetailsInput { DateOfBirth = part.DateOfBirth?.ToString(DateFormat, CultureInfo.InvariantCulture) };

        foreach (var field in fields.Texts.Concat(fields.Choices))
        {
            DetailsFields.All.FirstOrDefault(own => own.Name == field.Name)?.Write(input, field.Read(part));
        }

        return input;
    }

    /// <summary>What the shop knows as the name of a contact is the customer's own.</summary>
    private string Label(OwnField own) => own.Name == nameof(CustomerPart.ContactName) ? S["Full name"] : fields.Label(own.Name);

    /// <summary>A value in a reader's words.</summary>
    private string? Text(OwnField own, DetailsInput input) => (own.Name, own.Read(input)) switch
    {
        (_, null or "") => null,
        (nameof(CustomerPart.DateOfBirth), { } date) => DateOnly.TryParse(date, CultureInfo.InvariantCulture, out var day) ? day.ToString("D", CultureInfo.CurrentCulture) : date,
        (nameof(CustomerPart.Gender), { } gender) => fields.GenderLabel(gender),
        (nameof(CustomerPart.Language), { } tag) => fields.LanguageLabel(tag),
        var (_, text) => text,
    };
}
