using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers;

/// <summary>The rules for customers among Orchard's site settings.</summary>
internal sealed class CustomerSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    CustomerFields fields,
    IClock clock,
    CustomerSettingsText text,
    IStringLocalizer<CustomerSettingsDisplayDriver> localizer)
    : CustomersSettingsDisplayDriver<CustomerSettings, CustomerSettingsViewModel>(httpContextAccessor, authorizationService, localizer)
{
    private const long ExampleNumber = 42;

    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Customers;

    protected override void Fill(CustomerSettingsViewModel model, CustomerSettings settings)
    {
        model.NumberPattern = settings.NumberPattern;
        model.ContactNameUniqueness = settings.ContactNameUniqueness;
        model.UniqueEmail = settings.UniqueEmail;
        model.RequiredFields = settings.RequiredFields;
        model.Menu = settings.Menu;
        model.Titles = CustomerSettingsText.OfLines(settings.Titles);
        model.Genders = CustomerSettingsText.OfLines(settings.Genders);
        model.Sites = CustomerSettingsText.OfSites(settings.Sites);
        model.HasSites = text.HasSites;
        model.ConsentChannels = CustomerSettingsText.OfChannels(settings.ConsentChannels);
        model.BusinessNeedsGroup = settings.BusinessNeedsGroup;
        model.Fields = fields;
        model.ExampleNumber = ExampleNumber;
        model.Example = CustomerNumberPattern.TryParse(settings.NumberPattern, out var pattern) ? pattern.Format(ExampleNumber, clock.UtcNow.Year) : "";
    }

    protected override void Read(CustomerSettingsViewModel model, CustomerSettings settings, ModelStateDictionary modelState)
    {
        modelState.MendSwitches(Prefix, nameof(model.UniqueEmail), nameof(model.BusinessNeedsGroup));

        if (!CustomerNumberPattern.TryParse(model.NumberPattern, out _))
        {
            modelState.AddModelError(Prefix, nameof(model.NumberPattern),
                S["The pattern needs {n} or {n:6} exactly once; besides it may have {yyyy}, letters, digits and - _ . / and make numbers of at most 66 characters."]);
        }

        settings.NumberPattern = model.NumberPattern ?? "";
        settings.ContactNameUniqueness = model.ContactNameUniqueness;
        settings.UniqueEmail = model.UniqueEmail;
        settings.Menu = model.Menu;
        settings.BusinessNeedsGroup = model.BusinessNeedsGroup;
        settings.Titles = text.ReadLines(model.Titles, Prefix, nameof(model.Titles), modelState);
        settings.Genders = text.ReadLines(model.Genders, Prefix, nameof(model.Genders), modelState);
        settings.Sites = text.HasSites ? text.ReadSites(model.Sites, Prefix, nameof(model.Sites), modelState) : settings.Sites;
        settings.ConsentChannels = text.ReadChannels(model.ConsentChannels, Prefix, nameof(model.ConsentChannels), modelState);
        settings.RequiredFields = [.. CustomerSettings.RequirableFields.Where(field => model.RequiredFields.Contains(field, StringComparer.Ordinal))];
    }
}
