using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers.Accounts;

/// <summary>The rules for accounts among Orchard's site settings. The texts of mails have pages of their own.</summary>
internal sealed class AccountSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer<AccountSettingsDisplayDriver> localizer)
    : CustomersSettingsDisplayDriver<CustomerAccountSettings, AccountSettingsViewModel>(httpContextAccessor, authorizationService, localizer)
{
    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Accounts;

    protected override void Fill(AccountSettingsViewModel model, CustomerAccountSettings settings)
    {
        model.InvitationDays = settings.InvitationDays;
        model.ResetMinutes = settings.ResetMinutes;
        model.MailsPerMinute = settings.MailsPerMinute;
        model.Address = settings.Address;
    }

    protected override void Read(AccountSettingsViewModel model, CustomerAccountSettings settings, ModelStateDictionary modelState)
    {
        CheckRange(modelState, nameof(model.InvitationDays), model.InvitationDays, 1, CustomerAccountSettings.MaxInvitationDays);
        CheckRange(modelState, nameof(model.ResetMinutes), model.ResetMinutes, CustomerAccountSettings.MinResetMinutes, CustomerAccountSettings.MaxResetMinutes);
        CheckRange(modelState, nameof(model.MailsPerMinute), model.MailsPerMinute, 1, CustomerAccountSettings.MaxMailsPerMinute);

        if (!string.IsNullOrWhiteSpace(model.Address) && AccountAddress.Clean(model.Address) is null)
        {
            modelState.AddModelError(Prefix, nameof(model.Address), S["An address looks like https://shop.example.com."]);
        }

        settings.InvitationDays = model.InvitationDays;
        settings.ResetMinutes = model.ResetMinutes;
        settings.MailsPerMinute = model.MailsPerMinute;
        settings.Address = AccountAddress.Clean(model.Address) ?? "";
    }
}

/// <summary>The fields of the settings page.</summary>
public class AccountSettingsViewModel
{
    public int InvitationDays { get; set; }

    public int ResetMinutes { get; set; }

    public int MailsPerMinute { get; set; }

    public string? Address { get; set; }
}
