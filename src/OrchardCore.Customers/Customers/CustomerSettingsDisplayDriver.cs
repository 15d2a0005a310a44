using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>The rules for customers among Orchard's site settings.</summary>
internal sealed class CustomerSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    CustomerFields fields,
    IClock clock,
    CustomerSettingsText text,
    IStringLocalizer<CustomerSettingsDisplayDriver> S) : SiteDisplayDriver<CustomerSettings>
{
    private const long ExampleNumber = 42;

    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Customers;

    public override async Task<IDisplayResult> EditAsync(ISite site, CustomerSettings settings, BuildEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        return Initialize<CustomerSettingsViewModel>("CustomerSettings_Edit", model =>
        {
            model.NumberPattern = settings.NumberPattern;
            model.ContactNameUniqueness = settings.ContactNameUniqueness;
            model.UniqueEmail = settings.UniqueEmail;
            model.RequiredFields = settings.RequiredFields;
            model.Menu = settings.Menu;
            model.Titles = CustomerSettingsText.OfLines(settings.Titles);
            model.Genders = CustomerSettingsText.OfLines(settings.Genders);
            model.Sites = CustomerSettingsText.OfSites(settings.Sites);
            model.ConsentChannels = CustomerSettingsText.OfChannels(settings.ConsentChannels);
            model.BusinessNeedsGroup = settings.BusinessNeedsGroup;
            model.Fields = fields;
            model.ExampleNumber = ExampleNumber;
            model.Example = CustomerNumberPattern.TryParse(settings.NumberPattern, out var pattern) ? pattern.Format(ExampleNumber, clock.UtcNow.Year) : "";
        }).Location("Content:1").OnGroup(SettingsGroupId);
    }

    public override async Task<IDisplayResult> UpdateAsync(ISite site, CustomerSettings settings, UpdateEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        var model = new CustomerSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        var modelState = context.Updater.ModelState;
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
        settings.Sites = text.ReadSites(model.Sites, Prefix, nameof(model.Sites), modelState);
        settings.ConsentChannels = text.ReadChannels(model.ConsentChannels, Prefix, nameof(model.ConsentChannels), modelState);
        settings.RequiredFields = [.. CustomerSettings.RequirableFields.Where(field => model.RequiredFields.Contains(field, StringComparer.Ordinal))];

        return await EditAsync(site, settings, context);
    }

    private async Task<bool> IsAllowedAsync()
        => httpContextAccessor.HttpContext?.User is { } user && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
}
