using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Accounts;

/// <summary>How often customers may try something, among the rules for accounts.</summary>
internal sealed class RateLimitSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer<RateLimitSettingsDisplayDriver> localizer)
    : CustomersSettingsDisplayDriver<RateLimitSettings, RateLimitSettingsViewModel>(httpContextAccessor, authorizationService, localizer)
{
    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Accounts;

    protected override string Location => "Content:2";

    protected override void Fill(RateLimitSettingsViewModel model, RateLimitSettings settings)
    {
        model.PerAccount = settings.PerAccount;
        model.PerNetworkAddress = settings.PerNetworkAddress;
    }

    protected override void Read(RateLimitSettingsViewModel model, RateLimitSettings settings, ModelStateDictionary modelState)
    {
        CheckRange(modelState, nameof(model.PerAccount), model.PerAccount, 1, RateLimitSettings.MaxPerAccount);
        CheckRange(modelState, nameof(model.PerNetworkAddress), model.PerNetworkAddress, 1, RateLimitSettings.MaxPerNetworkAddress);

        settings.PerAccount = model.PerAccount;
        settings.PerNetworkAddress = model.PerNetworkAddress;
    }
}

/// <summary>The fields of the settings page.</summary>
public class RateLimitSettingsViewModel
{
    public int PerAccount { get; set; }

    public int PerNetworkAddress { get; set; }
}
