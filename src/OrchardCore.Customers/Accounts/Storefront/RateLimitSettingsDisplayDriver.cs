using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts;

/// <summary>How often customers may try something, among the rules for accounts.</summary>
internal sealed class RateLimitSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer<RateLimitSettingsDisplayDriver> S) : SiteDisplayDriver<RateLimitSettings>
{
    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Accounts;

    public override async Task<IDisplayResult> EditAsync(ISite site, RateLimitSettings settings, BuildEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        return Initialize<RateLimitSettingsViewModel>("RateLimitSettings_Edit", model =>
        {
            model.PerAccount = settings.PerAccount;
            model.PerNetworkAddress = settings.PerNetworkAddress;
        }).Location("Content:2").OnGroup(SettingsGroupId);
    }

    public override async Task<IDisplayResult> UpdateAsync(ISite site, RateLimitSettings settings, UpdateEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        var model = new RateLimitSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        Check(nameof(model.PerAccount), model.PerAccount, RateLimitSettings.MaxPerAccount);
        Check(nameof(model.PerNetworkAddress), model.PerNetworkAddress, RateLimitSettings.MaxPerNetworkAddress);

        settings.PerAccount = model.PerAccount;
        settings.PerNetworkAddress = model.PerNetworkAddress;

        return await EditAsync(site, settings, context);

        void Check(string field, int value, int most)
        {
            if (value < 1 || value > most)
            {
                context.Updater.ModelState.AddModelError(Prefix, field, S["A number from {0:N0} to {1:N0}.", 1, most]);
            }
        }
    }

    private async Task<bool> IsAllowedAsync()
        => httpContextAccessor.HttpContext?.User is { } user && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
}

/// <summary>The fields of the settings page. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class RateLimitSettingsViewModel
{
    public int PerAccount { get; set; }

    public int PerNetworkAddress { get; set; }
}
